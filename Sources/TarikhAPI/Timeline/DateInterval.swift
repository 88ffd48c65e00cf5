import Articles

/// A length of time that the calendar is cut into.
enum DateInterval: String, Sendable, Hashable, CaseIterable {
    /// Weeks start on Monday (ISO 8601); decades and centuries with a year whose last digits are 0.
    case day, week, month, quarter, year, decade, century

    /// The number of the part that a day lies in; parts count on without a gap, also before the year 0.
    func index(of day: CivilDate) -> Int {
        let (year, month, _) = day.components
        switch self {
        case .day: return day.dayNumber
        // 1970-01-01 was a Thursday.
        case .week: return Self.floor(day.dayNumber + 3, 7)
        case .month: return year * 12 + month - 1
        case .quarter: return year * 4 + (month - 1) / 3
        case .year: return year
        case .decade: return Self.floor(year, 10)
        case .century: return Self.floor(year, 100)
        }
    }

    /// The first day of a part, as a number of days since 1970-01-01.
    func firstDay(of index: Int) -> Int {
        switch self {
        case .day: index
        case .week: index * 7 - 3
        case .month: Self.firstDay(month: index)
        case .quarter: Self.firstDay(month: index * 3)
        case .year: Self.firstDay(month: index * 12)
        case .decade: Self.firstDay(month: index * 120)
        case .century: Self.firstDay(month: index * 1200)
        }
    }

    /// The days of a part, as far as they lie in the years that are counted.
    func days(of index: Int) -> ClosedRange<CivilDate> {
        let lower = CivilDate(dayNumber: firstDay(of: index))
        let upper = CivilDate(dayNumber: firstDay(of: index + 1) - 1)
        return (lower...upper).clamped(to: DateHistogram.bounds)
    }

    /// The EDTF value of a part. Before the year 0 decades and centuries are intervals, since EDTF counts their digits from 0
    /// outward; weeks always are.
    func edtf(of index: Int) -> String {
        let days = days(of: index)
        let (first, last) = (days.lowerBound, days.upperBound)
        let (year, month, _) = first.components
        let yearText = EDTF.yearText(year)
        switch self {
        case .day: return EDTF.dayText(first)
        case .week: return EDTF.dayText(first) + "/" + EDTF.dayText(last)
        case .month: return EDTF.monthText(year: year, month: month)
        case .quarter: return yearText + "-" + String(33 + (month - 1) / 3)
        case .year: return yearText
        case .decade where index >= 0: return EDTF.decadeText(ofYear: year)
        case .century where index >= 0: return EDTF.centuryText(ofYear: year)
        case .decade, .century: return yearText + "/" + EDTF.yearText(last.components.year)
        }
    }

    /// The next larger one; a month holds no whole number of weeks, but fewer of them.
    var larger: DateInterval? {
        Self.allCases.drop { $0 != self }.dropFirst().first
    }

    /// `month` counts from January of the year 0.
    private static func firstDay(month: Int) -> Int {
        let year = floor(month, 12)
        return CivilDate(year: year, month: month - year * 12 + 1, day: 1)?.dayNumber ?? 0
    }

    private static func floor(_ value: Int, _ divisor: Int) -> Int {
        value >= 0 ? value / divisor : -((divisor - 1 - value) / divisor)
    }
}
