package import Articles
import GRDB

/// The store as it was at one moment, whatever is written meanwhile. Holds a connection of its own, and keeps the log of the
/// database from being taken up, as long as it is there.
package final class StoreSnapshot: Sendable {
    private let snapshot: DatabaseSnapshot
    private let names = EntityNames()
    /// Of the newest change in it.
    package let sequence: Int64

    fileprivate init(_ pool: DatabasePool) throws(StoreError) {
        do {
            snapshot = try pool.makeSnapshot()
            sequence = try snapshot.read(ArticleStore.sequence)
        } catch {
            throw StoreError(error)
        }
    }

    /// Where the next `limit` articles are, by their ids.
    package func articlePlaces(
        _ criteria: Criteria, limit: Int, after: PagePosition?
    ) throws(StoreError) -> [PagePosition] {
        try places("article", criteria.articleConditions, limit, after)
    }

    /// The articles at these places, with all that was read from them.
    package func articles(_ places: some Sequence<PagePosition>) throws(StoreError) -> [StoredArticle] {
        try reading { database in
            let reader = ArticleReader(database: database)
            return try places.compactMap { try reader.annotatedArticle($0.row) }
        }
    }

    /// Where the next `limit` events are, by their dates.
    package func eventPlaces(
        _ criteria: Criteria, limit: Int, after: PagePosition?
    ) throws(StoreError) -> [PagePosition] {
        let query = EventQuery(criteria, order: .date)
        return try reading { database in
            try query.rows(after: after, limit: limit, in: database).map(\.position)
        }
    }

    /// The events at these places.
    package func events(_ places: some Sequence<PagePosition>) throws(StoreError) -> [StoredEvent] {
        try reading { try EventReader(database: $0, names: names).events(places.map(\.row)) }
    }

    /// Where the next `limit` entities are, by their age; of the given kinds when any, and with a name within reach that contains
    /// `name` when given.
    package func entityPlaces(
        named name: String?, reach: NameReach = .alias, kinds: [Entity.Kind] = [], minimumArticles: Int = 0,
        limit: Int, after: PagePosition?
    ) throws(StoreError) -> [PagePosition] {
        let conditions = ArticleStore.entityConditions(
            named: name, reach: reach, kinds: kinds, minimumArticles: minimumArticles)
        return try places("entity", conditions, limit, after)
    }

    /// The entities at these places.
    package func entities(_ places: some Sequence<PagePosition>) throws(StoreError) -> [StoredEntity] {
        try reading { database in
            let reader = ArticleReader(database: database)
            return try places.compactMap { try reader.entity(row: $0.row) }
        }
    }

    private func places(
        _ table: String, _ conditions: Conditions, _ limit: Int, _ after: PagePosition?
    ) throws(StoreError) -> [PagePosition] {
        var conditions = conditions
        conditions.add("\(table).row > ?", [after?.row ?? 0])
        let sql = "SELECT \(table).row FROM \(table)" + conditions.clause + " ORDER BY \(table).row LIMIT ?"
        let arguments = conditions.statementArguments + [limit]
        return try reading { database in
            try Int64.fetchAll(database, sql: sql, arguments: arguments).map { PagePosition(row: $0) }
        }
    }

    /// Those of `ids` that are ids of entities of these kinds.
    package func entityIDs(among ids: Set<String>, kinds: [Entity.Kind]) throws(StoreError) -> Set<String> {
        guard !ids.isEmpty else { return [] }
        return try reading { database in
            var conditions = Conditions()
            conditions.add([Criteria.Clause(ids.sorted())], where: "id IN $")
            conditions.add([Criteria.Clause(kinds.map(\.rawValue))], where: "kind IN $")
            return try String.fetchSet(
                database, sql: "SELECT id FROM entity" + conditions.clause,
                arguments: conditions.statementArguments)
        }
    }

    /// The strongest edges between entities.
    package func graph(_ query: ArticleStore.GraphQuery) throws(StoreError) -> ArticleStore.Graph {
        try reading { try ArticleStore.graph(query, in: $0) }
    }

    private func reading<Value>(_ body: (Database) throws -> Value) throws(StoreError) -> Value {
        do {
            return try snapshot.read(body)
        } catch {
            throw StoreError(error)
        }
    }
}

extension ArticleStore {
    /// What there is now.
    package func snapshot() throws(StoreError) -> StoreSnapshot { try StoreSnapshot(pool) }
}
