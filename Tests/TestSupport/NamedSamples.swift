package import Articles
package import TextAnalysis

/// Articles that name entities side by side, made by hand.
package enum NamedSamples {
    package static func entity(
        _ id: String, _ label: String, _ language: Language = .arabic, kind: Entity.Kind = .person,
        aliases: [Entity.Alias] = []
    ) -> Entity {
        Entity(id: id, kind: kind, label: label, labelLanguage: language, aliases: aliases)
    }

    package static func translation(_ text: String, _ language: Language = .english) -> Entity.Alias {
        Entity.Alias(text: text, language: language, kind: .translation)
    }

    /// An article of these blocks of sentences, each of which names these entities; `number` tells it from others.
    package static func article(
        _ blocks: [[[Entity]]], number: Int, kind: Block.Kind = .paragraph,
        metadata: ArticleMetadata = ArticleMetadata()
    ) -> (article: Article, annotations: Annotations) {
        var text = "خبر \(number)"
        var mentions: [Mention] = []
        var entities: [Entity] = []
        var ranges: [Range<Int>] = []
        for (index, block) in blocks.enumerated() {
            text += "\n"
            let start = text.utf8.count
            for sentence in block {
                text += "قال"
                for entity in sentence {
                    text += " "
                    let range = text.utf8.count..<text.utf8.count + entity.label.utf8.count
                    mentions.append(
                        Mention(
                            range: range, kind: entity.kind, entityID: entity.id, form: .name, block: index,
                            confidence: 0.9, rule: "test"))
                    text += entity.label
                    if !entities.contains(where: { $0.id == entity.id }) { entities.append(entity) }
                }
                text += " ذلك. "
            }
            ranges.append(start..<max(start, text.utf8.count - 1))
        }
        let article = Article(
            text: Array(text.utf8), metadata: metadata, language: .arabic, direction: .rightToLeft,
            blocks: ranges.map {
                Block(kind: kind, range: $0, language: .arabic, direction: .rightToLeft)
            })
        return (article, Annotations(entities: entities, mentions: mentions))
    }
}
