/// Splits text into words (UAX #29 where it matters): runs of letters, marks and digits, with the marks, tatweel and ZWNJ
/// inside them, and with an apostrophe between letters or a decimal sign between digits. Invalid UTF-8 separates words.
package struct Tokenizer: Sendable {
    package init() {}

    /// The words of `text` in order; ranges are UTF-8 bytes of `text`, terms the words themselves.
    package func tokens(in text: [UInt8]) -> [Token] {
        wordRanges(in: text).map { Token(range: $0, term: String(decoding: text[$0], as: UTF8.self)) }
    }

    /// The ranges of the words alone, for hot paths.
    package func wordRanges(in text: [UInt8]) -> [Range<Int>] {
        var words: [Range<Int>] = []
        words.reserveCapacity(text.count / 10)
        let table = WordClass.table
        var offset = 0
        var start = -1
        // The end of the word so far, without joiners and signs that still wait for a letter after them.
        var end = 0
        var last = WordClass.other
        var pending = WordClass.other
        while offset < text.count {
            let (value, length) = UTF8Decoding.scalar(text, offset)
            let kind = value.map { WordClass.of($0, table) } ?? .other
            if start >= 0, !continues(kind, last: last, pending: pending) {
                words.append(start..<end)
                start = -1
            }
            switch kind {
            case .letter, .digit, .ideograph:
                if start < 0 { start = offset }
                end = offset + length
                last = kind
                pending = .other
            case .mark:
                if start >= 0 { end = offset + length }
            case .joiner, .apostrophe, .decimalSign:
                pending = kind
            case .other: break
            }
            offset += length
        }
        if start >= 0 { words.append(start..<end) }
        return words
    }

    /// Whether a scalar of class `kind` may belong to the word before it.
    @inline(__always)
    private func continues(_ kind: WordClass, last: WordClass, pending: WordClass) -> Bool {
        switch kind {
        case .letter:
            // UAX #29, WB6 and WB7: a single apostrophe between letters.
            last != .ideograph
                && (pending == .other || pending == .joiner || pending == .apostrophe && last == .letter)
        case .digit:
            // UAX #29, WB11 and WB12: a single sign between digits.
            pending == .other || pending == .joiner || pending == .decimalSign && last == .digit
        case .mark: pending == .other || pending == .joiner
        case .joiner: pending == .other || pending == .joiner
        case .apostrophe: pending == .other && last == .letter
        case .decimalSign: pending == .other && last == .digit
        case .ideograph, .other: false
        }
    }
}
