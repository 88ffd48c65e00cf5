package import Articles
import Foundation
import GRDB

extension ArticleStore {
    /// Entities and which of them are named together.
    package struct Graph: Sendable {
        package struct Node: Sendable, Hashable {
            package var entity: StoredEntity
            /// Units that name it.
            package var count: Int
        }

        package struct Edge: Sendable, Hashable {
            /// Entity ids.
            package var source: String
            package var target: String
            /// The source is on the left.
            package var association: Association
        }

        /// Those that have an edge, the most frequent first.
        package var nodes: [Node] = []
        /// The strongest first.
        package var edges: [Edge] = []
        /// Units that name any.
        package var total = 0
        package var sequence: Int64 = 0
        /// Edges that were asked for and are not here, being weaker.
        package var omittedEdges = 0
        /// Articles that were not read, being too many; the oldest.
        package var omittedArticles = 0
        /// Units that name so many that their pairs say nothing.
        package var omittedUnits = 0
    }

    /// Which edges are asked for.
    package struct GraphQuery: Sendable, Hashable {
        package var unit: TextUnit
        package var measure: Association.Measure
        /// Of both ends; all when empty.
        package var kinds: [Entity.Kind]
        /// By the measure, at least.
        package var minimumWeight: Double
        /// Ids; an edge has an end in each of those that are not negated, and none in the others.
        package var entities: [Criteria.Clause]
        /// Articles to look into, but for its entities.
        package var criteria: Criteria
        package var limit: Int

        package init(
            unit: TextUnit, measure: Association.Measure, kinds: [Entity.Kind] = [],
            minimumWeight: Double = 1, entities: [Criteria.Clause] = [], criteria: Criteria = Criteria(),
            limit: Int
        ) {
            self.unit = unit
            self.measure = measure
            self.kinds = kinds
            self.minimumWeight = minimumWeight
            self.entities = entities
            self.criteria = criteria
            self.limit = limit
        }
    }

    /// The strongest edges between entities.
    package func graph(_ query: GraphQuery) throws(StoreError) -> Graph {
        try reading { try Self.graph(query, in: $0) }
    }

    static func graph(_ query: GraphQuery, in database: Database) throws -> Graph {
        var criteria = query.criteria
        criteria.entities = []
        let corpus = try UnitCorpus.read(criteria.articleConditions, by: query.unit, in: database)
        let selection = try GraphSelection(query, corpus, in: database)
        var pairs = PairCounter(corpus, selection, query)
        pairs.count()
        var graph = try GraphReader(database: database).graph(pairs, corpus)
        graph.sequence = try sequence(database)
        return graph
    }
}

/// Reads what a graph shows of its entities, inside a transaction.
private struct GraphReader {
    let database: Database

    func graph(_ pairs: PairCounter, _ corpus: UnitCorpus) throws -> ArticleStore.Graph {
        var graph = ArticleStore.Graph()
        graph.total = corpus.total
        graph.omittedArticles = corpus.omittedArticles
        graph.omittedUnits = pairs.omittedUnits
        let edges = pairs.best.sorted
        graph.omittedEdges = pairs.found - edges.count
        let reader = ArticleReader(database: database)
        var entities: [Int32: StoredEntity] = [:]
        for number in Set(edges.flatMap { [$0.left, $0.right] }) {
            entities[number] = try reader.entity(row: corpus.entities[Int(number)])
        }
        graph.edges = edges.compactMap { edge in
            guard let source = entities[edge.left], let target = entities[edge.right] else { return nil }
            return ArticleStore.Graph.Edge(
                source: source.entity.id, target: target.entity.id, association: edge.association)
        }
        graph.nodes = entities.map { number, entity in
            ArticleStore.Graph.Node(entity: entity, count: corpus.counts[Int(number)])
        }.sorted { ($1.count, $0.entity.entity.id) < ($0.count, $1.entity.entity.id) }
        return graph
    }
}

/// Which entities of a corpus an edge may have as its ends, by their numbers.
struct GraphSelection {
    /// Neither of another kind nor excluded.
    private(set) var isAllowed: [Bool]
    /// For each clause that an edge must meet, which ends meet it.
    private(set) var wanted: [[Bool]] = []

    init(_ query: ArticleStore.GraphQuery, _ corpus: UnitCorpus, in database: Database) throws {
        isAllowed = [Bool](repeating: true, count: corpus.entities.count)
        if !query.kinds.isEmpty {
            let kinds = Set(query.kinds.map(\.rawValue))
            let statement = try database.cachedStatement(sql: "SELECT kind FROM entity WHERE row = ?")
            for (number, row) in corpus.entities.enumerated() {
                let kind = try String.fetchOne(statement, arguments: [row])
                isAllowed[number] = kind.map(kinds.contains) ?? false
            }
        }
        for clause in query.entities {
            let numbers = try clause.values.compactMap { id in
                try Int64.fetchOne(
                    database.cachedStatement(sql: "SELECT row FROM entity WHERE id = ?"), arguments: [id]
                ).flatMap(corpus.number)
            }
            guard !clause.negated else {
                for number in numbers { isAllowed[Int(number)] = false }
                continue
            }
            var ends = [Bool](repeating: false, count: corpus.entities.count)
            for number in numbers { ends[Int(number)] = true }
            wanted.append(ends)
        }
    }

    /// Whether an edge between two that are allowed meets every clause.
    func accepts(_ left: Int, _ right: Int) -> Bool {
        wanted.allSatisfy { $0[left] || $0[right] }
    }
}
