/// A day of any year, also of those that `CivilDate` does not reach.
package struct EDTFDay: Sendable, Hashable, Comparable {
    package let year: Int
    package let month: Int
    package let day: Int

    init(year: Int, month: Int, day: Int) {
        self.year = year
        self.month = month
        self.day = day
    }

    init(endOfMonth month: Int, year: Int) {
        self.init(year: year, month: month, day: CivilDate.daysInMonth(month, year: year))
    }

    init(_ date: CivilDate) {
        let parts = date.components
        self.init(year: parts.year, month: parts.month, day: parts.day)
    }

    /// `nil` outside ±200,000 years.
    package var civil: CivilDate? {
        CivilDate(year: year, month: month, day: day)
    }

    package static func < (left: EDTFDay, right: EDTFDay) -> Bool {
        (left.year, left.month, left.day) < (right.year, right.month, right.day)
    }
}
