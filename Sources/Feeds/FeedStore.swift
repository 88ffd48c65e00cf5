import Fetching
import Foundation
import GRDB

/// The feeds of a data folder with what is known from polling them, in a database of their own.
///
/// Functions block; call them from a thread that may. All may be called from any thread.
package final class FeedStore: Sendable {
    package static let maximumFeeds = 10_000

    private let queue: DatabaseQueue

    /// Opens the database of a data folder, making both where they are missing.
    package init(folder: String) throws(FeedStoreError) {
        do {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            let path = folder + "/feeds.sqlite"
            if !FileManager.default.fileExists(atPath: path) {
                // Addresses may have secrets in them. What is beside it gets the same rights from SQLite.
                _ = FileManager.default.createFile(
                    atPath: path, contents: nil, attributes: [.posixPermissions: 0o600])
            }
            var configuration = Configuration()
            configuration.journalMode = .wal
            configuration.busyMode = .timeout(10)
            configuration.prepareDatabase { try $0.execute(sql: "PRAGMA synchronous = FULL") }
            queue = try DatabaseQueue(path: path, configuration: configuration)
            if try queue.read({ try Self.migrations.hasBeenSuperseded($0) }) {
                throw FeedStoreError.newerVersion
            }
            try Self.migrations.migrate(queue)
        } catch {
            throw FeedStoreError(error)
        }
    }

    private static let migrations: DatabaseMigrator = {
        var migrations = DatabaseMigrator()
        migrations.registerMigration("1") { database in
            try database.execute(
                sql: """
                    CREATE TABLE feed (
                      row INTEGER PRIMARY KEY AUTOINCREMENT,
                      address TEXT NOT NULL UNIQUE,
                      source TEXT,
                      interval INTEGER NOT NULL,
                      pages INTEGER NOT NULL,
                      is_fixed INTEGER NOT NULL,
                      created_at INTEGER NOT NULL,
                      entity_tag TEXT,
                      last_modified TEXT,
                      polled_at INTEGER,
                      succeeded_at INTEGER,
                      next_at INTEGER NOT NULL,
                      failures INTEGER NOT NULL DEFAULT 0,
                      status INTEGER,
                      error TEXT,
                      articles INTEGER NOT NULL DEFAULT 0)
                    """)
        }
        return migrations
    }()

    /// What came of adding a feed.
    package enum Addition: Sendable, Hashable {
        case added(PolledFeed)
        /// One of this address is there already.
        case exists(PolledFeed)
        case tooMany
    }

    /// All feeds, the oldest first.
    package func feeds() throws(FeedStoreError) -> [PolledFeed] {
        try run { try Row.fetchAll($0, sql: "SELECT * FROM feed ORDER BY row").map(Self.feed) }
    }

    /// The feeds that are due, the longest waiting first, and when the next of the others is.
    package func due(at now: Int64) throws(FeedStoreError) -> (feeds: [PolledFeed], next: Int64?) {
        try run { database in
            let feeds = try Row.fetchAll(
                database, sql: "SELECT * FROM feed WHERE next_at <= ? OR next_at > ? ORDER BY next_at, row",
                arguments: [now, now + 2 * PollSchedule.longest]
            ).map(Self.feed)
            let next = try Int64.fetchOne(
                database, sql: "SELECT MIN(next_at) FROM feed WHERE next_at > ?", arguments: [now])
            return (feeds, next)
        }
    }

    package func feed(_ id: String) throws(FeedStoreError) -> PolledFeed? {
        guard let row = PolledFeed.row(id) else { return nil }
        return try run { try Self.feed(row, in: $0) }
    }

    /// Adds a feed that is due at once.
    package func add(_ entry: FeedEntry, at now: Int64) throws(FeedStoreError) -> Addition {
        try run { database in
            let known = try Row.fetchOne(
                database, sql: "SELECT * FROM feed WHERE address = ?", arguments: [entry.address])
            if let known { return .exists(Self.feed(known)) }
            let count = try Int.fetchOne(database, sql: "SELECT COUNT(*) FROM feed") ?? 0
            guard count < Self.maximumFeeds else { return .tooMany }
            try Self.insert(entry, isFixed: false, at: now, into: database)
            return try Self.feed(database.lastInsertedRowID, in: database).map(Addition.added) ?? .tooMany
        }
    }

    /// Takes a feed away; false when there is none of this id.
    package func remove(_ id: String) throws(FeedStoreError) -> Bool {
        guard let row = PolledFeed.row(id) else { return false }
        return try run { database in
            try database.execute(sql: "DELETE FROM feed WHERE row = ?", arguments: [row])
            return database.changesCount > 0
        }
    }

    /// Makes the feeds of the file what `entries` are; what is known of those that stay stays.
    package func replaceFixed(with entries: [FeedEntry], at now: Int64) throws(FeedStoreError) {
        try run { database in
            try database.execute(sql: "UPDATE feed SET is_fixed = 2 WHERE is_fixed = 1")
            for entry in entries {
                try database.execute(
                    sql: """
                        UPDATE feed SET source = ?, interval = ?, pages = ?, is_fixed = 1 WHERE address = ?
                        """,
                    arguments: [entry.source, entry.interval, entry.pages, entry.address])
                if database.changesCount == 0 {
                    try Self.insert(entry, isFixed: true, at: now, into: database)
                }
            }
            try database.execute(sql: "DELETE FROM feed WHERE is_fixed = 2")
        }
    }

    /// Makes a feed due at once; `nil` when there is none of this id.
    package func makeDue(_ id: String, at now: Int64) throws(FeedStoreError) -> PolledFeed? {
        guard let row = PolledFeed.row(id) else { return nil }
        return try run { database in
            try database.execute(
                sql: "UPDATE feed SET next_at = ? WHERE row = ?", arguments: [now, row])
            return try Self.feed(row, in: database)
        }
    }

    /// Writes down what came of a poll; nothing where the feed was taken away meanwhile.
    package func record(_ state: PolledFeed.State, of row: Int64) throws(FeedStoreError) {
        try run { database in
            try database.execute(
                sql: """
                    UPDATE feed SET entity_tag = ?, last_modified = ?, polled_at = ?, succeeded_at = ?,
                      next_at = ?, failures = ?, status = ?, error = ?, articles = ?
                    WHERE row = ?
                    """,
                arguments: [
                    state.validators.entityTag, state.validators.lastModified, state.polledAt,
                    state.succeededAt, state.nextAt, state.failures, state.status, state.error,
                    state.articles, row,
                ])
        }
    }

    package func close() throws(FeedStoreError) {
        do {
            try queue.close()
        } catch {
            throw FeedStoreError(error)
        }
    }

    // MARK: Rows

    private static func insert(
        _ entry: FeedEntry, isFixed: Bool, at now: Int64, into database: Database
    ) throws {
        try database.execute(
            sql: """
                INSERT INTO feed (address, source, interval, pages, is_fixed, created_at, next_at)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [entry.address, entry.source, entry.interval, entry.pages, isFixed, now, now])
    }

    private static func feed(_ row: Int64, in database: Database) throws -> PolledFeed? {
        try Row.fetchOne(database, sql: "SELECT * FROM feed WHERE row = ?", arguments: [row]).map(feed)
    }

    private static func feed(_ row: Row) -> PolledFeed {
        var state = PolledFeed.State(nextAt: row["next_at"])
        state.validators = FetchValidators(entityTag: row["entity_tag"], lastModified: row["last_modified"])
        state.polledAt = row["polled_at"]
        state.succeededAt = row["succeeded_at"]
        state.failures = row["failures"]
        state.status = row["status"]
        state.error = row["error"]
        state.articles = row["articles"]
        let entry = FeedEntry(
            stored: row["address"], source: row["source"], interval: row["interval"], pages: row["pages"])
        return PolledFeed(
            row: row["row"], entry: entry, isFixed: row["is_fixed"], createdAt: row["created_at"],
            state: state)
    }

    private func run<Value>(_ body: (Database) throws -> Value) throws(FeedStoreError) -> Value {
        do {
            return try queue.write(body)
        } catch {
            throw FeedStoreError(error)
        }
    }
}
