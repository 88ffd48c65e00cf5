import EntityLinking
import Foundation
import GRDB

/// What people decided of entities, as the log has it. Read inside a transaction; `refresh` after the log has got an entry.
final class CuratedEntities: EntityDecisionSource {
    private let database: Database
    /// The names that decisions mark; `nil` until they are read.
    private var marked: Set<String>?
    private var areChanged: Bool?

    init(database: Database) {
        self.database = database
    }

    func refresh() {
        marked = nil
        areChanged = nil
    }

    private func markedNames() throws -> Set<String> {
        if let marked { return marked }
        let names = try String.fetchSet(
            database.direct(
                """
                SELECT DISTINCT name FROM entity_mark
                JOIN standing_curation ON standing_curation.operation = entity_mark.operation
                """))
        marked = names
        return names
    }

    // MARK: Merges and splits

    var isEmpty: Bool {
        get throws { try markedNames().isEmpty }
    }

    func marks(_ name: String) throws -> Bool { try markedNames().contains(name) }

    func decisions(onNames ids: Set<String>) throws -> [EntityDecision] {
        let names = ids.intersection(try markedNames())
        var operations: Set<Int64> = []
        for name in names {
            operations.formUnion(
                try Int64.fetchAll(
                    database.direct(
                        """
                        SELECT DISTINCT entity_mark.operation FROM entity_mark
                        JOIN standing_curation ON standing_curation.operation = entity_mark.operation
                        WHERE entity_mark.name = ?
                        """), name))
        }
        return try operations.sorted().map(decision)
    }

    private func decision(_ operation: Int64) throws -> EntityDecision {
        let rows = try Row.fetchAll(
            database.cachedStatement(
                sql: "SELECT name, content_hash, apart FROM entity_mark WHERE operation = ? ORDER BY 1, 2"),
            arguments: [operation])
        var marks: [Bool: [String: Set<String>?]] = [:]
        for row in rows {
            let name: String = row[0]
            let hash: String = row[1]
            var articles = marks[row[2], default: [:]][name] ?? .some([])
            if hash.isEmpty { articles = nil } else { articles?.insert(hash) }
            marks[row[2], default: [:]].updateValue(articles, forKey: name)
        }
        func sorted(_ marks: [String: Set<String>?]?) -> [EntityDecision.Mark] {
            (marks ?? [:]).map { EntityDecision.Mark(name: $0.key, articles: $0.value) }
                .sorted { $0.name < $1.name }
        }
        return EntityDecision(order: operation, together: sorted(marks[false]), apart: sorted(marks[true]))
    }

    func chosenID(among ids: [String]) throws -> String? {
        guard ids.count > 1, try !markedNames().isEmpty else { return nil }
        return try String.fetchOne(
            database,
            sql: """
                SELECT target FROM standing_curation WHERE kind = 'merge' AND subject = 'entity' AND target IN \(marks(ids))
                ORDER BY operation DESC LIMIT 1
                """, arguments: StatementArguments(ids))
    }

    // MARK: Creations and changes

    var hasChanges: Bool {
        get throws {
            if let areChanged { return areChanged }
            let found = try Bool.fetchOne(database.direct("SELECT EXISTS (SELECT 1 FROM entity_change)"))
            areChanged = found
            return found ?? false
        }
    }

    func isCreated(_ id: String) throws -> Bool {
        guard try hasChanges else { return false }
        let found = try Bool.fetchOne(
            database.direct(
                "SELECT EXISTS (SELECT 1 FROM standing_curation WHERE target = ? AND kind = 'create')"), id)
        return found ?? false
    }

    func changes(ofIDs ids: [String]) throws -> [EntitySaying] {
        guard !ids.isEmpty, try hasChanges else { return [] }
        let rows = try Row.fetchAll(
            database,
            sql: """
                SELECT standing_curation.target, standing_curation.kind = 'create', entity_change.record
                FROM standing_curation JOIN entity_change ON entity_change.operation = standing_curation.operation
                WHERE standing_curation.target IN \(marks(ids)) ORDER BY standing_curation.operation
                """, arguments: StatementArguments(ids))
        return try rows.map { row in
            EntitySaying(
                target: row[0], isCreation: row[1],
                change: try EntityChangeRecord.decode([UInt8](row[2] as Data)))
        }
    }

    private func marks(_ ids: [String]) -> String {
        "(" + Array(repeating: "?", count: ids.count).joined(separator: ",") + ")"
    }
}
