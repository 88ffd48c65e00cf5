/// Reads plain text into an article.
package struct ArticleParser: Sendable {
    /// The largest text accepted: 2 MiB, in bytes.
    package static let maximumTextBytes = 2 << 20

    package init() {}

    /// The structure of `text`. Never fails for text that is valid UTF-8, within the limit, and has a letter or digit.
    package func parse(
        _ text: [UInt8], metadata: ArticleMetadata = ArticleMetadata()
    ) throws(ArticleParsingError) -> Article {
        throw .empty
    }
}
