package import Articles
import TextAnalysis

/// What one article says of an entity, as far as telling who is who in many articles must know it.
package struct ArticleEntity: Sendable, Hashable {
    /// As the article describes it; its id is the name's.
    package var entity: Entity
    /// How often it is mentioned.
    package var mentions: Int

    package init(entity: Entity, mentions: Int) {
        self.entity = entity
        self.mentions = mentions
    }

    /// The entities of an article, each once. Aliases that stand in the text are in an order that their places in it do not matter
    /// for; those of the gazetteer in the gazetteer's.
    package static func read(_ annotations: Annotations) -> [ArticleEntity] {
        var counts: [String: Int] = [:]
        for mention in annotations.mentions { counts[mention.entityID, default: 0] += 1 }
        var seen: Set<String> = []
        return annotations.entities.filter { seen.insert($0.id).inserted }.map { entity in
            var entity = entity
            if entity.wikidata == nil {
                entity.aliases.sort {
                    ($0.text, $0.language.rawValue, $0.kind.rawValue)
                        < ($1.text, $1.language.rawValue, $1.kind.rawValue)
                }
            }
            return ArticleEntity(entity: entity, mentions: counts[entity.id] ?? 0)
        }
    }

    /// A number of the article's content, by which articles are chosen that stand for many.
    package static func rank(contentHash: String, title: String?) -> Int64 {
        Int64(bitPattern: StableHash.hash((title ?? ""), seed: StableHash.hash(contentHash)))
    }
}
