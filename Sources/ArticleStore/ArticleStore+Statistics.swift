import Foundation
import GRDB
import SearchIndex

extension ArticleStore {
    /// How much there is.
    package struct Statistics: Sendable, Hashable {
        package var articles = 0
        package var events = 0
        package var entities = 0
        package var mentions = 0
        /// Of the newest change.
        package var sequence: Int64 = 0
        /// How many changes the index is behind: 0 when all is searchable.
        package var indexLag: Int64 = 0
        /// Bytes of the database with its write-ahead log.
        package var storeBytes = 0
        /// Bytes of the index's segments.
        package var indexBytes = 0
    }

    /// The newest change's number, without the cost of the other counts.
    package func sequence() throws(StoreError) -> Int64 {
        try reading(Self.sequence)
    }

    /// The state that searches and lists show: greater after each write, before it is acknowledged. Costs no query.
    package var version: Int64 { currentIndex.sequence }

    package func statistics() throws(StoreError) -> Statistics {
        let index = currentIndex
        let indexed = index.sequence
        var statistics = try reading { database in
            func count(_ sql: String) throws -> Int { try Int.fetchOne(database, sql: sql) ?? 0 }
            return Statistics(
                articles: try count("SELECT COUNT(*) FROM article"),
                events: try count("SELECT COUNT(*) FROM event"),
                entities: try count("SELECT COUNT(*) FROM entity"),
                mentions: try count("SELECT SUM(mentions) FROM entity"),
                sequence: try Self.sequence(database))
        }
        statistics.indexLag = max(0, statistics.sequence - indexed)
        statistics.indexBytes = index.byteCount
        statistics.storeBytes = ["", "-wal"].reduce(0) { sum, suffix in
            let attributes = try? FileManager.default.attributesOfItem(atPath: folder.database + suffix)
            // Without a log there is nothing to count.
            return sum + (attributes?[.size] as? Int ?? 0)
        }
        return statistics
    }
}

extension ArticleStore {
    /// SQLite's `synchronous` of the connection that writes: 2 is FULL.
    package func synchronousMode() throws(StoreError) -> Int {
        do {
            return try pool.writeWithoutTransaction {
                try Int.fetchOne($0, sql: "PRAGMA synchronous") ?? -1
            }
        } catch {
            throw StoreError(error)
        }
    }
}
