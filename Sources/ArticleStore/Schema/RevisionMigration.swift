import GRDB

/// Room for what articles were before they were replaced.
enum RevisionMigration {
    static func run(_ database: Database) throws {
        // `text` is NULL where the next revision has the same.
        try database.execute(
            sql: """
                CREATE TABLE article_past (
                  article INTEGER NOT NULL,
                  revision INTEGER NOT NULL,
                  written_at INTEGER NOT NULL,
                  replaced_at INTEGER NOT NULL,
                  content_hash TEXT NOT NULL,
                  record BLOB NOT NULL,
                  annotations BLOB NOT NULL,
                  text BLOB,
                  PRIMARY KEY (article, revision))
                """)
        // What was read from them, so that who cites it finds it.
        try database.execute(
            sql: """
                CREATE TABLE article_past_event (
                  article INTEGER NOT NULL,
                  revision INTEGER NOT NULL,
                  ordinal INTEGER NOT NULL,
                  record BLOB NOT NULL,
                  PRIMARY KEY (article, revision, ordinal)) WITHOUT ROWID
                """)
    }
}
