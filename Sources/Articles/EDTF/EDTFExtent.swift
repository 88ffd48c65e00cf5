/// The earliest and latest day of a value; `nil` where it is open or unknown.
package struct EDTFExtent: Sendable, Hashable {
    package var lower: EDTFDay?
    package var upper: EDTFDay?

    init(lower: EDTFDay?, upper: EDTFDay?) {
        self.lower = lower
        self.upper = upper
    }

    init(day: EDTFDay) {
        self.init(lower: day, upper: day)
    }

    /// Whether there may be a day from the start of `self` to the end of `end`.
    func mayPrecede(_ end: EDTFExtent) -> Bool {
        guard let first = lower, let last = end.upper else { return true }
        return first <= last
    }

    /// Grows to cover `other` too.
    mutating func form(hullWith other: EDTFExtent) {
        lower = lower.flatMap { mine in other.lower.map { min(mine, $0) } }
        upper = upper.flatMap { mine in other.upper.map { max(mine, $0) } }
    }
}
