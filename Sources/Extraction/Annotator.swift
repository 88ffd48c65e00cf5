package import Articles

/// Reads what an article says: dates, entities, events.
package struct Annotator: Sendable {
    private let temporalTagger = TemporalTagger()
    private let eventBuilder = EventBuilder()
    private let entityTagger: EntityTagger
    private let given: UInt64

    /// An annotator with the built-in lexicons.
    package init() { self.init(gazetteer: Gazetteer()) }

    /// An annotator that knows the names of `gazetteer`, and finds others with `model`.
    package init(gazetteer: Gazetteer, model: EntityModel = .builtIn) {
        entityTagger = EntityTagger(gazetteer: gazetteer, model: model)
        given = AnnotatorVersion.given(gazetteer, model)
    }

    /// A number of all that annotations depend on but the article: annotators of one version read the same from it.
    package var version: Int64 { AnnotatorVersion.number(given) }

    /// The annotations of `article`. `documentDate` anchors relative dates; it defaults to the publication date.
    package func annotate(_ article: Article, documentDate: CivilDate? = nil) -> Annotations {
        let published = article.metadata.publishedAt.map {
            CivilDate(dayNumber: Int(($0 - $0 %% 86_400) / 86_400))
        }
        let now = documentDate ?? published
        var expressions = temporalTagger.expressions(in: article, documentDate: now)
        let (entities, mentions) = entityTagger.tag(article)
        let (events, dating) = eventBuilder.events(
            in: article, expressions: expressions, entities: entities, mentions: mentions, documentDate: now)
        for (index, isEvent) in dating.enumerated() { expressions[index].isEvent = isEvent }
        return Annotations(expressions: expressions, entities: entities, mentions: mentions, events: events)
    }
}
