import GRDB

/// Room for what people decide of the timeline. Each decision is a change of its own.
enum CurationMigration {
    static func run(_ database: Database) throws {
        for statement in statements { try database.execute(sql: statement) }
    }

    private static let statements = [
        """
        CREATE TABLE new_change (
          sequence INTEGER PRIMARY KEY AUTOINCREMENT,
          operation TEXT NOT NULL CHECK (operation IN ('put', 'delete', 'curate')),
          article INTEGER,
          at INTEGER NOT NULL)
        """,
        "INSERT INTO new_change SELECT sequence, operation, article, at FROM change",
        "DROP TABLE change",
        "ALTER TABLE new_change RENAME TO change",
        // Every decision ever taken. `items` are the ids that were sent, with spaces between.
        """
        CREATE TABLE curation (
          operation INTEGER PRIMARY KEY AUTOINCREMENT,
          kind TEXT NOT NULL CHECK (kind IN ('merge', 'split')),
          event INTEGER NOT NULL,
          items TEXT NOT NULL,
          reason TEXT,
          at INTEGER NOT NULL,
          undone_at INTEGER)
        """,
        // The articles' events that a decision is about, by what stays the same when an article goes and comes again. `apart`: a
        // split takes it away from those that are not.
        """
        CREATE TABLE curation_member (
          content_hash TEXT NOT NULL,
          given_title TEXT NOT NULL,
          ordinal INTEGER NOT NULL,
          operation INTEGER NOT NULL,
          apart INTEGER NOT NULL,
          PRIMARY KEY (content_hash, given_title, ordinal, operation)) WITHOUT ROWID
        """,
        "CREATE INDEX curation_member_operation ON curation_member (operation)",
    ]
}
