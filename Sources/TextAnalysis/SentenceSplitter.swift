/// Splits a paragraph into sentences: at `.`, `!`, `?`, `؟`, `۔`, `…` and line ends, but not after an initial or an
/// abbreviation, nor inside a number or a name.
package struct SentenceSplitter: Sendable {
    package init() {}

    /// UTF-8 bytes of `text`, in order, without white space at the ends; every word is in one of them.
    package func sentences(in text: [UInt8]) -> [Range<Int>] {
        sentences(in: text, text.indices)
    }

    /// The sentences of a part of `text`.
    package func sentences(in text: [UInt8], _ range: Range<Int>) -> [Range<Int>] {
        var sentences: [Range<Int>] = []
        var start = range.lowerBound
        var offset = range.lowerBound
        while offset < range.upperBound {
            let (value, length) = UTF8Decoding.scalar(text, offset)
            let next = min(offset + length, range.upperBound)
            offset = next
            guard let value, isTerminator(value) else { continue }
            if value == 0x2e, !endsSentence(text, range, start: start, dot: next - 1) { continue }
            offset = closing(text, next, range.upperBound)
            append(start..<offset, of: text, to: &sentences)
            start = offset
        }
        append(start..<range.upperBound, of: text, to: &sentences)
        return sentences
    }

    private func isTerminator(_ value: UInt32) -> Bool {
        switch value {
        case 0x0a, 0x0d, 0x21, 0x2e, 0x3f, 0x61f, 0x6d4, 0x2026, 0x2029: true
        default: false
        }
    }

    /// Whether the full stop at `dot` ends a sentence.
    private func endsSentence(_ text: [UInt8], _ range: Range<Int>, start: Int, dot: Int) -> Bool {
        let after = dot + 1
        if after < range.upperBound {
            let (value, _) = UTF8Decoding.scalar(text, after)
            // A number, an abbreviation or an address goes on without a space.
            if let value, [.letter, .digit].contains(WordClass.of(value)) { return false }
        }
        var wordStart = dot
        while wordStart > start, !Self.isSpace(text[wordStart - 1]) { wordStart -= 1 }
        let word = text[wordStart..<dot]
        if word.isEmpty { return wordStart > start }
        return !isAbbreviation(word)
    }

    /// A single letter, letters with stops between them, or a known short form.
    private func isAbbreviation(_ word: ArraySlice<UInt8>) -> Bool {
        let letters = word.drop { $0 == 0x28 || $0 == 0x22 }
        let scalars = letters.count { $0 & 0xc0 != 0x80 }
        guard let first = letters.first else { return false }
        if scalars == 1 { return first >= 0x41 && !(0x30...0x39).contains(first) }
        if letters.contains(0x2e) { return scalars <= 6 }
        return Self.abbreviations.contains(String(decoding: letters, as: UTF8.self).lowercased())
    }

    private static let abbreviations: Set<String> = [
        "mr", "mrs", "ms", "dr", "prof", "gen", "col", "lt", "sen", "rep", "gov", "st", "jr", "sr", "vs",
        "inc",
        "ltd", "co", "corp", "no", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct",
        "nov",
        "dec", "hon", "rev", "sgt", "capt", "cmdr", "adm", "fig", "approx", "est", "دكتور",
    ]

    /// Past closing quotation marks, brackets and further stops that belong to the sentence.
    private func closing(_ text: [UInt8], _ offset: Int, _ end: Int) -> Int {
        var offset = offset
        while offset < end {
            let (value, length) = UTF8Decoding.scalar(text, offset)
            switch value {
            case 0x22, 0x27, 0x29, 0x5d, 0xbb, 0x201d, 0x2019, 0x21, 0x2e, 0x3f, 0x61f: offset += length
            default: return min(offset, end)
            }
        }
        return min(offset, end)
    }

    private func append(_ range: Range<Int>, of text: [UInt8], to sentences: inout [Range<Int>]) {
        var lower = range.lowerBound
        var upper = range.upperBound
        while lower < upper, Self.isSpace(text[lower]) { lower += 1 }
        while upper > lower, Self.isSpace(text[upper - 1]) { upper -= 1 }
        // A lone stop left over from damaged text belongs to the sentence before it.
        if let last = sentences.last, text[lower..<upper].allSatisfy({ $0 == 0x2e || Self.isSpace($0) }) {
            if lower < upper { sentences[sentences.count - 1] = last.lowerBound..<upper }
            return
        }
        if lower < upper { sentences.append(lower..<upper) }
    }

    private static func isSpace(_ byte: UInt8) -> Bool {
        byte == 0x20 || (0x09...0x0d).contains(byte)
    }
}
