import Foundation
import GRDB
import Synchronization

extension ArticleStore {
    /// Contradictions, the newest first. `criteria` choose among their events; a contradiction is listed when one of its events
    /// is.
    package func contradictions(
        _ criteria: Criteria, relations: [Criteria.Clause], statuses: [Criteria.Clause], limit: Int,
        after: PagePosition?
    ) throws(StoreError) -> Page<StoredContradiction> {
        var all = Conditions()
        all.add(relations, where: "relation IN $")
        all.add(statuses, where: "status IN $")
        var events = criteria.intervalConditions("event")
        events.add(criteria.entityConditions(criteria.entities))
        events.add(criteria.eventConditions)
        if !events.parts.isEmpty {
            all.add(
                "EXISTS (SELECT 1 FROM event" + events.clause
                    + " AND event.row IN (contradiction.left_event, contradiction.right_event))",
                events.arguments)
        }
        let conditions = all
        return try reading { database in
            var rest = conditions
            if let after { rest.add("row < ?", [after.row]) }
            let rows = try Row.fetchAll(
                database, sql: "SELECT * FROM contradiction" + rest.clause + " ORDER BY row DESC LIMIT ?",
                arguments: rest.statementArguments + [limit + 1])
            let total = try Int.fetchOne(
                database, sql: "SELECT COUNT(*) FROM contradiction" + conditions.clause,
                arguments: conditions.statementArguments)
            let reader = ContradictionReader(database: database)
            return try Page(
                rows.map { ($0, PagePosition(row: $0["row"])) }, limit: limit, total: total ?? 0,
                sequence: Self.sequence(database)
            ) { try reader.contradiction($0) }
        }
    }

    /// One contradiction; `nil` when there is none of this id.
    package func contradiction(_ id: String) throws(StoreError) -> StoredContradiction? {
        guard let row = Identifier.contradictionRow(id) else { return nil }
        return try reading { database in
            try Row.fetchOne(
                database, sql: "SELECT * FROM contradiction WHERE row = ?", arguments: [row]
            ).map { try ContradictionReader(database: database).contradiction($0) }
        }
    }

    /// What came of judging a contradiction.
    package enum Judgement: Sendable {
        case done(StoredContradiction)
        /// It is no longer what the judge saw.
        case outdated
        case unknown
    }

    /// Sets what people think of a contradiction, if it still has the revision that they saw; `nil` for any.
    package func judge(
        contradiction id: String, revision: Int?, status: StoredContradiction.Status?, note: String??
    ) throws(StoreError) -> Judgement {
        guard isWritable else { throw .readOnly }
        guard let row = Identifier.contradictionRow(id) else { return .unknown }
        return try writing.withLock { (_) throws(StoreError) in
            do {
                return try pool.write { database in
                    let found = try Row.fetchOne(
                        database, sql: "SELECT * FROM contradiction WHERE row = ?", arguments: [row])
                    guard let found else { return .unknown }
                    if let revision, revision != found["revision"] { return .outdated }
                    try database.execute(
                        sql:
                            "UPDATE contradiction SET status = ?, note = ?, revision = revision + 1 WHERE row = ?",
                        arguments: [
                            status?.rawValue ?? found["status"] as String, note ?? found["note"], row,
                        ])
                    let reader = ContradictionReader(database: database)
                    let now = try Row.fetchOne(
                        database, sql: "SELECT * FROM contradiction WHERE row = ?", arguments: [row])
                    return try now.map { .done(try reader.contradiction($0)) } ?? .unknown
                }
            } catch {
                throw StoreError(error)
            }
        }
    }
}
