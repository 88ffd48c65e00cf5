import GRDB

/// Searches that are kept by a name.
extension ArticleStore {
    /// What came of writing a saved search.
    package enum SavedSearchChange: Sendable, Hashable {
        case created, changed, removed
        /// There is none of this id.
        case unknown
        /// There are as many as there can be.
        case tooMany
    }

    /// All of them in the order of their ids.
    package func savedSearches(limit: Int, after: PagePosition?) throws(StoreError) -> Page<SavedSearch> {
        try reading { database in
            let rows = try Row.fetchAll(
                database, sql: "SELECT * FROM saved_search WHERE id > ? ORDER BY id LIMIT ?",
                arguments: [after?.text ?? "", limit + 1])
            let total = try Int.fetchOne(database, sql: "SELECT COUNT(*) FROM saved_search")
            return try Page(
                rows.map { ($0, PagePosition(text: $0["id"], row: 0)) }, limit: limit, total: total ?? 0,
                sequence: Self.sequence(database), item: SavedSearch.init)
        }
    }

    /// One of them; `nil` when there is none of this id.
    package func savedSearch(_ id: String) throws(StoreError) -> SavedSearch? {
        try reading { database in
            try Row.fetchOne(database, sql: "SELECT * FROM saved_search WHERE id = ?", arguments: [id])
                .map(SavedSearch.init)
        }
    }

    /// Writes a search in the place of the one with its id. It is durable on return.
    package func put(_ search: SavedSearch) throws(StoreError) -> SavedSearchChange {
        try recordingDecision { database in
            let isKnown = try Self.hasSavedSearch(search.id, database)
            if !isKnown {
                let count = try Int.fetchOne(database, sql: "SELECT COUNT(*) FROM saved_search") ?? 0
                if count >= SavedSearch.most { return (.tooMany, false) }
            }
            try database.execute(
                sql: "INSERT OR REPLACE INTO saved_search (id, title, query, changed_at) VALUES (?, ?, ?, ?)",
                arguments: [search.id, search.title, search.query, Self.currentSeconds])
            return (isKnown ? .changed : .created, true)
        }
    }

    /// Removes the search of an id. It is durable on return.
    package func removeSavedSearch(_ id: String) throws(StoreError) -> SavedSearchChange {
        try recordingDecision { database in
            guard try Self.hasSavedSearch(id, database) else { return (.unknown, false) }
            try database.execute(sql: "DELETE FROM saved_search WHERE id = ?", arguments: [id])
            return (.removed, true)
        }
    }

    private static func hasSavedSearch(_ id: String, _ database: Database) throws -> Bool {
        try Int.fetchOne(database, sql: "SELECT 1 FROM saved_search WHERE id = ?", arguments: [id]) != nil
    }
}

extension SavedSearch {
    fileprivate init(_ row: Row) {
        self.init(
            id: row["id"], title: row["title"], query: row["query"], changedAt: row["changed_at"])
    }
}
