package import ArticleStore
package import Articles
import TextAnalysis
import Timeline

/// An article with what was read from it, stored or not: all that its JSON is made of.
///
/// What is not stored has no id; its events and mentions have ids of their own, such as `_:e1`, that hold in the one answer.
package struct ArticleDocument: Sendable {
    let id: String?
    let revision: Int?
    /// Whether the request that is answered stored it; `nil` where that is not the question.
    let created: Bool?
    let ingestedAt: Int64?
    let contentHash: String
    let article: Article
    let annotations: Annotations
    let offsets: OffsetMap
    let stored: StoredArticle?

    package init(_ stored: StoredArticle, created: Bool? = nil) {
        id = stored.id
        revision = stored.revision
        self.created = created
        ingestedAt = stored.ingestedAt
        contentHash = stored.contentHash
        article = stored.article
        annotations = stored.annotations
        offsets = OffsetMap(stored.article.text)
        self.stored = stored
    }

    /// An article that is not stored.
    package init(_ article: Article, _ annotations: Annotations) {
        id = nil
        revision = nil
        created = nil
        ingestedAt = nil
        contentHash = ContentHash.of(article.text)
        self.article = article
        self.annotations = annotations
        offsets = OffsetMap(article.text)
        stored = nil
    }

    /// Its events as the store would give them, with ids that hold in one answer; claims of a stored article have their own.
    var previewedEvents: [StoredEvent] {
        let labels = Dictionary(annotations.entities.map { ($0.id, $0.label) }) { first, _ in first }
        return annotations.events.enumerated().map { index, event in
            let block = event.claims.first.map { article.blocks[$0.block] }
            let shown = Set(event.participants.map(\.entityID) + [event.placeID].compactMap(\.self))
            return StoredEvent(
                id: "_:e\(index + 1)", title: article.string(event.titleRange),
                titleLanguage: block?.language ?? article.language,
                titleDirection: block?.direction ?? article.direction, event: event,
                claimSpans: event.claims.map {
                    StoredEvent.ClaimSpan(
                        claim: offsets.codePoints($0.range), date: $0.dateRange.map(offsets.codePoints))
                },
                claimSources: event.claims.indices.map {
                    StoredEvent.ClaimSource(
                        id: stored?.claimID($0, ofEvent: index) ?? "_:c\(index + 1)_\($0 + 1)",
                        articleID: id ?? "", revision: revision ?? 0)
                },
                salience: Salience.value(
                    sources: 1, articles: 1, confidence: event.confidence, precision: event.date?.precision,
                    kind: event.kind),
                labels: labels.filter { shown.contains($0.key) },
                follows: event.follows.map { "_:e\($0 + 1)" })
        }
    }

    /// Its entities, counted in this article alone.
    var entities: [StoredEntity] {
        var counts: [String: Int] = [:]
        for mention in annotations.mentions { counts[mention.entityID, default: 0] += 1 }
        return annotations.entities.map { entity in
            let dates = annotations.events.filter { event in
                event.placeID == entity.id || event.participants.contains { $0.entityID == entity.id }
            }.compactMap(\.date)
            return StoredEntity(
                entity: entity, articleCount: 1, mentionCount: counts[entity.id] ?? 0,
                firstDate: dates.first?.edtf, lastDate: dates.last?.edtf)
        }
    }

    var mentions: [StoredMention] {
        annotations.mentions.enumerated().map { ordinal, mention in
            StoredMention(
                id: stored?.mentionID(ordinal) ?? "_:m\(ordinal + 1)", articleID: id ?? "",
                revision: revision ?? 0, mention: mention, text: article.string(mention.range),
                codePoints: offsets.codePoints(mention.range))
        }
    }

    /// The entity that most of `range` names.
    func entityID(in range: Range<Int>) -> String? {
        annotations.mentions
            .map { ($0.entityID, $0.range.clamped(to: range).count) }
            .filter { $0.1 > 0 }
            .max { $0.1 < $1.1 }?.0
    }

    /// The entity of a name that does not stand in the text.
    func entityID(named name: String) -> String? {
        let folded = LetterFolding.fold(name)
        return annotations.entities.first { entity in
            ([entity.label] + entity.aliases.map(\.text)).contains { LetterFolding.fold($0) == folded }
        }?.id
    }
}
