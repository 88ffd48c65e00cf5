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

    /// Takes a decision back: the timeline is as if it had never been taken. What comes back is the decision to do so.
    package func undo(curation id: String, reason: String?) throws(StoreError) -> CurationOutcome {
        try curate { try $0.undo(id, reason: reason, at: Self.currentSeconds) }
    }

    /// All decisions, the newest first, as far as they are of one of `kinds`, and about one of `subjects`, when any are given.
    package func curations(
        kinds: [StoredCuration.Kind] = [], subjects: [StoredCuration.Subject] = [], limit: Int,
        after: PagePosition?
    ) throws(StoreError) -> Page<StoredCuration> {
        var all = Conditions()
        if !kinds.isEmpty { all.add([Criteria.Clause(kinds.map(\.rawValue))], where: "curation.kind IN $") }
        if !subjects.isEmpty {
            all.add([Criteria.Clause(subjects.map(\.rawValue))], where: "curation.subject IN $")
        }
        let conditions = all
        return try reading { database in
            var rest = conditions
            if let after { rest.add("curation.operation < ?", [after.row]) }
            let rows = try Row.fetchAll(
                database, sql: Self.log + rest.clause + " ORDER BY curation.operation DESC LIMIT ?",
                arguments: rest.statementArguments + [limit + 1])
            let total = try Int.fetchOne(
                database, sql: "SELECT COUNT(*) FROM curation" + conditions.clause,
                arguments: conditions.statementArguments)
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
                    try applyToIndex([], sequence: sequence, &cache)
                } catch {
                    throw StoreError(error)
                }
                return try reading { try Self.outcome(of: operation, in: $0) }
            }
        }
    }

    private static let log = """
        SELECT curation.*, undo.at AS undone_at FROM curation
        LEFT JOIN curation AS undo ON undo.undoes = curation.operation
        """

    private static func outcome(of operation: Int64, in database: Database) throws -> CurationOutcome {
        let row = try Row.fetchOne(
            database, sql: log + " WHERE curation.operation = ?", arguments: [operation])
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
                """, arguments: [row["undoes"] ?? operation])
        return .done(
            try StoredCuration(row), events: try EventReader(database: database).events(events))
    }
}

extension StoredCuration {
    fileprivate init(_ row: Row) throws {
        guard let kind = Kind(rawValue: row["kind"]), let subject = Subject(rawValue: row["subject"]) else {
            throw RecordError()
        }
        self.init(
            id: Identifier.operation(row["operation"]), kind: kind, subject: subject,
            targetID: row["target"], items: (row["items"] as String).split(separator: " ").map(String.init),
            reason: row["reason"], at: row["at"],
            undoes: (row["undoes"] as Int64?).map(Identifier.operation), undoneAt: row["undone_at"])
    }
}
