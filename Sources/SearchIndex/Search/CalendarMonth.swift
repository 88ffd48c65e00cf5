/// Years and months of days since 1970-01-01.
enum CalendarMonth {
    /// Months since the beginning of the year 0 of the proleptic Gregorian calendar, after Howard Hinnant, `civil_from_days`
    /// (https://howardhinnant.github.io/date_algorithms.html).
    static func number(ofDay day: Int32) -> Int {
        let shifted = Int(day) + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthFromMarch = (5 * dayOfYear + 2) / 153
        // From March on, the year is the one that has begun.
        return (yearOfEra + era * 400) * 12 + monthFromMarch + 2
    }

    /// Of each day of 1900 to 2099, the months since the beginning of 1900.
    private static let known: [UInt16] = (firstKnown...lastKnown).map {
        UInt16(truncatingIfNeeded: number(ofDay: $0) - 1900 * 12)
    }
    private static let firstKnown: Int32 = -25_567
    private static let lastKnown: Int32 = 47_481

    /// The same as `number(ofDay:)`, from a table where there is one.
    @inline(__always)
    static func quickNumber(ofDay day: Int32) -> Int {
        guard day >= firstKnown, day <= lastKnown else { return number(ofDay: day) }
        return Int(known[Int(day - firstKnown)]) + 1900 * 12
    }

    static func year(ofMonth month: Int) -> Int { (month >= 0 ? month : month - 11) / 12 }

    static func written(year: Int) -> String {
        let digits = String(abs(year))
        return (year < 0 ? "-" : "") + String(repeating: "0", count: max(4 - digits.count, 0)) + digits
    }

    static func written(month: Int) -> String {
        let year = year(ofMonth: month)
        let inYear = month - year * 12 + 1
        return written(year: year) + (inYear < 10 ? "-0" : "-") + String(inYear)
    }
}
