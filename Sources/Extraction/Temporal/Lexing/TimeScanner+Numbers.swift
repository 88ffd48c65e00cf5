extension TimeScanner {
    private struct Digits {
        var value = 0
        var count = 0
        var end: Int
    }

    /// Reads a number; 7.4.1992 is three, 9.32 and 2,000 are one that is no date.
    mutating func scanNumber(_ text: Span<UInt8>, _ end: Int) {
        let start = offset
        var groups = [digits(text, offset, end)]
        var separators: [UInt8] = []
        while groups.count < 8, let last = groups.last, let next = Self.separator(text, last.end, end) {
            let group = digits(text, next.end, end)
            guard group.count > 0 else { break }
            separators.append(next.mark)
            groups.append(group)
        }
        // 7.4.1992 is a date; 9.32, 2,000 and 1.500.000 are not; «7,1992» is two numbers.
        let isDotted =
            groups.count == 3 && separators == [0x2e, 0x2e] && groups[0].count <= 2 && groups[1].count <= 2
            && (groups[2].count == 4 || groups[2].count == 2)
        let isList = separators.contains(0x2c) && groups.dropFirst().contains { $0.count != 3 }
        guard groups.count > 1, !isDotted, !isList else {
            append(groups[0], from: start)
            offset = groups[0].end
            return
        }
        append(.decimal, 0, start, groups[groups.count - 1].end, [])
        noteValue(groups)
        offset = groups[groups.count - 1].end
    }

    /// «11.02» may be a time of day, hours and minutes as one number of four digits; «10,000» is one of up to six.
    private mutating func noteValue(_ groups: [Digits]) {
        guard groups.count == 2, groups[0].count <= 3 else { return }
        let isClock = groups[0].count <= 2 && groups[1].count == 2
        guard isClock || groups[1].count == 3 else { return }
        tokens[tokens.count - 1].number = Int32(groups[0].value * (isClock ? 100 : 1_000) + groups[1].value)
        tokens[tokens.count - 1].count = isClock ? 4 : 6
    }

    private mutating func append(_ digits: Digits, from start: Int) {
        append(.number, 0, start, digits.end, [])
        tokens[tokens.count - 1].number = digits.count > 8 ? -1 : Int32(digits.value)
        tokens[tokens.count - 1].count = UInt8(clamping: digits.count)
    }

    /// Digits of any set from `start` on.
    private func digits(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> Digits {
        var digits = Digits(end: start)
        while digits.end < end {
            let byte = text[digits.end]
            var digit = Int(byte) - 0x30
            var length = 1
            if byte == 0xd9 || byte == 0xdb, digits.end + 1 < end {
                digit = Int(text[digits.end + 1]) - (byte == 0xd9 ? 0xa0 : 0xb0)
                length = 2
            }
            guard (0...9).contains(digit) else { break }
            if digits.count < 9 { digits.value = digits.value * 10 + digit }
            digits.count += 1
            digits.end += length
        }
        return digits
    }

    /// A mark that may stand inside a number, as ASCII: full stop or comma.
    private static func separator(_ text: Span<UInt8>, _ offset: Int, _ end: Int) -> (mark: UInt8, end: Int)?
    {
        guard offset < end else { return nil }
        let byte = text[offset]
        if byte == 0x2e || byte == 0x2c { return (byte, offset + 1) }
        // U+066B and U+066C, the Arabic marks.
        guard byte == 0xd9, offset + 1 < end, text[offset + 1] == 0xab || text[offset + 1] == 0xac else {
            return nil
        }
        return (text[offset + 1] == 0xab ? 0x2e : 0x2c, offset + 2)
    }
}
