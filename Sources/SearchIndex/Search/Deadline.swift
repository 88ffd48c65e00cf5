/// When a search must end.
struct Deadline {
    private let instant: ContinuousClock.Instant?

    init(_ instant: ContinuousClock.Instant?) { self.instant = instant }

    var isOver: Bool {
        guard let instant else { return false }
        return ContinuousClock.now >= instant
    }
}
