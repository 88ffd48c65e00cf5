import GRDB

/// Room for searches that are kept by a name.
enum SavedSearchMigration {
    static func run(_ database: Database) throws {
        // `query` is that of a target.
        try database.execute(
            sql: """
                CREATE TABLE saved_search (
                  id TEXT PRIMARY KEY,
                  title TEXT NOT NULL,
                  query TEXT NOT NULL,
                  changed_at INTEGER NOT NULL) WITHOUT ROWID
                """)
    }
}
