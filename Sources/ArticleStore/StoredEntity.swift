package import Articles

/// An entity with how often it is named.
package struct StoredEntity: Sendable, Hashable {
    /// Another id that leads to an entity, and why.
    package struct Merged: Sendable, Hashable {
        /// `n_…`
        package var id: String
        /// Short English text: `same letters`, `spelling variant`, `transliteration`, `alias`, `acronym`, or what a person said.
        package var reason: String
        /// 0…1.
        package var confidence: Double

        package init(id: String, reason: String, confidence: Double) {
            self.id = id
            self.reason = reason
            self.confidence = confidence
        }
    }

    package var entity: Entity
    /// At most one for each language, that of `entity.label` first.
    package var labels: [Entity.Alias]
    package var articleCount: Int
    package var mentionCount: Int
    /// EDTF values of the earliest and latest dated event it takes part in.
    package var firstDate: String?
    package var lastDate: String?
    /// The ids of its other names.
    package var merged: [Merged]
    /// Its ids elsewhere that `entity` has no place for, by who gives them.
    package var external: [String: String] = [:]

    package init(
        entity: Entity, labels: [Entity.Alias] = [], articleCount: Int, mentionCount: Int,
        firstDate: String?, lastDate: String?, merged: [Merged] = []
    ) {
        self.entity = entity
        self.labels = labels
        self.merged = merged
        self.articleCount = articleCount
        self.mentionCount = mentionCount
        self.firstDate = firstDate
        self.lastDate = lastDate
    }
}

extension StoredEntity {
    /// Whether what people may change is the same.
    package func isDescribed(as other: StoredEntity) -> Bool {
        entity == other.entity && labels == other.labels && external == other.external
    }
}

/// A mention with where it is.
package struct StoredMention: Sendable, Hashable {
    /// `m_…`
    package var id: String
    package var articleID: String
    package var revision: Int
    package var mention: Mention
    /// The characters of the mention.
    package var text: String
    /// Code points from the start of the article's text, end exclusive.
    package var codePoints: Range<Int>

    package init(
        id: String, articleID: String, revision: Int, mention: Mention, text: String,
        codePoints: Range<Int>
    ) {
        self.id = id
        self.articleID = articleID
        self.revision = revision
        self.mention = mention
        self.text = text
        self.codePoints = codePoints
    }
}
