import GRDB

/// The log of writes, which is only added to.
extension KeyStore {
    /// A part of the log.
    package struct AuditPage: Sendable {
        /// The newest first, each with its number.
        package var entries: [(number: Int64, entry: AuditEntry)]
        /// How many there are in all.
        package var total: Int
        /// The number of the newest of all; 0 when there is none.
        package var newest: Int64
        package var hasMore: Bool
    }

    /// Adds an entry; it is on disk when this returns.
    package func append(_ entry: AuditEntry) throws(AccessError) {
        try writing { database in
            try database.cachedStatement(
                sql: """
                    INSERT INTO audit (at, actor, method, route, subject, status, request_id)
                    VALUES (?, ?, ?, ?, ?, ?, ?)
                    """
            ).execute(arguments: [
                entry.at, entry.actor.name, entry.method, entry.route, entry.subject, entry.status,
                entry.requestID,
            ])
        }
    }

    /// At most `limit` entries older than the one of the number `before`, those of one actor when it is given.
    package func audit(
        actor: AuditEntry.Actor? = nil, limit: Int, before: Int64?
    ) throws(AccessError) -> AuditPage {
        try reading { database in
            let rows = try Row.fetchAll(
                database,
                sql: """
                    SELECT * FROM audit WHERE entry < ? \(actor == nil ? "" : "AND actor = ?")
                    ORDER BY entry DESC LIMIT ?
                    """,
                arguments: [before ?? .max] + StatementArguments(actor.map { [$0.name] } ?? []) + [limit + 1])
            let total =
                if let actor {
                    try Int.fetchOne(
                        database, sql: "SELECT COUNT(*) FROM audit WHERE actor = ?", arguments: [actor.name])
                } else {
                    try Int.fetchOne(database, sql: "SELECT COUNT(*) FROM audit")
                }
            return AuditPage(
                entries: rows.prefix(limit).map { ($0["entry"], Self.entry($0)) }, total: total ?? 0,
                newest: try Int64.fetchOne(database, sql: "SELECT MAX(entry) FROM audit") ?? 0,
                hasMore: rows.count > limit)
        }
    }

    private static func entry(_ row: Row) -> AuditEntry {
        AuditEntry(
            at: row["at"], actor: AuditEntry.Actor(name: row["actor"]), method: row["method"],
            route: row["route"], subject: row["subject"], status: row["status"],
            requestID: row["request_id"])
    }
}
