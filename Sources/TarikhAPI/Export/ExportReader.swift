import ArticleStore
import Articles

/// What is to be exported, from one snapshot.
struct ExportReader: Sendable {
    /// Reads a part: what it holds, and where the next starts; `nil` after the last.
    typealias Part =
        @Sendable (StoreSnapshot, PagePosition?) throws -> (items: [ExportItem], next: PagePosition?)

    /// Articles have all their text and more, events a little, entities less.
    private static let articles = 8
    private static let events = 100
    private static let entities = 200
    /// Edges that are in memory at once.
    static let mostEdges = 1_000_000

    let part: Part

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
        ExportReader { snapshot, after in
            let found = try snapshot.articles(criteria, limit: articles, after: after)
            return (found.flatMap { items($0.article) }, found.last?.position)
        }
    }

    static func events(_ criteria: Criteria) -> ExportReader {
        perEvent(criteria) { [.event($0, parties: $1)] }
    }

    static func claims(_ criteria: Criteria) -> ExportReader {
        perEvent(criteria) { event, _ in event.event.claims.indices.map { .claim($0, of: event) } }
    }

    private static func perEvent(
        _ criteria: Criteria,
        _ items: @escaping @Sendable (StoredEvent, _ parties: Set<String>) -> [ExportItem]
    ) -> ExportReader {
        ExportReader { snapshot, after in
            let found = try snapshot.events(criteria, limit: events, after: after)
            let participants = found.map { Set($0.event.event.participants.map(\.entityID)) }
            let parties = try snapshot.entityIDs(
                among: Set(participants.joined()), kinds: [.person, .organisation])
            let all = zip(found, participants).flatMap { items($0.event, $1.intersection(parties)) }
            return (all, found.last?.position)
        }
    }

    static func entities(
        named name: String?, reach: NameReach, kinds: [Entity.Kind], minimumArticles: Int
    ) -> ExportReader {
        ExportReader { snapshot, after in
            let found = try snapshot.entities(
                named: name, reach: reach, kinds: kinds, minimumArticles: minimumArticles, limit: entities,
                after: after)
            return (found.map { .entity($0.entity) }, found.last?.position)
        }
    }

    /// The nodes, then the edges.
    static func graph(_ query: ArticleStore.GraphQuery) -> ExportReader {
        ExportReader { snapshot, after in
            guard after == nil else { return ([], nil) }
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
            return (graph.nodes.map(ExportItem.node) + edges, nil)
        }
    }
}
