package import Articles

/// An article as the store keeps it.
package struct StoredArticle: Sendable, Hashable {
    /// `a_…`
    package var id: String
    package var revision: Int
    package var article: Article
    package var annotations: Annotations
    /// Seconds since 1970-01-01T00:00:00Z.
    package var ingestedAt: Int64
    /// `sha256:` and 64 hexadecimal digits, of `article.text`.
    package var contentHash: String
    /// Of the change that wrote this revision.
    package var sequence: Int64
    /// Of the cluster of its copies, the number by which the store calls it; `nil` without copies.
    package var cluster: Int64?
    /// Of its cluster, how many others a list left out that shows one of each; `nil` in other lists.
    package var others: Int?

    package init(
        id: String, revision: Int, article: Article, annotations: Annotations, ingestedAt: Int64,
        contentHash: String, sequence: Int64, cluster: Int64? = nil
    ) {
        self.id = id
        self.revision = revision
        self.article = article
        self.annotations = annotations
        self.ingestedAt = ingestedAt
        self.contentHash = contentHash
        self.sequence = sequence
        self.cluster = cluster
    }

    /// `g_…` of the cluster of its copies; `nil` without copies.
    package var clusterID: String? { cluster.map(Identifier.cluster) }

    /// `a_…` of the first article of its cluster, unless it is that itself.
    package var duplicateOf: String? {
        cluster.map(Identifier.article).flatMap { $0 == id ? nil : $0 }
    }
}

/// What came of offering an article to the store.
package struct Insertion: Sendable, Hashable {
    package enum Outcome: Sendable, Hashable {
        case created
        /// The same content or external id is there already.
        case unchanged
        /// The external id is there with another text; the stored article is as it was.
        case externalIDTaken
    }

    package var id: String
    package var outcome: Outcome

    package init(id: String, outcome: Outcome) {
        self.id = id
        self.outcome = outcome
    }
}

extension StoredArticle {
    /// `c_…` of a claim of the event at `ordinal` in `annotations.events`.
    package func claimID(_ index: Int, ofEvent ordinal: Int) -> String {
        let row = Identifier.articleRow(id) ?? 0
        return Identifier.claim(index, ordinal: ordinal, article: row)
    }

    /// `m_…` of the mention at `ordinal` in `annotations.mentions`.
    package func mentionID(_ ordinal: Int) -> String {
        Identifier.articleRow(id).map { Identifier.mention(ordinal, article: $0) } ?? "m_" + String(ordinal)
    }
}
