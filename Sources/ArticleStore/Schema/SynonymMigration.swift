import GRDB

/// Room for words that people say mean the same.
enum SynonymMigration {
    static func run(_ database: Database) throws {
        // `terms` are lines; of a set that is `one_way` the first stands for the others, but not they for it.
        try database.execute(
            sql: """
                CREATE TABLE synonym (
                  id TEXT PRIMARY KEY,
                  terms TEXT NOT NULL,
                  one_way INTEGER NOT NULL,
                  changed_at INTEGER NOT NULL) WITHOUT ROWID
                """)
    }
}
