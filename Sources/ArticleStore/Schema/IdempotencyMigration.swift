import GRDB

/// Room for the answers to requests that may be sent again.
enum IdempotencyMigration {
    static func run(_ database: Database) throws {
        // `total` is the bytes of this body and of all before it.
        try database.execute(
            sql: """
                CREATE TABLE answered (
                  row INTEGER PRIMARY KEY,
                  caller TEXT NOT NULL,
                  key TEXT NOT NULL,
                  digest TEXT NOT NULL,
                  status INTEGER NOT NULL,
                  fields TEXT NOT NULL,
                  body BLOB NOT NULL,
                  total INTEGER NOT NULL,
                  at INTEGER NOT NULL)
                """)
        try database.execute(sql: "CREATE UNIQUE INDEX answered_key ON answered (caller, key)")
        try database.execute(sql: "CREATE INDEX answered_at ON answered (at)")
        try database.execute(sql: "CREATE INDEX answered_total ON answered (total)")
    }
}
