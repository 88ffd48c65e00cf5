import Articles
import Extraction
import TextAnalysis

/// Sentences that are trained on as one article, and what their tokens are.
struct TrainingText {
    /// For each token the numbers of its features.
    private(set) var features: [[Int32]]
    /// For each token the numbers of those features that say something of the style of the spelling.
    private(set) var styleFeatures: [[Int32]]
    /// For each token the numbers of the features that a first pass gives it; empty before there was one.
    var documentFeatures: [[Int32]] = []
    /// For each token the labels that it may have, a bit each.
    let masks: [UInt32]
    /// Labels that the set may have left out: the style of the spelling says nothing of them.
    let unmarked: UInt32
    /// Between two boundaries each.
    let sentences: [Range<Int>]
    let article: Article
    /// How much an error in it weighs.
    let weight: Float

    /// Sentences below each other, each a paragraph.
    static func article(_ sentences: ArraySlice<Sentence>, _ language: Language) -> Article {
        var text: [UInt8] = []
        var blocks: [Block] = []
        let direction: TextDirection = language == .english ? .leftToRight : .rightToLeft
        for sentence in sentences where !sentence.text.isEmpty {
            if !text.isEmpty { text.append(0x0a) }
            let start = text.count
            text += sentence.text
            blocks.append(
                Block(kind: .paragraph, range: start..<text.count, language: language, direction: direction))
        }
        return Article(text: text, language: language, direction: direction, blocks: blocks)
    }

    init(
        _ source: ArraySlice<Sentence>, _ language: Language, _ map: LabelMap, _ labels: LabelSet,
        weight: Float, _ extractor: inout FeatureExtractor, _ index: inout KeyIndex
    ) {
        article = Self.article(source, language)
        let keys = extractor.read(article)
        features = keys.keys.map { $0.map { index.number(of: $0) } }
        styleFeatures = keys.ofStyle.map { $0.map { index.number(of: $0) } }
        let tokens = extractor.tokens
        masks = map.masks(Self.spans(source, tokens), count: tokens.count, labels)
        sentences = tokens.indices.split { tokens[$0].isBoundary }.map { $0.startIndex..<$0.endIndex }
        unmarked = map.unmarkedLabels(labels)
        self.weight = weight
    }

    /// Leaves out features that were seen less often.
    mutating func keepFeatures(seen minimum: Int32, _ index: KeyIndex) {
        for token in features.indices {
            features[token].removeAll { index.counts[Int($0)] < minimum }
            styleFeatures[token].removeAll { index.counts[Int($0)] < minimum }
        }
    }

    /// The names of sentences in the tokens of their article.
    private static func spans(
        _ source: ArraySlice<Sentence>, _ tokens: [ModelToken]
    ) -> [(tokens: Range<Int>, label: String)] {
        var spans: [(tokens: Range<Int>, label: String)] = []
        var start = 0
        var token = 0
        for sentence in source where !sentence.text.isEmpty {
            for name in sentence.names {
                let range = sentence.range(of: name)
                let (lower, upper) = (start + range.lowerBound, start + range.upperBound)
                while token < tokens.count,
                    tokens[token].isBoundary || tokens[token].range.upperBound <= lower
                {
                    token += 1
                }
                var end = token
                while end < tokens.count, !tokens[end].isBoundary, tokens[end].range.lowerBound < upper {
                    end += 1
                }
                if end > token { spans.append((token..<end, name.label)) }
                token = end
            }
            start += sentence.text.count + 1
        }
        return spans
    }
}
