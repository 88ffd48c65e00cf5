import GRDB

extension ArticleStore {
    /// Changes that the log keeps unless it is told otherwise.
    package static let defaultKeptChanges: Int64 = 1_000_000

    /// Changes after a number, the oldest first; from the oldest that is kept without one. `nil` when some of them are not kept any
    /// more, or there was no change of that number yet.
    package func changes(after start: Int64?, limit: Int) throws(StoreError) -> ChangeList? {
        try reading { database in
            let oldest = try Int64.fetchOne(database, sql: "SELECT MIN(sequence) FROM change") ?? 1
            let newest = try Self.sequence(database)
            let start = start ?? oldest - 1
            guard start >= oldest - 1, start <= max(newest, 0) else { return nil }
            let rows = try Row.fetchAll(
                database.cachedStatement(sql: Self.changeColumns), arguments: [start, limit])
            return ChangeList(
                items: try rows.compactMap(StoredChange.init), next: rows.last?["sequence"] ?? start,
                isFull: rows.count == limit)
        }
    }

    private static let changeColumns = """
        SELECT change.*, decision.kind, decision.subject, decision.target FROM change
        LEFT JOIN curation AS decision ON decision.operation = change.curation
        WHERE change.sequence > ? ORDER BY change.sequence LIMIT ?
        """

    /// Forgets the oldest changes.
    static func forgetChanges(keeping count: Int64, in database: Database) throws {
        try database.direct(
            "DELETE FROM change WHERE sequence <= (SELECT MAX(sequence) FROM change) - ?"
        ).run(count)
    }
}

extension StoredChange {
    /// `nil` for a decision that is about none of these.
    fileprivate init?(_ row: Row) throws {
        sequence = row["sequence"]
        revision = row["revision"]
        at = row["at"]
        if let article: Int64 = row["article"] {
            guard let operation = Operation(rawValue: row["operation"]) else { throw RecordError() }
            self.operation = operation
            subject = .article
            id = Identifier.article(article)
        } else {
            guard let kind: String = row["kind"], let text: String = row["subject"],
                let subject = Subject(rawValue: text)
            else { return nil }
            operation = kind == StoredCuration.Kind.merge.rawValue ? .merge : .put
            self.subject = subject
            id = row["target"]
        }
    }
}
