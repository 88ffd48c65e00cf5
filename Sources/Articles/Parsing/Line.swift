import TextAnalysis

/// A line of an article, and what its form tells. Long lines are told by their start and end.
struct Line {
    /// Code points of the longest label of a list item.
    private static let maximumLabel = 60
    private static let startBytes = 200

    private let text: [UInt8]
    private let range: Range<Int>
    /// The first `startBytes`, folded.
    private let folded: [UInt8]
    /// Code points.
    let length: Int

    init(text: [UInt8], range: Range<Int>) {
        self.text = text
        self.range = range
        length = text[range].count { $0 & 0xc0 != 0x80 }
        var folded: [UInt8] = []
        LetterFolding.fold(
            text, range.lowerBound..<min(range.upperBound, range.lowerBound + Self.startBytes), into: &folded)
        self.folded = folded
    }

    var string: String { String(decoding: text[range], as: UTF8.self) }

    /// The last two scalars; a space where there is none.
    private var ending: (Unicode.Scalar, Unicode.Scalar) {
        let scalars = String(decoding: text[range].suffix(12), as: UTF8.self).unicodeScalars
        return (scalars.dropLast().last ?? " ", scalars.last ?? " ")
    }

    var endsSentence: Bool {
        let (before, last) = ending
        switch last {
        case ".", "!", "?", "؟", "۔", "…", "،", ",", "؛", ";": return true
        case "”", "\"", "»", ")": return before == "." || before == "!" || before == "?" || before == "؟"
        default: return false
        }
    }

    var endsWithColon: Bool { text[range].last == 0x3a }

    /// A whole line in quotation marks, or after `>`.
    var isQuote: Bool {
        if text[range].first == 0x3e { return true }
        guard Self.openings.contains(where: { text[range].starts(with: $0) }) else { return false }
        switch ending.1 {
        case "”", "\"", "»": break
        default: return false
        }
        // More marks inside: several quotations, and words between them.
        return string.unicodeScalars.dropFirst().dropLast().allSatisfy {
            !"“\"«”»".unicodeScalars.contains($0)
        }
    }

    private static let openings = ["“", "\"", "«"].map { Array($0.utf8) }

    /// `• `, `- `, `* `, `1. `, `1) `, `(1) `.
    var hasBullet: Bool {
        guard let space = folded.firstIndex(of: 0x20), space <= 4 else { return false }
        let start = folded[..<space]
        if Self.bullets.contains(where: start.elementsEqual) { return true }
        let number = start.drop { $0 == 0x28 }
        let digits = number.prefix { $0 &- 0x30 < 10 }
        return (1...2).contains(digits.count)
            && Self.numberEnds.contains(where: number.dropFirst(digits.count).elementsEqual)
    }

    private static let bullets = ["•", "-", "–", "—", "*", "▪", "●", "·", "◦", "○"].map { Array($0.utf8) }
    private static let numberEnds = [".", ")", "-", ".)"].map { Array($0.utf8) }

    /// Whether it starts with a short text and a colon, as in a list of topics.
    var hasListLabel: Bool {
        guard let colon = folded.firstIndex(of: 0x3a), colon + 2 < folded.count, folded[colon + 1] == 0x20
        else {
            return false
        }
        let label = folded[..<colon]
        return label.count { $0 & 0xc0 != 0x80 } <= Self.maximumLabel && !Self.hasPunctuation(label)
    }

    /// `.`, `,`, `!`, `?`, `،`, `؟`.
    private static func hasPunctuation(_ bytes: ArraySlice<UInt8>) -> Bool {
        var last: UInt8 = 0
        for byte in bytes {
            if byte == 0x2e || byte == 0x2c || byte == 0x21 || byte == 0x3f { return true }
            if last == 0xd8, byte == 0x8c || byte == 0x9f { return true }
            last = byte
        }
        return false
    }

    /// `1992: …`, `مارس 2023: …`, `7 April 1992 – …`: up to four words that end with a year, then a colon or dash.
    var startsWithDateLabel: Bool {
        let words = folded.prefix(80).split(separator: 0x20, maxSplits: 5).prefix(5)
        for (count, word) in words.enumerated() {
            if word.last == 0x3a { return count < 4 && Self.isYear(word.dropLast()) }
            if Self.dashes.contains(where: word.elementsEqual) {
                return count > 0 && Self.isYear(words[words.startIndex + count - 1])
            }
        }
        return false
    }

    private static let dashes = ["-", "–", "—"].map { Array($0.utf8) }

    private static func isYear(_ word: ArraySlice<UInt8>) -> Bool {
        guard word.count == 4, word.allSatisfy({ $0 &- 0x30 < 10 }) else { return false }
        return (1200...2200).contains(word.reduce(0) { $0 * 10 + Int($1 &- 0x30) })
    }

    /// A line that says where the article is from and nothing else.
    var isAttribution: Bool {
        length <= 300 && Self.attributionStarts.contains { folded.starts(with: $0) }
    }

    private static let attributionStarts: [[UInt8]] = [
        "©", "المصدر:", "المصدر :", "المصدر /", "مصدر:", "ترجمه:", "ترجمه /", "نقلا عن:", "Source:",
        "Sources:",
        "Translated by", "Translation:", "منبع:", "منبع :", "مترجم:", "source :",
    ].map { LetterFolding.fold(Array($0.utf8)) }
}
