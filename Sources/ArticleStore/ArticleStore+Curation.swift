import GRDB
import SearchIndex
import Synchronization

/// What people decide of the timeline. It holds whatever the rules say and whatever articles come and go, until it is undone; a
/// later decision takes precedence over an earlier one.
extension ArticleStore {
    /// Makes one event of `id` and the events `ids`, of which the oldest keeps its id.
    package func merge(
        events ids: [String], into id: String, reason: String?
    ) throws(StoreError) -> CurationOutcome {
        try curate { try $0.merge(ids, into: id, reason: reason, at: Self.currentSeconds) }
    }

    /// Makes another event of some of the claims of `id`.
    package func split(
        claims: [String], from id: String, reason: String?
    ) throws(StoreError) -> CurationOutcome {
        try curate { try $0.split(claims, from: id, reason: reason, at: Self.currentSeconds) }
    }

    /// Takes a decision back: the timeline is as if it had never been taken.
    package func undo(curation id: String) throws(StoreError) -> CurationOutcome {
        try curate { try $0.undo(id, at: Self.currentSeconds) }
    }

    /// All decisions, the newest first.
    package func curations(limit: Int, after: PagePosition?) throws(StoreError) -> Page<StoredCuration> {
        try reading { database in
            let rows = try Row.fetchAll(
                database,
                sql: "SELECT * FROM curation WHERE operation < ? ORDER BY operation DESC LIMIT ?",
                arguments: [after?.row ?? Int64.max, limit + 1])
            let total = try Int.fetchOne(database, sql: "SELECT COUNT(*) FROM curation")
            return try Page(
                rows.map { ($0, PagePosition(row: $0["operation"])) }, limit: limit, total: total ?? 0,
                sequence: Self.sequence(database), item: StoredCuration.init)
        }
    }

    private func curate(
        _ body: (inout ArticleWriter) throws -> ArticleWriter.Curated
    ) throws(StoreError) -> CurationOutcome {
        guard isWritable else { throw .readOnly }
        return try writing.withLock { (cache) throws(StoreError) in
            switch try transaction(&cache, body) {
            case .not(let outcome): return outcome
            case .done(let operation, let sequence):
                do {
                    try currentIndex.apply(adding: [], sequence: sequence)
                } catch {
                    throw StoreError(error)
                }
                return try reading { try Self.outcome(of: operation, in: $0) }
            }
        }
    }

    private static func outcome(of operation: Int64, in database: Database) throws -> CurationOutcome {
        let row = try Row.fetchOne(
            database, sql: "SELECT * FROM curation WHERE operation = ?", arguments: [operation])
        guard let row else { return .unknown }
        let events = try Int64.fetchAll(
            database,
            sql: """
                SELECT DISTINCT article_event.event FROM curation_member
                JOIN article ON article.content_hash = curation_member.content_hash
                  AND article.given_title = curation_member.given_title
                JOIN article_event ON article_event.article = article.row
                  AND article_event.ordinal = curation_member.ordinal
                WHERE curation_member.operation = ? ORDER BY article_event.event
                """, arguments: [operation])
        return .done(
            try StoredCuration(row), events: try EventReader(database: database).events(events))
    }
}

extension StoredCuration {
    fileprivate init(_ row: Row) throws {
        guard let kind = Kind(rawValue: row["kind"]) else { throw RecordError() }
        self.init(
            id: Identifier.operation(row["operation"]), kind: kind, eventID: Identifier.event(row["event"]),
            items: (row["items"] as String).split(separator: " ").map(String.init), reason: row["reason"],
            at: row["at"], undoneAt: row["undone_at"])
    }
}
