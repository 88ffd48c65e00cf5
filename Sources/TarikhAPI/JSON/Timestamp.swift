package import Articles

/// Moments as the API writes and reads them: RFC 3339 in UTC, to the second.
package enum Timestamp {
    /// `2026-09-28T10:00:00Z` of seconds since 1970.
    package static func string(_ seconds: Int64) -> String {
        let day = floorDivision(seconds, 86_400)
        let time = Int(seconds - day * 86_400)
        return date(CivilDate(dayNumber: Int(day)))
            + "T\(padded(time / 3600, 2)):\(padded(time / 60 % 60, 2)):\(padded(time % 60, 2))Z"
    }

    /// `1992-04-07`; years before 0 with a sign, as in EDTF.
    package static func date(_ day: CivilDate) -> String {
        let (year, month, dayOfMonth) = day.components
        return (year < 0 ? "-" : "") + "\(padded(abs(year), 4))-\(padded(month, 2))-\(padded(dayOfMonth, 2))"
    }

    /// Seconds since 1970 of an RFC 3339 date-time (section 5.6) or a day `YYYY-MM-DD`, which counts from midnight UTC;
    /// `nil` for anything else. Fractions of a second are dropped.
    package static func seconds(_ text: String) -> Int64? {
        var reader = DigitReader(text)
        guard let year = reader.number(4), reader.skip("-"), let month = reader.number(2), reader.skip("-"),
            let day = reader.number(2), let date = CivilDate(year: year, month: month, day: day)
        else { return nil }
        let midnight = Int64(date.dayNumber) * 86_400
        if reader.isAtEnd { return midnight }
        guard reader.skip("Tt "), let hour = reader.number(2), reader.skip(":"),
            let minute = reader.number(2), reader.skip(":"), let second = reader.number(2),
            hour < 24, minute < 60, second <= 60, reader.skipFraction(), let offset = reader.zone(),
            reader.isAtEnd
        else { return nil }
        return midnight + Int64(hour * 3600 + minute * 60 + min(second, 59)) - offset
    }

    private static func floorDivision(_ value: Int64, _ divisor: Int64) -> Int64 {
        let quotient = value / divisor
        return value % divisor < 0 ? quotient - 1 : quotient
    }

    private static func padded(_ value: Int, _ width: Int) -> String {
        let digits = String(value)
        return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
    }
}

/// Reads the parts of a date-time.
private struct DigitReader {
    private var rest: Substring.UTF8View

    init(_ text: String) { rest = text[...].utf8 }

    var isAtEnd: Bool { rest.isEmpty }

    mutating func number(_ digits: Int) -> Int? {
        let part = rest.prefix(digits)
        guard part.count == digits, part.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        rest = rest.dropFirst(digits)
        return part.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }

    mutating func skip(_ choices: String) -> Bool {
        guard let first = rest.first, choices.utf8.contains(first) else { return false }
        rest = rest.dropFirst()
        return true
    }

    /// True unless there is a point without digits.
    mutating func skipFraction() -> Bool {
        guard skip(".") else { return true }
        let digits = rest.prefix { (0x30...0x39).contains($0) }
        rest = rest.dropFirst(digits.count)
        return !digits.isEmpty
    }

    /// Seconds east of UTC.
    mutating func zone() -> Int64? {
        if skip("Zz") { return 0 }
        let isWest = rest.first == UInt8(ascii: "-")
        guard skip("+-"), let hours = number(2), skip(":"), let minutes = number(2), hours < 24, minutes < 60
        else { return nil }
        let offset = Int64(hours * 3600 + minutes * 60)
        return isWest ? -offset : offset
    }
}
