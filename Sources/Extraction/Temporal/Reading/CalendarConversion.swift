import Articles
import Foundation

/// Days of the Hijri (Umm al-Qura) and Iranian civil calendars as Gregorian days, by ICU.
enum CalendarConversion {
    /// The first and last day of a date of another calendar; `nil` when there is no such day.
    static func days(of parts: DateParts) -> (first: CivilDate?, last: CivilDate?)? {
        switch parts.value {
        case .year(let year):
            span(parts.calendar, from: (year, 1, 1), to: (year + 1, 1, 1))
        case .month(let month, let year?):
            span(
                parts.calendar, from: (year, month, 1),
                to: month == 12 ? (year + 1, 1, 1) : (year, month + 1, 1))
        case .day(let day, let month, let year?):
            self.day(parts.calendar, year, month, day).map { ($0, $0) }
        case .day(1...31, month: 1...12, year: nil): (nil, nil)
        case .decade(let year): span(parts.calendar, from: (year, 1, 1), to: (year + 10, 1, 1))
        case .century(let number):
            span(parts.calendar, from: (number * 100 - 99, 1, 1), to: (number * 100 + 1, 1, 1))
        case .part(let code, let year?): part(code, year, parts.calendar)
        default: nil
        }
    }

    /// Seasons, quarters, thirds and halves of a year that starts in spring.
    private static func part(
        _ code: Int, _ year: Int, _ calendar: DateParts.Calendar
    ) -> (first: CivilDate?, last: CivilDate?)? {
        let (length, first) =
            switch code {
            case 21...24: (3, 21)
            case 33...36: (3, 33)
            case 37...39: (4, 37)
            default: (6, 40)
            }
        let start = (code - first) * length + 1
        guard (1...12).contains(start) else { return nil }
        let end = start + length
        return span(calendar, from: (year, start, 1), to: end > 12 ? (year + 1, 1, 1) : (year, end, 1))
    }

    /// The year and month of another calendar in which a day lies.
    static func month(of date: CivilDate, in calendar: DateParts.Calendar) -> (year: Int, month: Int)? {
        guard calendar != .gregorian else { return (date.components.year, date.components.month) }
        let source = calendar == .hijri ? hijri : persian
        let noon = Date(timeIntervalSince1970: Double(date.dayNumber) * 86_400 + 43_200)
        let parts = source.dateComponents([.year, .month], from: noon)
        guard let year = parts.year, let month = parts.month else { return nil }
        return (year, month)
    }

    private typealias Fields = (year: Int, month: Int, day: Int)

    private static func span(
        _ calendar: DateParts.Calendar, from start: Fields, to end: Fields
    ) -> (first: CivilDate?, last: CivilDate?)? {
        guard let first = day(calendar, start.year, start.month, start.day),
            let next = day(calendar, end.year, end.month, end.day)
        else { return nil }
        return (first, CivilDate(dayNumber: next.dayNumber - 1))
    }

    private static func day(_ calendar: DateParts.Calendar, _ year: Int, _ month: Int, _ day: Int)
        -> CivilDate?
    {
        guard (1...1_700).contains(year), (1...12).contains(month), (1...31).contains(day) else { return nil }
        let source = calendar == .hijri ? hijri : persian
        guard let date = source.date(from: DateComponents(year: year, month: month, day: day, hour: 12)),
            source.component(.month, from: date) == month
        else { return nil }
        return CivilDate(dayNumber: Int((date.timeIntervalSince1970 / 86_400).rounded(.down)))
    }

    private static let hijri = utc(.islamicUmmAlQura)
    private static let persian = utc(.persian)

    private static func utc(_ identifier: Calendar.Identifier) -> Calendar {
        var calendar = Calendar(identifier: identifier)
        calendar.timeZone = .gmt
        return calendar
    }
}
