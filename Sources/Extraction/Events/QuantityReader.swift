import Articles
import TextAnalysis

/// Reads how many people a sentence says were killed or hurt, so that differing numbers of one event can be told.
struct QuantityReader: Sendable {
    /// Words from a number to what it counts, at most.
    private static let reach = 3
    /// Bytes on either side of a claim's date that are read.
    private static let window = 700
    /// Claims of an event that are read.
    private static let maximumClaims = 32

    private static let measures: [String: String] = {
        var measures: [String: String] = [:]
        for (measure, words) in [("killed", killed), ("injured", injured)] {
            for word in words.split(whereSeparator: \.isWhitespace) {
                measures[LetterFolding.fold(String(word))] = measure
            }
        }
        return measures
    }()

    private static let killed = """
        مقتل قتل قتلت قتيل قتيلا قتلى القتلى شهيد شهيدا شهداء مصرع وفاة ضحية
        killed dead deaths died killing کشته کشته‌شدن جان‌باختن
        """
    private static let injured = """
        جريح جريحا جرحى الجرحى مصاب مصابا مصابين إصابة أصيب جرح وإصابة وجرح
        injured wounded injuring wounding زخمی مجروح مصدوم
        """

    /// The quantities of the sentences of `claims`, each once.
    func quantities(in article: Article, claims: [Claim]) -> [Event.Quantity] {
        var found: [Event.Quantity] = []
        var sentences: Set<Range<Int>> = []
        for claim in claims.prefix(Self.maximumClaims) where sentences.insert(claim.range).inserted {
            let dates = [claim.dateRange].compactMap(\.self)
            for quantity in quantities(in: article.text, near(claim, article.text), excluding: dates)
            where !found.contains(quantity) {
                found.append(quantity)
            }
        }
        return found
    }

    /// The part of a claim around its date, of whole characters.
    private func near(_ claim: Claim, _ text: [UInt8]) -> Range<Int> {
        let middle = claim.dateRange ?? claim.range.lowerBound..<claim.range.lowerBound
        var start = max(claim.range.lowerBound, middle.lowerBound - Self.window)
        var end = min(claim.range.upperBound, middle.upperBound + Self.window)
        while start < end, text[start] & 0xc0 == 0x80 { start += 1 }
        while end < text.count, end > start, text[end] & 0xc0 == 0x80 { end -= 1 }
        return start..<end
    }

    private func quantities(
        in text: [UInt8], _ range: Range<Int>, excluding dates: [Range<Int>]
    ) -> [Event.Quantity] {
        guard range.lowerBound >= 0, range.upperBound <= text.count else { return [] }
        guard hasNumber(text, range, excluding: dates) else { return [] }
        let sentence = Array(text[range])
        let words = Tokenizer().wordRanges(in: sentence).map { word in
            (
                text: String(decoding: folded(sentence, word), as: UTF8.self),
                isDate: dates.contains {
                    $0.overlaps(range.lowerBound + word.lowerBound..<range.lowerBound + word.upperBound)
                }
            )
        }
        let texts = words.map(\.text)
        return words.indices.compactMap { index in
            guard !words[index].isDate, let value = Int(words[index].text), (1..<10_000_000).contains(value),
                let measure = measure(nearest: index, in: texts)
            else { return nil }
            return Event.Quantity(measure: measure, lower: Double(value))
        }
    }

    /// Whether a digit stands outside of the dates: most sentences have none and need not be read.
    private func hasNumber(_ text: [UInt8], _ range: Range<Int>, excluding dates: [Range<Int>]) -> Bool {
        range.contains { index in
            let byte = text[index]
            // ASCII, or the second byte of an Arabic-Indic or Persian digit.
            let isDigit =
                byte &- 0x30 < 10
                || index > range.lowerBound
                    && (text[index - 1] == 0xd9 && byte &- 0xa0 < 10
                        || text[index - 1] == 0xdb && byte &- 0xb0 < 10)
            return isDigit && !dates.contains { $0.contains(index) }
        }
    }

    private func folded(_ text: [UInt8], _ range: Range<Int>) -> [UInt8] {
        var folded: [UInt8] = []
        LetterFolding.fold(text, range, into: &folded)
        return folded
    }

    /// What is counted by the number at `index`: the nearest such word, the one before it rather than the one after.
    private func measure(nearest index: Int, in words: [String]) -> String? {
        for distance in 1...Self.reach {
            for other in [index - distance, index + distance] where words.indices.contains(other) {
                if let measure = Self.measures[words[other]] { return measure }
            }
        }
        return nil
    }
}
