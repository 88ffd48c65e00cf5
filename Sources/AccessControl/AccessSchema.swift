/// The tables of keys and of the log of writes.
enum AccessSchema {
    static let statements = [
        """
        CREATE TABLE key (
          row INTEGER PRIMARY KEY AUTOINCREMENT,
          digest BLOB NOT NULL UNIQUE,
          name TEXT,
          scopes TEXT NOT NULL,
          sources TEXT,
          expires_at INTEGER,
          rate INTEGER,
          created_at INTEGER NOT NULL)
        """,
        """
        CREATE TABLE audit (
          entry INTEGER PRIMARY KEY AUTOINCREMENT,
          at INTEGER NOT NULL,
          actor TEXT NOT NULL,
          method TEXT NOT NULL,
          route TEXT NOT NULL,
          subject TEXT,
          status INTEGER NOT NULL,
          request_id TEXT)
        """,
        "CREATE INDEX audit_actor ON audit (actor, entry)",
        """
        CREATE TRIGGER audit_stays BEFORE UPDATE ON audit
        BEGIN SELECT RAISE(ABORT, 'the log of writes is only added to'); END
        """,
        """
        CREATE TRIGGER audit_is_kept BEFORE DELETE ON audit
        BEGIN SELECT RAISE(ABORT, 'the log of writes is only added to'); END
        """,
    ]
}
