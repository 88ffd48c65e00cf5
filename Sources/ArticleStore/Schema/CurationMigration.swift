import GRDB

/// Room for what people decide. Each decision is a change of its own.
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
        // Every decision ever taken. `subject` is what `target`, an id, names; `items` are the ids that were sent, with spaces
        // between; `undoes` is the decision that an undo takes back.
        """
        CREATE TABLE curation (
          operation INTEGER PRIMARY KEY AUTOINCREMENT,
          kind TEXT NOT NULL,
          subject TEXT NOT NULL,
          target TEXT NOT NULL,
          items TEXT NOT NULL,
          reason TEXT,
          at INTEGER NOT NULL,
          undoes INTEGER UNIQUE)
        """,
        """
        CREATE TRIGGER curation_stays BEFORE UPDATE ON curation
        BEGIN SELECT RAISE(ABORT, 'the log of decisions is only added to'); END
        """,
        """
        CREATE TRIGGER curation_is_kept BEFORE DELETE ON curation
        BEGIN SELECT RAISE(ABORT, 'the log of decisions is only added to'); END
        """,
        // The decisions that hold.
        """
        CREATE VIEW standing_curation AS SELECT * FROM curation
        WHERE undoes IS NULL AND operation NOT IN (SELECT undoes FROM curation WHERE undoes IS NOT NULL)
        """,
        // The articles' events that a decision is about, by what stays the same when an article goes and comes again or is read
        // anew; `ordinal` is where that was last. `apart`: a split takes it away from those that are not.
        """
        CREATE TABLE curation_member (
          content_hash TEXT NOT NULL,
          given_title TEXT NOT NULL,
          anchor TEXT NOT NULL,
          operation INTEGER NOT NULL,
          ordinal INTEGER,
          apart INTEGER NOT NULL,
          PRIMARY KEY (content_hash, given_title, anchor, operation)) WITHOUT ROWID
        """,
        "CREATE INDEX curation_member_operation ON curation_member (operation)",
    ]
}
