import ArticleStore
import Articles

/// What is to be exported, from one snapshot: first where things are, many at once, then the things, a few at once.
struct ExportReader: Sendable {
    /// Places that are looked for at once: what a filter costs, it costs each time.
    private static let placesAtOnce = 5000
    /// Edges that are in memory at once.
    static let mostEdges = 1_000_000

    /// How many things are read at once: articles have all their text and more, events a little, entities less.
    let size: Int
    /// The next places after one; none at the end.
    let places: @Sendable (StoreSnapshot, _ after: PagePosition?) throws -> [PagePosition]
    /// What there is to write of those at some places.
    let items: @Sendable (StoreSnapshot, ArraySlice<PagePosition>) throws -> [ExportItem]

    static func articles(_ criteria: Criteria) -> ExportReader {
        perArticle(criteria) { [.article(ArticleDocument($0))] }
    }

    /// The mentions in the articles that meet `criteria`; of its entities only, when it asks for any.
    static func mentions(_ criteria: Criteria) -> ExportReader {
        perArticle(criteria) { stored in
            ArticleDocument(stored).mentions.filter { mention in
                criteria.entities.allSatisfy { $0.values.contains(mention.mention.entityID) != $0.negated }
            }.map(ExportItem.mention)
        }
    }

    private static func perArticle(
        _ criteria: Criteria, _ items: @escaping @Sendable (StoredArticle) -> [ExportItem]
    ) -> ExportReader {
        ExportReader(size: 8) { snapshot, after in
            try snapshot.articlePlaces(criteria, limit: placesAtOnce, after: after)
        } items: { snapshot, places in
            try snapshot.articles(places).flatMap(items)
        }
    }

    static func events(_ criteria: Criteria) -> ExportReader {
        ExportReader(size: 100) { snapshot, after in
            try snapshot.eventPlaces(criteria, limit: placesAtOnce, after: after)
        } items: { snapshot, places in
            let events = try snapshot.events(places)
            let participants = events.map { Set($0.event.participants.map(\.entityID)) }
            let parties = try snapshot.entityIDs(
                among: Set(participants.joined()), kinds: [.person, .organisation])
            return zip(events, participants).map { .event($0, parties: $1.intersection(parties)) }
        }
    }

    static func claims(_ criteria: Criteria) -> ExportReader {
        ExportReader(size: 100, places: events(criteria).places) { snapshot, places in
            try snapshot.events(places).flatMap { event in
                event.event.claims.indices.map { .claim($0, of: event) }
            }
        }
    }

    static func entities(
        named name: String?, reach: NameReach, kinds: [Entity.Kind], minimumArticles: Int
    ) -> ExportReader {
        ExportReader(size: 200) { snapshot, after in
            try snapshot.entityPlaces(
                named: name, reach: reach, kinds: kinds, minimumArticles: minimumArticles,
                limit: placesAtOnce, after: after)
        } items: { snapshot, places in
            try snapshot.entities(places).map(ExportItem.entity)
        }
    }

    /// The nodes, then the edges, all from one place.
    static func graph(_ query: ArticleStore.GraphQuery) -> ExportReader {
        ExportReader(size: 1) { _, after in
            after == nil ? [PagePosition(row: 0)] : []
        } items: { snapshot, _ in
            let graph = try snapshot.graph(query)
            let labels = Dictionary(
                graph.nodes.map { ($0.entity.entity.id, $0.entity.entity.label) }
            ) { first, _ in first }
            let edges = graph.edges.map { edge in
                ExportItem.edge(
                    edge,
                    ArticleStore.Graph.Labels(
                        source: labels[edge.source] ?? "", target: labels[edge.target] ?? ""))
            }
            return graph.nodes.map(ExportItem.node) + edges
        }
    }
}
