import Articles

/// Reads what an EDTF value covers (Library of Congress, 2019; level 1 and of level 2 what has bounds): days, months, years,
/// seasons, quarters, halves, `X` for unknown digits, qualifiers, and intervals of these.
struct EDTFReader {
    /// Why a text is no EDTF value; `offset` counts its code points.
    struct Failure: Error, Hashable {
        var reason: String
        var offset: Int
    }

    private let text: [UInt8]
    private var offset = 0

    private init(_ text: String) {
        self.text = Array(text.utf8)
    }

    /// The earliest and latest day of a value; `nil` where it is open.
    static func bounds(_ text: String) throws(Failure) -> (lower: CivilDate?, upper: CivilDate?) {
        guard text.utf8.count <= 64, text.utf8.allSatisfy({ $0 < 0x80 }) else {
            throw Failure(reason: "no EDTF", offset: 0)
        }
        var reader = EDTFReader(text)
        let first = try reader.end()
        guard reader.skip("/") else {
            try reader.expectEnd()
            guard let first else { throw Failure(reason: "empty", offset: 0) }
            return (first.lower, first.upper)
        }
        let second = try reader.end()
        try reader.expectEnd()
        if let lower = first?.lower, let upper = second?.upper, lower > upper {
            throw Failure(reason: "the end lies before the start", offset: 0)
        }
        return (first?.lower, second?.upper)
    }

    private typealias Days = (lower: CivilDate, upper: CivilDate)

    /// A date, or `nil` for the open end of an interval (`..` or nothing).
    private mutating func end() throws(Failure) -> Days? {
        if offset == text.count || text[offset] == UInt8(ascii: "/") {
            guard text.contains(UInt8(ascii: "/")) else { throw failure("empty") }
            return nil
        }
        if skip("..") { return nil }
        return try date()
    }

    private mutating func date() throws(Failure) -> Days {
        let years = try year()
        guard skip("-") else {
            skipQualifier()
            return try days(years, 1...12)
        }
        let start = offset
        let months = try twoDigits("month", 1...99)
        guard skip("-") else {
            skipQualifier()
            return try part(years, months, at: start)
        }
        guard months.upperBound <= 12 else {
            throw Failure(reason: "month \(months.lowerBound)", offset: start)
        }
        let dayStart = offset
        let dayNumbers = try twoDigits("day", 1...31)
        skipQualifier()
        let last = min(
            dayNumbers.upperBound, CivilDate.daysInMonth(months.upperBound, year: years.upperBound))
        guard
            let lower = CivilDate(
                year: years.lowerBound, month: months.lowerBound, day: dayNumbers.lowerBound),
            let upper = CivilDate(year: years.upperBound, month: months.upperBound, day: last), lower <= upper
        else { throw Failure(reason: "day \(dayNumbers.lowerBound)", offset: dayStart) }
        return (lower, upper)
    }

    /// `1992`, `-0538`, `199X`, `Y-17000`.
    private mutating func year() throws(Failure) -> ClosedRange<Int> {
        let isLong = skip("Y")
        let isNegative = skip("-")
        let start = offset
        var lower = 0
        var upper = 0
        while offset < text.count, offset - start < 6, let digit = digit(text[offset]) {
            lower = lower * 10 + digit.lowerBound
            upper = upper * 10 + digit.upperBound
            offset += 1
        }
        let length = offset - start
        guard isLong ? length > 4 : length == 4 else {
            throw Failure(
                reason: isLong ? "a year after Y has five digits or more" : "a year has four digits",
                offset: start)
        }
        return isNegative ? -upper ... -lower : lower...upper
    }

    /// A month, or EDTF's code of a season, quarter or half.
    private func part(
        _ years: ClosedRange<Int>, _ code: ClosedRange<Int>, at start: Int
    ) throws(Failure) -> Days {
        switch code.lowerBound {
        case 1...12 where code.upperBound <= 12: return try days(years, code)
        // The northern seasons by whole months; a winter ends in the next year.
        case 21...23: return try days(years, code.lowerBound * 3 - 60...code.lowerBound * 3 - 58)
        case 24:
            guard let lower = CivilDate(year: years.lowerBound, month: 12, day: 1),
                let march = CivilDate(year: years.upperBound + 1, month: 3, day: 1)
            else { throw failure("year out of bounds") }
            return (lower, CivilDate(dayNumber: march.dayNumber - 1))
        case 33...36: return try days(years, code.lowerBound * 3 - 98...code.lowerBound * 3 - 96)
        case 40, 41: return try days(years, code.lowerBound * 6 - 239...code.lowerBound * 6 - 234)
        default: throw Failure(reason: "month \(code.lowerBound)", offset: start)
        }
    }

    private func days(_ years: ClosedRange<Int>, _ months: ClosedRange<Int>) throws(Failure) -> Days {
        let last = CivilDate.daysInMonth(months.upperBound, year: years.upperBound)
        guard let lower = CivilDate(year: years.lowerBound, month: months.lowerBound, day: 1),
            let upper = CivilDate(year: years.upperBound, month: months.upperBound, day: last)
        else { throw Failure(reason: "year out of bounds", offset: 0) }
        return (lower, upper)
    }

    /// Two digits within `bounds`, or `XX` for all that a month or day may be.
    private mutating func twoDigits(_ what: String, _ bounds: ClosedRange<Int>) throws(Failure)
        -> ClosedRange<Int>
    {
        let start = offset
        if skip("XX") { return what == "month" ? 1...12 : 1...31 }
        guard offset + 2 <= text.count, let tens = digit(text[offset]), let ones = digit(text[offset + 1]),
            tens.count == 1
        else { throw Failure(reason: "a \(what) has two digits", offset: start) }
        offset += 2
        let lower = max(tens.lowerBound * 10 + ones.lowerBound, bounds.lowerBound)
        let upper = min(tens.lowerBound * 10 + ones.upperBound, bounds.upperBound)
        let number = tens.lowerBound * 10 + ones.lowerBound
        guard lower <= upper, ones.count > 1 || bounds ~= number else {
            throw Failure(reason: "\(what) \(number)", offset: start)
        }
        return lower...upper
    }

    private func digit(_ byte: UInt8) -> ClosedRange<Int>? {
        switch byte {
        case UInt8(ascii: "X"): 0...9
        case 0x30...0x39: Int(byte - 0x30)...Int(byte - 0x30)
        default: nil
        }
    }

    private mutating func skip(_ expected: String) -> Bool {
        guard text[offset...].starts(with: expected.utf8) else { return false }
        offset += expected.utf8.count
        return true
    }

    /// Uncertain, approximate or both: the bounds stay the same.
    private mutating func skipQualifier() {
        _ = skip("?") || skip("~") || skip("%")
    }

    private func expectEnd() throws(Failure) {
        if offset < text.count { throw failure("unexpected character") }
    }

    private func failure(_ reason: String) -> Failure {
        Failure(reason: reason, offset: offset)
    }
}
