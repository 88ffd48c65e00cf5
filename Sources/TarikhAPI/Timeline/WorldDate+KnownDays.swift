import Articles

extension WorldDate {
    /// The days it covers; of an interval with one open end the day of the other end, `nil` when both are open.
    var knownDays: ClosedRange<CivilDate>? {
        guard let lower = lower ?? upper, let upper = upper ?? self.lower else { return nil }
        return lower...max(lower, upper)
    }

    /// Whether one end is not known.
    var isOpen: Bool { lower == nil || upper == nil }
}
