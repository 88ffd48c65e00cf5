/// Moments as pages and feeds write them.
enum Moment {
    /// Seconds since 1970 of an ISO 8601 date, with or without time and zone (RFC 3339, W3C NOTE-datetime), or of RFC 5322's
    /// date-time; a time without a zone counts as UTC. `nil` for anything else.
    static func seconds(_ text: String) -> Int64? {
        let text = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        guard (8...64).contains(text.utf8.count) else { return nil }
        return iso(Array(text.utf8)) ?? internet(text)
    }

    // MARK: ISO 8601

    private static func iso(_ text: [UInt8]) -> Int64? {
        var digits = DigitScanner(text)
        guard let year = digits.number(4), digits.skip("-"), let month = digits.number(2), digits.skip("-"),
            let day = digits.number(2), let date = CivilDate(year: year, month: month, day: day)
        else { return nil }
        let midnight = Int64(date.dayNumber) * 86_400
        if digits.isAtEnd { return midnight }
        guard digits.skip("Tt "), let time = clock(&digits) else { return nil }
        let zone = digits.isAtEnd ? 0 : zone(&digits)
        guard let zone, digits.isAtEnd else { return nil }
        return midnight + time - zone
    }

    /// `hh:mm`, `hh:mm:ss`, `hh:mm:ss.fff`.
    private static func clock(_ digits: inout DigitScanner) -> Int64? {
        guard let hour = digits.number(2), digits.skip(":"), let minute = digits.number(2), hour < 24,
            minute < 60
        else { return nil }
        guard digits.skip(":") else { return Int64(hour * 3600 + minute * 60) }
        guard let second = digits.number(2), second <= 60 else { return nil }
        if digits.skip(".,") { digits.skipDigits() }
        return Int64(hour * 3600 + minute * 60 + min(second, 59))
    }

    /// Seconds east of UTC: `Z`, `+03:00`, `+0300`, `+03`.
    private static func zone(_ digits: inout DigitScanner) -> Int64? {
        _ = digits.skip(" ")
        if digits.skip("Zz") { return 0 }
        let isWest = digits.next == UInt8(ascii: "-")
        guard digits.skip("+-"), let hours = digits.number(2), hours < 24 else { return nil }
        _ = digits.skip(":")
        let minutes = digits.isAtEnd ? 0 : digits.number(2)
        guard let minutes, minutes < 60 else { return nil }
        let offset = Int64(hours * 3600 + minutes * 60)
        return isWest ? -offset : offset
    }

    // MARK: RFC 5322, 3.3 and 4.3

    private static func internet(_ text: String) -> Int64? {
        var words = text.split(separator: " ")
        if let first = words.first, first.hasSuffix(",") { words.removeFirst() }
        guard words.count >= 4, let day = Int(words[0]),
            let month = months.firstIndex(of: words[1].lowercased().prefix(3)), let year = year(words[2]),
            let date = CivilDate(year: year, month: month + 1, day: day)
        else { return nil }
        var digits = DigitScanner(Array(words[3].utf8))
        guard let time = clock(&digits), digits.isAtEnd else { return nil }
        guard let zone = words.count > 4 ? named(words[4]) : 0 else { return nil }
        return Int64(date.dayNumber) * 86_400 + time - zone
    }

    private static func year(_ word: Substring) -> Int? {
        guard let year = Int(word) else { return nil }
        switch word.utf8.count {
        case 2: return year < 50 ? 2000 + year : 1900 + year
        case 4: return year
        default: return nil
        }
    }

    private static func named(_ word: Substring) -> Int64? {
        var digits = DigitScanner(Array(word.utf8))
        return zones[word.uppercased()] ?? zone(&digits)
    }

    private static let months: [Substring] = [
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ]
    private static let zones: [String: Int64] = [
        "GMT": 0, "UT": 0, "UTC": 0, "EST": -18_000, "EDT": -14_400, "CST": -21_600, "CDT": -18_000,
        "MST": -25_200, "MDT": -21_600, "PST": -28_800, "PDT": -25_200,
    ]
}

/// Reads digits and marks from the start.
private struct DigitScanner {
    private var rest: ArraySlice<UInt8>

    init(_ text: [UInt8]) { rest = text[...] }

    var isAtEnd: Bool { rest.isEmpty }
    var next: UInt8? { rest.first }

    mutating func number(_ digits: Int) -> Int? {
        let part = rest.prefix(digits)
        guard part.count == digits, part.allSatisfy({ $0 &- 0x30 < 10 }) else { return nil }
        rest = rest.dropFirst(digits)
        return part.reduce(0) { $0 * 10 + Int($1 &- 0x30) }
    }

    mutating func skip(_ choices: String) -> Bool {
        guard let first = rest.first, choices.utf8.contains(first) else { return false }
        rest = rest.dropFirst()
        return true
    }

    mutating func skipDigits() { rest = rest.drop { $0 &- 0x30 < 10 } }
}
