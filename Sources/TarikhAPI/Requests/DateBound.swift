import Articles
import HTTPServer
import HTTPTypes

/// The days that a `from` or `to` covers: EDTF, RFC 3339 or milliseconds since 1970.
enum DateBound {
    static func days(
        _ text: String, parameter: String
    ) throws(Problem) -> (lower: CivilDate?, upper: CivilDate?) {
        if let day = unixDay(text) ?? rfc3339Day(text) { return (day, day) }
        do {
            return try days(EDTF(text))
        } catch {
            let item = Problem.Item(
                .parameter(parameter), code: "invalid_edtf", detail: error.reason, offset: error.offset)
            throw Problem(
                .badRequest, code: "invalid_parameter",
                detail: "'\(parameter)' is not a date: '\(text.prefix(40))'", items: [item])
        }
    }

    /// Years that no day can have are refused: to take them for open would answer with everything.
    private static func days(_ value: EDTF) throws(EDTF.Failure) -> (lower: CivilDate?, upper: CivilDate?) {
        if value.exceedsCalendar { throw EDTF.Failure(reason: "year out of bounds", offset: 0) }
        guard case .dateTime(let time) = value else { return value.bounds }
        return (time.dayInUTC, time.dayInUTC)
    }

    /// Integers of five digits or more, or negative, or 0: four digits are a year, also after a minus sign.
    private static func unixDay(_ text: String) -> CivilDate? {
        if text == "0" { return CivilDate(dayNumber: 0) }
        let isYear = text.utf8.count == (text.hasPrefix("-") ? 5 : 4)
        guard let milliseconds = Int(text), milliseconds < 0 || text.utf8.count >= 5, !isYear,
            text.utf8.first != UInt8(ascii: "+"),
            milliseconds.magnitude < 6_000_000_000_000_000
        else { return nil }
        let day = 86_400_000
        return CivilDate(dayNumber: milliseconds / day - (milliseconds % day < 0 ? 1 : 0))
    }

    private static func rfc3339Day(_ text: String) -> CivilDate? {
        guard text.utf8.count > 10, let seconds = Timestamp.seconds(text) else { return nil }
        return CivilDate(dayNumber: Int(seconds / 86_400) - (seconds % 86_400 < 0 ? 1 : 0))
    }
}
