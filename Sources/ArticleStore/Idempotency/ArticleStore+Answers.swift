import Foundation
import GRDB
import Synchronization

extension ArticleStore {
    /// What a caller's request with a key was answered in the last 24 hours; `nil` when there was none.
    ///
    /// - Parameter now: seconds since 1970.
    package func answer(
        to key: String, of caller: String, at now: Int64 = currentSeconds
    ) throws(StoreError) -> AnsweredRequest? {
        try reading { database in
            let row = try Row.fetchOne(
                database,
                sql: """
                    SELECT digest, status, fields, body FROM answered WHERE caller = ? AND key = ? AND at > ?
                    """, arguments: [caller, key, now - AnsweredRequest.lifetime])
            return row.map { row in
                AnsweredRequest(
                    caller: caller, key: key, digest: row[0], status: row[1], fields: row[2],
                    body: [UInt8](row[3] as Data))
            }
        }
    }

    /// Keeps an answer for 24 hours; it is durable on return. Those that are older go, and the oldest where there are too many.
    ///
    /// - Parameters:
    ///   - now: seconds since 1970.
    ///   - mostBytes: of the bodies of all that are kept.
    package func keep(
        _ answer: AnsweredRequest, at now: Int64 = currentSeconds,
        mostBytes: Int = AnsweredRequest.mostBytes
    ) throws(StoreError) {
        guard isWritable else { throw .readOnly }
        guard answer.body.count <= AnsweredRequest.largestBody else { return }
        do {
            try writing.withLock { _ in
                try pool.write { try Self.keep(answer, at: now, mostBytes, in: $0) }
            }
        } catch {
            throw StoreError(error)
        }
    }

    private static func keep(
        _ answer: AnsweredRequest, at now: Int64, _ mostBytes: Int, in database: Database
    ) throws {
        try database.execute(
            sql: "DELETE FROM answered WHERE at <= ?", arguments: [now - AnsweredRequest.lifetime])
        try database.execute(
            sql: "DELETE FROM answered WHERE caller = ? AND key = ?",
            arguments: [answer.caller, answer.key])
        let before = try Int64.fetchOne(database, sql: "SELECT MAX(total) FROM answered") ?? 0
        let total = before + Int64(answer.body.count)
        try database.execute(
            sql: """
                INSERT INTO answered (caller, key, digest, status, fields, body, total, at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                answer.caller, answer.key, answer.digest, answer.status, answer.fields, Data(answer.body),
                total, now,
            ])
        let newest = database.lastInsertedRowID
        try database.execute(
            sql: "DELETE FROM answered WHERE row <= ? OR total <= ?",
            arguments: [newest - Int64(AnsweredRequest.most), total - Int64(mostBytes)])
    }
}
