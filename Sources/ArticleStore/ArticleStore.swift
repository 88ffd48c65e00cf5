import Articles
import GRDB
import SearchIndex
import Synchronization

/// The record of truth: articles, annotations, events and entities in SQLite, and the search index kept in step with it.
///
/// Functions block; call them from a thread that may. All may be called from any thread.
package final class ArticleStore: Sendable {
    package enum Access: Sendable, Hashable {
        /// The only writer: takes the folder's lock.
        case readWrite
        /// Works beside a writer in another process, on what was there when it was opened.
        case readOnly
    }

    /// The index's text fields.
    package enum TextField: Int, Sendable, CaseIterable { case title, body }
    /// The index's keyword fields.
    package enum KeywordField: Int, Sendable, CaseIterable { case entity, source, language, article, type }

    /// What came of asking for one thing.
    package enum Lookup<Item: Sendable>: Sendable {
        case found(Item)
        case deleted
        case unknown
    }

    let folder: DataFolder
    let pool: DatabasePool
    let index: Mutex<SearchIndex>
    /// Held for the whole of a write, so that the index sees changes in the order in which they became durable.
    let writing: Mutex<WriterCache>
    let synonymCache = Mutex(SynonymCache())
    let names = EntityNames()
    /// Comes after each write, when it can be found.
    package let changeSignal = ChangeSignal()
    let keptChanges: Int64
    private let lock: FolderLock?

    /// Opens the data folder, making or migrating it when `access` allows; rebuilds the index when it is missing or stale.
    /// `progress` is told of long work, as a line for people. Of the log of changes the newest `keptChanges` are kept.
    ///
    /// - Throws: `StoreError.busy`, `.newerVersion`, `.missing`, `.notWritable`, or `.failed` when the database is damaged.
    package init(
        folder path: String, access: Access, keptChanges: Int64 = defaultKeptChanges,
        progress: @Sendable (String) -> Void = { _ in }
    ) throws(StoreError) {
        self.keptChanges = max(1, keptChanges)
        folder = DataFolder(path: path)
        switch access {
        case .readWrite:
            try folder.create()
            lock = try FolderLock(folder)
            pool = try Self.openForWriting(folder)
        case .readOnly:
            lock = nil
            pool = try Self.openForReading(folder)
        }
        let index = try Self.openIndex(of: folder, pool: pool, access: access, progress: progress)
        self.index = Mutex(index)
        writing = Mutex(WriterCache())
    }

    /// Writes what is only in memory and closes. Nothing may be called after it.
    package func close() throws(StoreError) {
        do {
            if isWritable {
                try currentIndex.seal()
                // The log goes back to nothing, so that the folder holds no more than it must.
                try pool.writeWithoutTransaction { _ = try $0.checkpoint(.truncate) }
            }
            try pool.close()
        } catch {
            throw StoreError(error)
        }
    }

    var currentIndex: SearchIndex {
        index.withLock { $0 }
    }

    /// Whether it was opened for writing.
    package var isWritable: Bool { lock != nil }

    /// Runs `body` on a snapshot of the database.
    func reading<Value>(_ body: (Database) throws -> Value) throws(StoreError) -> Value {
        do {
            return try pool.read(body)
        } catch {
            throw StoreError(error)
        }
    }

    /// The number of the newest change; 0 when there is none.
    static func sequence(_ database: Database) throws -> Int64 {
        try Int64.fetchOne(database, sql: "SELECT MAX(sequence) FROM change") ?? 0
    }
}
