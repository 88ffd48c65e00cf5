/// One state of an article.
package struct Revision: Sendable, Hashable {
    /// From 1.
    package var number: Int
    /// Seconds since 1970-01-01T00:00:00Z.
    package var writtenAt: Int64
    /// `nil` for the one that holds.
    package var replacedAt: Int64?
    /// `sha256:` and 64 hexadecimal digits, of its text.
    package var contentHash: String

    package init(number: Int, writtenAt: Int64, replacedAt: Int64?, contentHash: String) {
        self.number = number
        self.writtenAt = writtenAt
        self.replacedAt = replacedAt
        self.contentHash = contentHash
    }
}

/// What came of replacing an article.
package enum RevisionOutcome: Sendable, Hashable {
    case written
    /// The article is like that already; there is no new revision.
    case unchanged
    /// It is at another revision than the one that was seen.
    case outdated
    case deleted
    case unknown
    /// The article `id` has the same text and title.
    case duplicate(id: String)
    /// The external id is that of the article `id`.
    case externalIDTaken(id: String)
}
