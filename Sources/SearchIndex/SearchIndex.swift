import Dispatch
import Synchronization

/// A full-text index in one folder: immutable memory-mapped segments, an in-memory tail for what is new, tombstones for
/// what is gone, and a manifest that is replaced atomically. It is derived data; the caller can rebuild it at any time.
///
/// One process may write; any number may read. All functions may be called from any thread.
///
/// Every `apply` makes a small segment in memory; those of like size are merged, so that a document is copied a few times
/// before `seal` writes them as one file. Files of like size are merged in the background.
package final class SearchIndex: Sendable {
    package enum Access: Sendable, Hashable {
        case readWrite, readOnly
    }

    /// What only the writer looks at.
    struct Writing: Sendable {
        var durableSequence: Int64
        var nextNumber: UInt64
        var isMerging = false
    }

    let folder: IndexFolder
    let schema: IndexSchema
    let access: Access
    /// Held while the index is changed, and over system calls.
    let writing: Mutex<Writing>
    /// Held only to read or replace the reference. Always taken inside `writing` when both are.
    let current: Mutex<IndexState>
    let mergeQueue: DispatchQueue

    /// Opens the index in `folder`, creating an empty one when there is none and `access` allows it.
    ///
    /// - Throws: `IndexError.damaged` or `.outdated` when it must be rebuilt: remove the folder and apply everything again.
    package init(folder: String, schema: IndexSchema, access: Access) throws(IndexError) {
        self.folder = IndexFolder(path: folder)
        self.schema = schema
        self.access = access
        mergeQueue = MergeQueues.queue(for: folder)
        // A merge of an index that had the folder open before.
        if access == .readWrite { mergeQueue.sync {} }
        let opened = try Self.open(self.folder, schema: schema, access: access)
        writing = Mutex(
            Writing(durableSequence: opened.manifest.sequence, nextNumber: opened.manifest.nextNumber))
        current = Mutex(opened.state)
    }

    var state: IndexState { current.withLock { $0 } }

    /// Everything up to this sequence number of the caller has been applied.
    package var sequence: Int64 { state.sequence }

    /// Everything up to this sequence number is in segments on disk; after a restart the caller applies what follows.
    package var durableSequence: Int64 { writing.withLock { $0.durableSequence } }

    /// Bytes of the segments on disk.
    package var byteCount: Int {
        state.parts.reduce(0) { $0 + ($1.number == nil ? 0 : $1.segment.bytes.count) }
    }

    /// Adds (or replaces) and removes documents; they are searchable when it returns. A read-only index applies to memory
    /// only. `sequence` must not fall. Keys are removed before documents are added; of documents with the same key the last
    /// stays.
    package func apply(
        adding documents: [IndexDocument], removing keys: [Int64] = [], sequence: Int64
    ) throws(IndexError) {
        // Made before the lock is taken.
        let segments = try segments(of: documents)
        try locked { writing throws(IndexError) in
            try publish(segments, replacing: documents.map(\.key), removing: keys, sequence: sequence)
            if access == .readWrite, tailByteCount > Self.tailLimit {
                // The documents are applied; what can't be written now is tried again, and `seal` tells the error.
                try? seal(&writing)
            }
        }
    }

    /// Writes the tail to a segment and the manifest to disk; on return `durableSequence` is `sequence`.
    package func seal() throws(IndexError) {
        guard access == .readWrite else { throw IndexError.readOnly }
        try locked { writing throws(IndexError) in try seal(&writing) }
    }

    /// What is searchable now; it does not change when the index does.
    package func snapshot() -> IndexSnapshot { IndexSnapshot(state: state) }

    /// Reads every file and compares every checksum. Returns what is wrong, a line each; empty when nothing is.
    package func verify() -> [String] {
        // No segment is replaced and removed meanwhile.
        writing.withLock { _ in
            state.parts.compactMap { part in
                guard let number = part.number else { return nil }
                return Self.damage(of: number, identity: part.segment.identity, in: folder)
            } + Self.manifestDamage(in: folder, schema: schema)
        }
    }

    /// `Mutex.withLock` with the error's type kept.
    func locked<Value: Sendable>(
        _ body: (inout Writing) throws(IndexError) -> Value
    ) throws(IndexError) -> Value {
        let result: Result<Value, IndexError> = writing.withLock { writing in
            do throws(IndexError) {
                return .success(try body(&writing))
            } catch {
                return .failure(error)
            }
        }
        return try result.get()
    }
}
