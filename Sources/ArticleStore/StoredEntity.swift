package import Articles

/// An entity with how often it is named.
package struct StoredEntity: Sendable, Hashable {
    package var entity: Entity
    package var articleCount: Int
    package var mentionCount: Int
    /// EDTF values of the earliest and latest dated event it takes part in.
    package var firstDate: String?
    package var lastDate: String?

    package init(
        entity: Entity, articleCount: Int, mentionCount: Int, firstDate: String?, lastDate: String?
    ) {
        self.entity = entity
        self.articleCount = articleCount
        self.mentionCount = mentionCount
        self.firstDate = firstDate
        self.lastDate = lastDate
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
