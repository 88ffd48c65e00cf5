import Articles

extension DateParts {
    typealias Days = (first: CivilDate?, last: CivilDate?)

    /// The date in EDTF with its first and last day; `nil` for a day that there is not.
    var worldDate: WorldDate? {
        guard let days else { return nil }
        var text = calendar == .gregorian ? edtf : Self.interval(days)
        if isApproximate, calendar == .gregorian { text += "~" }
        return WorldDate(
            edtf: text, lower: days.first, upper: days.last, precision: precision,
            qualifier: isApproximate ? .approximate : nil, calendar: worldCalendar, basis: basis,
            modifier: modifier, original: calendar == .gregorian ? nil : edtf)
    }

    private static func interval(_ days: Days) -> String {
        guard let first = days.first, let last = days.last else { return "XXXX-XX-XX" }
        return first == last ? EDTFText.day(first) : EDTFText.day(first) + "/" + EDTFText.day(last)
    }

    private var worldCalendar: WorldDate.Calendar {
        switch calendar {
        case .gregorian: .gregorian
        case .hijri: .hijri
        case .persian: .persian
        }
    }

    private var precision: WorldDate.Precision {
        switch value {
        case .year: .year
        case .month: .month
        case .day, .bareDay: .day
        case .decade: .decade
        case .century: .century
        case .millennium: .millennium
        case .part(let code, _): code >= 37 ? .half : code >= 33 ? .quarter : .season
        case .week: .week
        case .days(let first, let last): first == last ? .day : .range
        }
    }

    private var edtf: String {
        switch value {
        case .year(let year): EDTFText.year(year)
        case .month(let month, let year): (year.map(EDTFText.year) ?? "XXXX") + "-" + EDTFText.two(month)
        case .day(let day, let month, let year):
            (year.map(EDTFText.year) ?? "XXXX") + "-" + EDTFText.two(month) + "-" + EDTFText.two(day)
        case .bareDay(let day): "XXXX-XX-" + EDTFText.two(day)
        case .decade(let year): String(EDTFText.year(year).dropLast()) + "X"
        case .century(let number):
            (number < 0 ? "-" : "") + EDTFText.two(abs(number) - 1) + "XX"
        case .millennium(let number): (number < 0 ? "-" : "") + String(abs(number) - 1) + "XXX"
        case .part(let code, let year): (year.map(EDTFText.year) ?? "XXXX") + "-" + String(code)
        case .week(let monday):
            Self.interval((monday, CivilDate(dayNumber: monday.dayNumber + 6)))
        case .days(let first, let last): Self.interval((first, last))
        }
    }

    // MARK: Days

    /// Its first and last day; `nil` in it where the year is not known, `nil` when there is no such date.
    var days: Days? {
        if calendar != .gregorian { return CalendarConversion.days(of: self) }
        switch value {
        case .year(let year): return Self.years(year, year)
        case .month(let month, let year?): return Self.months(month, month, year)
        case .day(let day, let month, let year?):
            return CivilDate(year: year, month: month, day: day).map { ($0, $0) }
        case .day(let day, let month, nil):
            // Any leap year will do to tell whether there is such a day.
            return CivilDate(year: 2000, month: month, day: day) == nil ? nil : (nil, nil)
        case .month(let month, nil): return (1...12).contains(month) ? (nil, nil) : nil
        case .bareDay: return nil
        case .decade(let year): return Self.years(year, year + 9)
        case .century(let number):
            return number > 0
                ? Self.years((number - 1) * 100, number * 100 - 1)
                : Self.years(number * 100 + 1, (number + 1) * 100)
        case .millennium(let number):
            return number > 0
                ? Self.years((number - 1) * 1_000, number * 1_000 - 1)
                : Self.years(number * 1_000 + 1, (number + 1) * 1_000)
        case .part(let code, let year?): return Self.part(code, year)
        case .part(_, nil): return (nil, nil)
        case .week(let monday): return (monday, CivilDate(dayNumber: monday.dayNumber + 6))
        case .days(let first, let last): return first <= last ? (first, last) : nil
        }
    }

    private static func years(_ first: Int, _ last: Int) -> Days? {
        guard let lower = CivilDate(year: first, month: 1, day: 1),
            let upper = CivilDate(year: last, month: 12, day: 31)
        else { return nil }
        return (lower, upper)
    }

    private static func months(_ first: Int, _ last: Int, _ year: Int) -> Days? {
        guard (1...12).contains(first), (1...12).contains(last),
            let lower = CivilDate(year: year, month: first, day: 1),
            let upper = CivilDate(year: year, month: last, day: CivilDate.daysInMonth(last, year: year))
        else { return nil }
        return (lower, upper)
    }

    /// Seasons are those of the north, by whole months (EDTF leaves them open).
    private static func part(_ code: Int, _ year: Int) -> Days? {
        switch code {
        case 21: months(3, 5, year)
        case 22: months(6, 8, year)
        case 23: months(9, 11, year)
        case 24:
            months(12, 12, year).flatMap { december in
                months(2, 2, year + 1).map { (december.first, $0.last) }
            }
        case 33...36: months((code - 33) * 3 + 1, (code - 33) * 3 + 3, year)
        case 37...39: months((code - 37) * 4 + 1, (code - 37) * 4 + 4, year)
        case 40...41: months((code - 40) * 6 + 1, (code - 40) * 6 + 6, year)
        default: nil
        }
    }
}
