import Articles
import Foundation
import GRDB
package import SearchIndex
import Synchronization
import TextAnalysis

extension ArticleStore {
    private static let batchSize = 500

    /// What is searchable now.
    package func searchSnapshot() throws(StoreError) -> IndexSnapshot {
        currentIndex.snapshot()
    }

    /// Rebuilds the index from the store, aside, and puts it in place.
    package func rebuildIndex(progress: @Sendable (String) -> Void = { _ in }) throws(StoreError) {
        guard isWritable else { throw .readOnly }
        try writing.withLock { (_) throws(StoreError) in
            let rebuilt = try Self.rebuildIndex(of: folder, pool: pool, progress: progress)
            index.withLock { $0 = rebuilt }
        }
    }

    /// Opens the index and brings it up to the store's newest change.
    static func openIndex(
        of folder: DataFolder, pool: DatabasePool, access: Access,
        progress: @Sendable (String) -> Void
    ) throws(StoreError) -> SearchIndex {
        do {
            let index = try SearchIndex(
                folder: folder.index, schema: IndexFeed.schema,
                access: access == .readWrite ? .readWrite : .readOnly)
            if try index.sequence <= pool.read(sequence) {
                try catchUp(index, pool: pool, progress: progress)
                return index
            }
            progress("The search index is ahead of the store.")
        } catch let error as IndexError where access == .readWrite && error.isMendable {
            progress("The search index can't be used: \(error).")
        } catch {
            throw StoreError(error)
        }
        guard access == .readWrite else {
            throw .failed("the search index does not fit the store; open it for writing to rebuild it")
        }
        return try rebuildIndex(of: folder, pool: pool, progress: progress)
    }

    private static func rebuildIndex(
        of folder: DataFolder, pool: DatabasePool, progress: @Sendable (String) -> Void
    ) throws(StoreError) -> SearchIndex {
        progress("Rebuilding the search index.")
        let files = FileManager.default
        do {
            if files.fileExists(atPath: folder.newIndex) { try files.removeItem(atPath: folder.newIndex) }
            let aside = try SearchIndex(
                folder: folder.newIndex, schema: IndexFeed.schema, access: .readWrite)
            try catchUp(aside, pool: pool, progress: progress)
            try aside.seal()
            if files.fileExists(atPath: folder.index) { try files.removeItem(atPath: folder.index) }
            try files.moveItem(atPath: folder.newIndex, toPath: folder.index)
            return try SearchIndex(folder: folder.index, schema: IndexFeed.schema, access: .readWrite)
        } catch {
            throw StoreError(error)
        }
    }

    /// Applies every change after the index's own sequence number, in order.
    private static func catchUp(
        _ index: SearchIndex, pool: DatabasePool, progress: @Sendable (String) -> Void
    ) throws {
        let start = index.sequence
        let end = try pool.read(sequence)
        var done = 0
        while index.sequence < end {
            let batch = try pool.read { try changes(after: index.sequence, upTo: end, in: $0) }
            try index.apply(adding: batch.documents, removing: batch.removed, sequence: batch.sequence)
            guard index.sequence >= batch.sequence else {
                throw StoreError.failed("the search index does not take changes")
            }
            done += batch.documents.count
            if done > 0, end - start > Int64(batchSize) {
                progress("Indexing: \(done) articles, \((index.sequence - start) * 100 / (end - start)) %")
            }
        }
    }

    private struct Changes {
        var documents: [IndexDocument]
        var removed: [Int64]
        var sequence: Int64
    }

    private static func changes(
        after start: Int64, upTo end: Int64, in database: Database
    ) throws -> Changes {
        // Of articles, since the log may have forgotten the changes.
        let last = try Int64.fetchOne(
            database,
            sql: "SELECT sequence FROM article WHERE sequence > ? ORDER BY sequence LIMIT 1 OFFSET ?",
            arguments: [start, batchSize - 1])
        let upper = min(last ?? end, end)
        let rows = try Int64.fetchAll(
            database, sql: "SELECT row FROM article WHERE sequence > ? AND sequence <= ? ORDER BY sequence",
            arguments: [start, upper])
        let removed = try Int64.fetchAll(
            database, sql: "SELECT article FROM tombstone WHERE sequence > ? AND sequence <= ?",
            arguments: [start, upper])
        return Changes(
            documents: try rows.compactMap { try indexDocument($0, in: database) }, removed: removed,
            sequence: upper)
    }

    /// `nil` for an article whose record is damaged, which `check` tells of: the others must stay findable.
    static func indexDocument(_ row: Int64, in database: Database) throws -> IndexDocument? {
        let read: StoredArticle?
        do {
            read = try ArticleReader(database: database).article(row)
        } catch is RecordError {
            return nil
        }
        guard let stored = read else { return nil }
        let named = try Row.fetchAll(
            database.cachedStatement(
                sql: """
                    SELECT article_entity.entity, entity.kind FROM article_entity
                    JOIN entity ON entity.row = article_entity.entity
                    WHERE article_entity.article = ? ORDER BY article_entity.entity
                    """),
            arguments: [row])
        let events = try ArticleReader(database: database).events(ofArticle: row)
        return IndexFeed.document(
            row: row, article: stored.article, entities: named.map { $0[0] },
            kinds: Set(named.compactMap { Entity.Kind(rawValue: $0[1]) }),
            intervals: events.compactMap(\.date?.days))
    }
}

extension IndexError {
    /// Rebuilding helps.
    fileprivate var isMendable: Bool {
        switch self {
        case .damaged, .outdated: true
        case .system, .readOnly: false
        }
    }
}
