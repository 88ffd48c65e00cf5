package import TextAnalysis

/// What came with the text, or with the page or document that it was in: nothing here is read from the text itself.
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
    /// Who wrote it, in the order given.
    package var authors: [String]
    /// When it was last changed; seconds since 1970-01-01T00:00:00Z.
    package var modifiedAt: Int64?
    /// How it came in; `nil` for the JSON object of the API.
    package var reception: Reception?

    package init(
        title: String? = nil, url: String? = nil, externalID: String? = nil, source: String? = nil,
        publishedAt: Int64? = nil, language: Language? = nil, tags: [String] = [],
        authors: [String] = [], modifiedAt: Int64? = nil, reception: Reception? = nil
    ) {
        self.title = title
        self.url = url
        self.externalID = externalID
        self.source = source
        self.publishedAt = publishedAt
        self.language = language
        self.tags = tags
        self.authors = authors
        self.modifiedAt = modifiedAt
        self.reception = reception
    }
}
