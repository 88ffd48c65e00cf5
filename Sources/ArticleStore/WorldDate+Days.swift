import Articles

extension WorldDate {
    /// The days it covers since 1970-01-01, the least and greatest number where open.
    var days: ClosedRange<Int32> {
        let lower = lower.map { Int32(clamping: $0.dayNumber) } ?? .min
        let upper = upper.map { Int32(clamping: $0.dayNumber) } ?? .max
        return lower...max(lower, upper)
    }
}
