import Foundation
import GRDB
import SearchIndex

extension ArticleStore {
    static func openForWriting(_ folder: DataFolder) throws(StoreError) -> DatabasePool {
        let pool: DatabasePool
        do {
            pool = try DatabasePool(path: folder.database, configuration: configuration(readOnly: false))
            // WAL with FULL: a commit is on disk when it returns (https://www.sqlite.org/pragma.html#pragma_synchronous).
            try pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous = FULL") }
            // In pages: a page that is written again and again goes to the database once for all of them. The log stays under 60 MB.
            try pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA wal_autocheckpoint = 8000") }
            // In KiB: what is written touches pages all over, which are read again and again with the default of 2 MB.
            try pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA cache_size = -65536") }
        } catch {
            throw StoreError(error)
        }
        try refuseNewer(pool, folder)
        do {
            try Migrations.all.migrate(pool)
        } catch {
            throw StoreError(error)
        }
        return pool
    }

    static func openForReading(_ folder: DataFolder) throws(StoreError) -> DatabasePool {
        guard FileManager.default.fileExists(atPath: folder.database) else {
            throw .missing(folder: folder.path)
        }
        let pool: DatabasePool
        do {
            pool = try DatabasePool(path: folder.database, configuration: configuration(readOnly: true))
        } catch {
            throw StoreError(error)
        }
        try refuseNewer(pool, folder)
        return pool
    }

    private static func configuration(readOnly: Bool) -> GRDB.Configuration {
        var configuration = GRDB.Configuration()
        configuration.readonly = readOnly
        configuration.busyMode = .timeout(10)
        configuration.maximumReaderCount = 8
        // In KiB, of each connection: lists of entities are read from all over, which costs twice the time with 2 MB.
        configuration.prepareDatabase { try $0.execute(sql: "PRAGMA cache_size = -8192") }
        return configuration
    }

    private static func refuseNewer(
        _ pool: DatabasePool, _ folder: DataFolder
    ) throws(StoreError) {
        let isNewer: Bool
        do {
            isNewer = try pool.read { try Migrations.all.hasBeenSuperseded($0) }
        } catch {
            throw StoreError(error)
        }
        if isNewer { throw .newerVersion(folder: folder.path) }
    }
}
