import GRDB
import Synchronization

/// Words that people say mean the same.
extension ArticleStore {
    /// Something that means the same as what was asked for.
    package struct Synonym: Sendable, Hashable {
        /// The set that says so.
        package var set: String
        package var text: String
    }

    /// What came of writing a set.
    package enum SynonymChange: Sendable, Hashable {
        case created, changed, removed
        /// There is no set of this id.
        case unknown
        /// There are as many sets as there can be.
        case tooMany
    }

    /// All sets in the order of their ids.
    package func synonymSets(limit: Int, after: PagePosition?) throws(StoreError) -> Page<SynonymSet> {
        try reading { database in
            let rows = try Row.fetchAll(
                database, sql: "SELECT * FROM synonym WHERE id > ? ORDER BY id LIMIT ?",
                arguments: [after?.text ?? "", limit + 1])
            let total = try Int.fetchOne(database, sql: "SELECT COUNT(*) FROM synonym")
            return try Page(
                rows.map { ($0, PagePosition(text: $0["id"], row: 0)) }, limit: limit, total: total ?? 0,
                sequence: Self.sequence(database), item: SynonymSet.init)
        }
    }

    package func synonymSet(_ id: String) throws(StoreError) -> SynonymSet? {
        try reading { database in
            try Row.fetchOne(database, sql: "SELECT * FROM synonym WHERE id = ?", arguments: [id])
                .map(SynonymSet.init)
        }
    }

    /// What means the same as each of `texts`, whatever the endings of its words; searches are answered by it from now on.
    package func synonyms(of texts: [String]) throws(StoreError) -> [[Synonym]] {
        let table = try currentSynonyms()
        return table.isEmpty ? texts.map { _ in [] } : texts.map { table[$0] }
    }

    /// Writes a set in the place of the one with its id. It is durable and in effect on return.
    package func put(_ set: SynonymSet) throws(StoreError) -> SynonymChange {
        try changeSynonyms { database in
            let isKnown = try Self.hasSynonyms(set.id, database)
            if !isKnown {
                let count = try Int.fetchOne(database, sql: "SELECT COUNT(*) FROM synonym") ?? 0
                if count >= SynonymSet.mostSets { return .tooMany }
            }
            try database.execute(
                sql: "INSERT OR REPLACE INTO synonym (id, terms, one_way, changed_at) VALUES (?, ?, ?, ?)",
                arguments: [
                    set.id, set.terms.joined(separator: "\n"), set.isOneWay, Self.currentSeconds,
                ])
            return isKnown ? .changed : .created
        }
    }

    package func removeSynonyms(_ id: String) throws(StoreError) -> SynonymChange {
        try changeSynonyms { database in
            guard try Self.hasSynonyms(id, database) else { return .unknown }
            try database.execute(sql: "DELETE FROM synonym WHERE id = ?", arguments: [id])
            return .removed
        }
    }

    private static func hasSynonyms(_ id: String, _ database: Database) throws -> Bool {
        try Int.fetchOne(database, sql: "SELECT 1 FROM synonym WHERE id = ?", arguments: [id]) != nil
    }

    /// What is looked up is read anew after a change.
    private func changeSynonyms(
        _ body: (Database) throws -> SynonymChange
    ) throws(StoreError) -> SynonymChange {
        try recordingDecision { database in
            let change = try body(database)
            return (change, change != .unknown && change != .tooMany)
        } afterwards: {
            synonymCache.withLock { $0.clear() }
        }
    }

    private func currentSynonyms() throws(StoreError) -> SynonymTable {
        let cache = synonymCache.withLock { $0 }
        if let table = cache.table { return table }
        let table = SynonymTable(
            try reading { database in
                try Row.fetchAll(database, sql: "SELECT * FROM synonym ORDER BY id").map(SynonymSet.init)
            })
        synonymCache.withLock { $0.keep(table, of: cache.generation) }
        return table
    }
}

extension SynonymSet {
    fileprivate init(_ row: Row) {
        self.init(
            id: row["id"], terms: (row["terms"] as String).split(separator: "\n").map(String.init),
            isOneWay: row["one_way"], changedAt: row["changed_at"])
    }
}
