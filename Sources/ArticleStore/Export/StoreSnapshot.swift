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

    /// The next `limit` articles by their ids, with their positions and all that was read from them.
    package func articles(
        _ criteria: Criteria, limit: Int, after: PagePosition?
    ) throws(StoreError) -> [(article: StoredArticle, position: PagePosition)] {
        try reading { database in
            var conditions = criteria.articleConditions
            conditions.add("article.row > ?", [after?.row ?? 0])
            let rows = try Int64.fetchAll(
                database,
                sql: "SELECT row FROM article" + conditions.clause + " ORDER BY row LIMIT ?",
                arguments: conditions.statementArguments + [limit])
            let reader = ArticleReader(database: database)
            return try rows.compactMap { row in
                try reader.annotatedArticle(row).map { ($0, PagePosition(row: row)) }
            }
        }
    }

    /// The next `limit` events by their dates, with their positions.
    package func events(
        _ criteria: Criteria, limit: Int, after: PagePosition?
    ) throws(StoreError) -> [(event: StoredEvent, position: PagePosition)] {
        let query = EventQuery(criteria, order: .date)
        return try reading { database in
            let found = try query.rows(after: after, limit: limit, in: database)
            let events = try EventReader(database: database, names: names).events(found.map(\.event))
            let known = Dictionary(events.map { ($0.id, $0) }) { first, _ in first }
            return found.compactMap { found in
                known[Identifier.event(found.event)].map { ($0, found.position) }
            }
        }
    }

    /// The next `limit` entities by their age, with their positions; of the given kinds when any, and with a name within reach that
    /// contains `name` when given.
    package func entities(
        named name: String?, reach: NameReach = .alias, kinds: [Entity.Kind] = [], minimumArticles: Int = 0,
        limit: Int, after: PagePosition?
    ) throws(StoreError) -> [(entity: StoredEntity, position: PagePosition)] {
        let all = ArticleStore.entityConditions(
            named: name, reach: reach, kinds: kinds, minimumArticles: minimumArticles)
        return try reading { database in
            var conditions = all
            conditions.add("row > ?", [after?.row ?? 0])
            let rows = try Row.fetchAll(
                database, sql: "SELECT * FROM entity" + conditions.clause + " ORDER BY row LIMIT ?",
                arguments: conditions.statementArguments + [limit])
            let reader = ArticleReader(database: database)
            return try rows.map { (try reader.entity($0), PagePosition(row: $0["row"])) }
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
