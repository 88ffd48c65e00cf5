import TextAnalysis

/// A line of an article, and what its form tells.
struct Line {
    /// Code points of the longest label of a list item.
    private static let maximumLabel = 60

    let string: String
    /// Code points.
    let length: Int
    private let folded: String

    init(text: [UInt8], range: Range<Int>) {
        string = String(decoding: text[range], as: UTF8.self)
        length = string.unicodeScalars.count
        // Long lines are told by their start and end; folding all of them would cost for nothing.
        folded = LetterFolding.fold(String(string.unicodeScalars.prefix(120)))
    }

    var endsSentence: Bool {
        guard let last = string.unicodeScalars.last else { return false }
        return ".!?؟۔…،,؛;".unicodeScalars.contains(last)
            || "”\"»)".unicodeScalars.contains(last) && ".!?؟".unicodeScalars.contains(beforeLast)
    }

    private var beforeLast: Unicode.Scalar {
        string.unicodeScalars.dropLast().last ?? " "
    }

    var endsWithColon: Bool { string.hasSuffix(":") }

    /// A whole line in quotation marks, or after `>`.
    var isQuote: Bool {
        guard let first = string.unicodeScalars.first, let last = string.unicodeScalars.last else {
            return false
        }
        if first == ">" { return true }
        return "“\"«".unicodeScalars.contains(first) && ("”\"»".unicodeScalars.contains(last))
            && length > 2
            && !string.unicodeScalars.dropFirst().dropLast().contains { "“\"«”»".unicodeScalars.contains($0) }
    }

    /// `• `, `- `, `* `, `1. `, `1) `, `(1) `.
    var hasBullet: Bool {
        let start = folded.prefix { $0 != " " }
        guard start.count < folded.count, start.count <= 4 else { return false }
        if ["•", "-", "–", "—", "*", "▪", "●", "·", "◦", "○"].contains(start) { return true }
        let digits = start.drop { $0 == "(" }.prefix { $0.isASCII && $0.isNumber }
        guard !digits.isEmpty, digits.count <= 2 else { return false }
        return [".", ")", "-", ".)"].contains(start.drop { $0 == "(" }.dropFirst(digits.count))
    }

    /// The text before the first colon when it is short and no sentence, as in a list of topics.
    var listLabel: Substring? {
        guard let colon = folded.firstIndex(of: ":") else { return nil }
        let label = folded[..<colon]
        let rest = folded[folded.index(after: colon)...]
        guard label.count <= Self.maximumLabel, rest.first == " ", rest.count > 1,
            !label.contains(where: { ".!?؟،,".contains($0) })
        else { return nil }
        return label
    }

    /// `1992: …`, `مارس 2023: …`, `7 April 1992 – …`: up to three words with a year among them, then a colon or dash.
    var startsWithDateLabel: Bool {
        let words = folded.split(separator: " ", maxSplits: 5).prefix(5)
        var count = 0
        for word in words {
            let isLast = word.hasSuffix(":")
            let bare = isLast ? word.dropLast() : word
            if ["-", "–", "—"].contains(word) { return count > 0 && isYear(words.prefix(count)) }
            count += 1
            if isLast { return count <= 4 && (isYear(words.prefix(count)) || isYear([bare])) }
        }
        return false
    }

    private func isYear(_ words: some BidirectionalCollection<Substring>) -> Bool {
        guard let last = words.last else { return false }
        let digits = last.hasSuffix(":") ? last.dropLast() : last
        guard digits.count == 4, digits.allSatisfy({ $0.isASCII && $0.isNumber }), let year = Int(digits)
        else {
            return false
        }
        return (1200...2200).contains(year)
    }

    /// A line that says where the article is from and nothing else.
    var isAttribution: Bool {
        length <= 300 && (folded.hasPrefix("©") || Self.attributionStarts.contains { folded.hasPrefix($0) })
    }

    private static let attributionStarts: [String] = [
        "المصدر:", "المصدر :", "المصدر /", "مصدر:", "ترجمه:", "ترجمه /", "نقلا عن:", "Source:", "Sources:",
        "Translated by",
        "Translation:", "منبع:", "منبع :", "مترجم:", "source :",
    ].map(LetterFolding.fold)
}
