import Articles
import Foundation
import GRDB
import SearchIndex
import Synchronization

/// What people decide. It holds whatever the rules say and whatever articles come and go, until it is undone; a
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

    func curate(
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
        SELECT curation.*, undo.at AS undone_at, entity_change.record AS change FROM curation
        LEFT JOIN curation AS undo ON undo.undoes = curation.operation
        LEFT JOIN entity_change ON entity_change.operation = curation.operation
        """

    private static func outcome(of operation: Int64, in database: Database) throws -> CurationOutcome {
        let row = try Row.fetchOne(
            database, sql: log + " WHERE curation.operation = ?", arguments: [operation])
        guard let row else { return .unknown }
        let decided: Int64 = row["undoes"] ?? operation
        let curation = try StoredCuration(row)
        switch curation.subject {
        case .event:
            let events = try events(of: decided, in: database)
            return .done(
                curation, events: try EventReader(database: database, names: EntityNames()).events(events),
                entities: [])
        case .entity:
            return .done(curation, events: [], entities: try entities(of: decided, in: database))
        }
    }

    private static func events(of operation: Int64, in database: Database) throws -> [Int64] {
        try Int64.fetchAll(
            database,
            sql: """
                SELECT DISTINCT article_event.event FROM curation_member
                JOIN article ON article.content_hash = curation_member.content_hash
                  AND article.given_title = curation_member.given_title
                JOIN article_event ON article_event.article = article.row
                  AND article_event.ordinal = curation_member.ordinal
                WHERE curation_member.operation = ? ORDER BY article_event.event
                """, arguments: [operation])
    }

    private static let splitOff = """
        SELECT DISTINCT entity_name.entity FROM entity_mark
        JOIN name ON name.local = entity_mark.name
        JOIN article_name ON article_name.name = name.row
        JOIN article ON article.row = article_name.article
          AND entity_mark.content_hash IN ('', article.content_hash)
        JOIN entity_name ON entity_name.name = name.row AND entity_name.part = article_name.part
        WHERE entity_mark.operation = ? AND NOT entity_mark.apart ORDER BY entity_name.entity
        """

    /// What the ids of a decision on entities lead to: the target first, then what was merged into it or split off.
    private static func entities(of operation: Int64, in database: Database) throws -> [StoredEntity] {
        let row = try Row.fetchOne(
            database, sql: "SELECT target, kind, items FROM curation WHERE operation = ?",
            arguments: [operation])
        guard let row else { return [] }
        let reader = ArticleReader(database: database)
        let items = (row["items"] as String).split(separator: " ").map(String.init)
        var found = [try reader.entityRow(leadingFrom: row["target"])]
        if row["kind"] == StoredCuration.Kind.split.rawValue {
            found += try Int64.fetchAll(database, sql: splitOff, arguments: [operation])
        } else {
            found += try items.map { try reader.entityRow(leadingFrom: $0) }
        }
        var seen: Set<Int64> = []
        return try found.compactMap(\.self).filter { seen.insert($0).inserted }.compactMap { row in
            try Row.fetchOne(database, sql: "SELECT * FROM entity WHERE row = ?", arguments: [row])
                .map(reader.entity)
        }
    }
}

extension StoredCuration {
    fileprivate init(_ row: Row) throws {
        guard let kind = Kind(rawValue: row["kind"]), let subject = Subject(rawValue: row["subject"]) else {
            throw RecordError()
        }
        let change: Data? = row["change"]
        self.init(
            id: Identifier.operation(row["operation"]), kind: kind, subject: subject,
            targetID: row["target"], items: (row["items"] as String).split(separator: " ").map(String.init),
            change: try change.map { try EntityChangeRecord.decode([UInt8]($0)) },
            reason: row["reason"], at: row["at"],
            undoes: (row["undoes"] as Int64?).map(Identifier.operation), undoneAt: row["undone_at"])
    }
}
