/// Scores the texts of a query's best documents anew, by the character 4-grams inside their words: words that share letters with
/// the query's count, whatever their clitics, endings and spelling are.
///
/// Two things are added up, both saturating as in BM25: the grams of the query, each as rare as it is; and its words, each as
/// often as the text's words have it, where a word that has half of the grams (by weight) counts half.
package struct TextRanker: Sendable {
    /// Of longer texts only so many bytes are looked at.
    package static let longestText = 16_384

    // Compared on questions to passages and on titles to bodies (Scripts/score-search), where settings near these score alike.
    private static let gramFactor: Float = 0.8
    private static let wordFactor: Float = 2
    private static let gramSaturation: Float = 0.6
    private static let gramLengthShare: Float = 0.75
    private static let wordSaturation: Float = 1.2
    private static let wordLengthShare: Float = 0.9

    private let query: GramQuery
    private let averageLength: Float
    /// No text gets more.
    let maximum: Float
    /// Of the text that is scored: how often it has each gram, and each word.
    private var gramCounts: [Float]
    private var wordCounts: [Float]
    /// What the word that is being read has of each word of the query.
    private var shares: [Float]

    /// `nil` when the query has no word to look for.
    package init?(_ query: Query, _ snapshot: IndexSnapshot) {
        var words: [[UInt8]] = []
        // What stands for a word that was typed is not scored besides it.
        query.root.forEachPositive { node, reason in
            guard reason == nil else { return }
            switch node {
            case .term(let term), .prefix(let term): words.append(term.surface)
            case .phrase(let terms), .near(let terms, _): words += terms.map(\.surface)
            case .filter, .best, .all, .any, .auto, .not: break
            }
        }
        let rarity = GramRarity(snapshot.state)
        self.init(
            GramQuery(words: words) { rarity.weight(of: $0) },
            averageLength: Float(snapshot.state.averageLength))
    }

    init?(_ query: GramQuery, averageLength: Float) {
        if query.words.isEmpty { return nil }
        self.query = query
        self.averageLength = max(averageLength, 1)
        maximum =
            Self.gramFactor * query.grams.reduce(0) { $0 + $1.weight * $1.count }
            + Self.wordFactor * query.words.reduce(0) { $0 + $1.weight }
        gramCounts = [Float](repeating: 0, count: query.grams.count)
        wordCounts = [Float](repeating: 0, count: query.words.count)
        shares = wordCounts
    }

    /// What a text, UTF-8, is worth, from 0 on. Linear in its length.
    package mutating func score(of text: [UInt8]) -> Float {
        let length = Float(read(text.span.extracting(first: Self.longestText)))
        let relative = length / averageLength
        let gramPivot =
            Self.gramSaturation * (1 - Self.gramLengthShare + Self.gramLengthShare * relative)
        let wordPivot =
            Self.wordSaturation * (1 - Self.wordLengthShare + Self.wordLengthShare * relative)
        var grams: Float = 0
        for (index, gram) in query.grams.enumerated() where gramCounts[index] > 0 {
            grams += gram.weight * gram.count * gramCounts[index] / (gramCounts[index] + gramPivot)
        }
        var words: Float = 0
        for (index, word) in query.words.enumerated() where wordCounts[index] > 0 {
            words += word.weight * wordCounts[index] / (wordCounts[index] + wordPivot)
        }
        return Self.gramFactor * grams + Self.wordFactor * words
    }

    /// Counts; returns the number of words.
    private mutating func read(_ text: Span<UInt8>) -> Int {
        for index in gramCounts.indices { gramCounts[index] = 0 }
        for index in wordCounts.indices {
            wordCounts[index] = 0
            shares[index] = 0
        }
        var length = 0
        // The words with something in `shares`, a bit each.
        var shared: UInt64 = 0
        GramScanner.scan(text) { gram in
            guard let number = query.number(of: gram) else { return }
            gramCounts[number] += 1
            let gram = query.grams[number]
            shared |= gram.words
            var words = gram.words
            while words != 0 {
                shares[words.trailingZeroBitCount] += gram.weight
                words &= words - 1
            }
        } onWord: {
            length += 1
            while shared != 0 {
                let word = shared.trailingZeroBitCount
                wordCounts[word] += min(shares[word] / query.words[word].sum, 1)
                shares[word] = 0
                shared &= shared - 1
            }
        }
        return length
    }
}
