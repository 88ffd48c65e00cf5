package import TextAnalysis

/// A paragraph-level part of an article.
package struct Block: Sendable, Hashable {
    package enum Kind: String, Sendable, Hashable, CaseIterable {
        case title, heading, paragraph, quote, attribution
        case listItem = "list_item"
    }

    package var kind: Kind
    /// UTF-8 bytes of the article's text, without white space and debris at either end; never empty.
    package var range: Range<Int>
    /// The index in `Article.blocks` of the heading that it stands under.
    package var section: Int?
    /// A list item's place in its list, from 1.
    package var ordinal: Int?
    package var language: Language
    package var direction: TextDirection

    package init(
        kind: Kind, range: Range<Int>, section: Int? = nil, ordinal: Int? = nil, language: Language,
        direction: TextDirection
    ) {
        self.kind = kind
        self.range = range
        self.section = section
        self.ordinal = ordinal
        self.language = language
        self.direction = direction
    }
}
