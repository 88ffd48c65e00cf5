package import Articles
import Foundation
import TextAnalysis

extension ArticleEvent {
    /// The events of an article, in the order of `annotations.events`. `contentHash` is that of its text.
    package static func read(
        _ article: Article, _ annotations: Annotations, contentHash: String
    ) -> [ArticleEvent] {
        guard !annotations.events.isEmpty else { return [] }
        let reader = Reader(article: article, annotations: annotations, contentHash: contentHash)
        return annotations.events.enumerated().map { reader.event($1, ordinal: $0) }
    }
}

/// Reads the events of one article.
private struct Reader {
    let article: Article
    let entities: [String: Entity]
    let mentions: [Range<Int>]
    let voice: String
    let rank: UInt64

    init(article: Article, annotations: Annotations, contentHash: String) {
        self.article = article
        entities = Dictionary(annotations.entities.map { ($0.id, $0) }) { first, _ in first }
        mentions = annotations.mentions.map(\.range)
        voice = Self.voice(of: article, contentHash: contentHash)
        rank = Hashing.hash(
            (article.metadata.title ?? "").utf8, seed: Hashing.hash(contentHash.utf8))
    }

    func event(_ event: Event, ordinal: Int) -> ArticleEvent {
        let claim = event.claims.first
        let block = claim.flatMap {
            article.blocks.indices.contains($0.block) ? article.blocks[$0.block] : nil
        }
        let language = block?.language ?? article.language
        let dates = event.claims.compactMap(\.dateRange)
        let names = names(of: event)
        let title = ContentWords(
            article.text, event.titleRange, language: language,
            excluding: dates + mentions.filter { $0.overlaps(event.titleRange) })
        let sentence = ContentWords(
            article.text, claim?.range ?? event.titleRange, language: language, excluding: dates)
        return ArticleEvent(
            kind: event.kind, isRepeatable: event.isRepeatable, status: event.status, date: event.date,
            names: names,
            place: event.placeID.flatMap { id in
                names.first { $0.id == id && $0.kind != .country }?.key
            },
            quantities: event.quantities, titleWords: title.stems, words: sentence.stems,
            copy: CopySketch(words: sentence.all), title: article.string(event.titleRange),
            titleLanguage: language, titleDirection: block?.direction ?? article.direction,
            isListItem: block?.kind == .listItem, claimCount: event.claims.count,
            confidence: event.confidence, voice: voice, language: article.language,
            isFlagged: article.repairs.contains { $0.code == .htmlDebris },
            rank: Hashing.mixed(rank &+ UInt64(ordinal)))
    }

    private func names(of event: Event) -> [ArticleEvent.Name] {
        let ids = Set(event.participants.map(\.entityID) + [event.placeID].compactMap(\.self))
        return ids.map { ArticleEvent.Name(id: $0, kind: Self.kind(of: entities[$0])) }
            .sorted { ($0.key, $0.id) < ($1.key, $1.id) }
    }

    private static func kind(of entity: Entity?) -> ArticleEvent.Name.Class {
        switch entity?.kind {
        case .person: .person
        case .place: entity?.subtype == "country" ? .country : .place
        case .organisation, .product, .event, nil: .other
        }
    }

    private static func voice(of article: Article, contentHash: String) -> String {
        let origin = article.attributions.first { $0.role == .origin }.map { article.string($0.range) }
        let host = article.metadata.url.flatMap { URL(string: $0)?.host }
        for name in [origin, article.metadata.source, host] {
            let folded = LetterFolding.fold(name ?? "")
            if !folded.isEmpty { return folded }
        }
        return contentHash
    }
}
