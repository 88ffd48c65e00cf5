package import TextAnalysis

/// A news article: its bytes as they were received, what its publisher said about it, and its structure.
///
/// Every range in the model counts UTF-8 bytes of `text` and lies on scalar boundaries.
package struct Article: Sendable, Hashable {
    /// The stored raw text: valid UTF-8, not empty, exactly as received.
    package var text: [UInt8]
    package var metadata: ArticleMetadata
    /// Where the title stands in `text`; `nil` when it was given apart (`metadata.title`) or there is none.
    package var titleRange: Range<Int>?
    /// The language of most of the text.
    package var language: Language
    package var direction: TextDirection
    /// In the order of the text, not overlapping. A title that stands in the text is the first block.
    package var blocks: [Block]
    /// Who is credited in the text, in the order found.
    package var attributions: [Attribution]
    /// Markup debris found, in the order of the text; the bytes themselves stay in `text`.
    package var repairs: [Repair]

    package init(
        text: [UInt8], metadata: ArticleMetadata = ArticleMetadata(), titleRange: Range<Int>? = nil,
        language: Language, direction: TextDirection, blocks: [Block] = [],
        attributions: [Attribution] = [], repairs: [Repair] = []
    ) {
        self.text = text
        self.metadata = metadata
        self.titleRange = titleRange
        self.language = language
        self.direction = direction
        self.blocks = blocks
        self.attributions = attributions
        self.repairs = repairs
    }

    /// The characters of a range of `text`; empty when the range does not lie in it.
    package func string(_ range: Range<Int>) -> String {
        guard range.lowerBound >= 0, range.upperBound <= text.count else { return "" }
        return String(decoding: text[range], as: UTF8.self)
    }

    /// The title, wherever it came from.
    package var title: String? {
        metadata.title ?? titleRange.map(string)
    }
}
