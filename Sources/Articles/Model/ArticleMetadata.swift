package import TextAnalysis

/// What came with the text: nothing here is read from the text itself.
package struct ArticleMetadata: Sendable, Hashable {
    package var title: String?
    package var url: String?
    /// The publisher's own identifier.
    package var externalID: String?
    package var source: String?
    /// Seconds since 1970-01-01T00:00:00Z.
    package var publishedAt: Int64?
    /// The language that the sender declared; it wins over detection.
    package var language: Language?
    package var tags: [String]

    package init(
        title: String? = nil, url: String? = nil, externalID: String? = nil, source: String? = nil,
        publishedAt: Int64? = nil, language: Language? = nil, tags: [String] = []
    ) {
        self.title = title
        self.url = url
        self.externalID = externalID
        self.source = source
        self.publishedAt = publishedAt
        self.language = language
        self.tags = tags
    }
}
