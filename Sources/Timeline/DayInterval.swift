package import Articles

/// The days that a date covers, since 1970-01-01: what dates are compared by.
package struct DayInterval: Sendable, Hashable, Comparable {
    /// The least number where open.
    package var lower: Int32
    /// The greatest number where open; never below `lower`.
    package var upper: Int32

    package init(lower: Int32, upper: Int32) {
        self.lower = lower
        self.upper = max(lower, upper)
    }

    /// Of a date, or of none.
    package init(_ date: WorldDate?) {
        guard let date else {
            self = .undated
            return
        }
        self.init(
            lower: date.lower.map { Int32(clamping: $0.dayNumber) } ?? .min,
            upper: date.upper.map { Int32(clamping: $0.dayNumber) } ?? .max)
    }

    /// Stands for no date; it sorts behind all dates.
    package static let undated = DayInterval(lower: .max, upper: .max)

    package var isUndated: Bool { lower == .max }
    package var isDay: Bool { lower == upper && !isUndated }

    /// Days from the first to the last, 0 for one day.
    package var width: Int { Int(upper) - Int(lower) }

    /// The width of the longest interval that is not wide.
    package static let narrowWidth = 366
    package var isWide: Bool { width > Self.narrowWidth }

    package func overlaps(_ other: DayInterval) -> Bool {
        !isUndated && !other.isUndated && lower <= other.upper && other.lower <= upper
    }

    /// Whether `other` lies inside without being the same.
    package func encloses(_ other: DayInterval) -> Bool {
        !isUndated && !other.isUndated && lower <= other.lower && other.upper <= upper && self != other
    }

    package static func < (left: DayInterval, right: DayInterval) -> Bool {
        (left.lower, left.upper) < (right.lower, right.upper)
    }
}

extension DayInterval {
    /// The month, quarter, half, year and decade that it lies in without being one of them, narrowest first: the only
    /// coarser dates that an event with this date may have been given.
    package var enclosingPeriods: [DayInterval] {
        guard !isUndated, width < 3653, lower > -4_000_000, upper < 4_000_000 else { return [] }
        let (year, month, _) = CivilDate(dayNumber: Int(lower)).components
        let decade = year - ((year % 10) + 10) % 10
        let periods = [
            Self.months(year, month, 1), Self.months(year, (month - 1) / 3 * 3 + 1, 3),
            Self.months(year, (month - 1) / 6 * 6 + 1, 6), Self.months(year, 1, 12),
            Self.months(decade, 1, 120),
        ]
        return periods.compactMap(\.self).filter { $0.encloses(self) }
    }

    /// Whether it is one of the periods that `enclosingPeriods` gives.
    package var isPeriod: Bool {
        guard !isUndated, !isDay else { return false }
        return DayInterval(lower: lower, upper: lower).enclosingPeriods.contains(self)
    }

    private static func months(_ year: Int, _ month: Int, _ count: Int) -> DayInterval? {
        let end = month - 1 + count
        guard let first = CivilDate(year: year, month: month, day: 1),
            let next = CivilDate(year: year + end / 12, month: end % 12 + 1, day: 1)
        else { return nil }
        return DayInterval(
            lower: Int32(clamping: first.dayNumber), upper: Int32(clamping: next.dayNumber - 1))
    }
}
