/// A full-text index in one folder: immutable memory-mapped segments, an in-memory tail for what is new, tombstones for
/// what is gone, and a manifest that is replaced atomically. It is derived data; the caller can rebuild it at any time.
///
/// One process may write; any number may read. All functions may be called from any thread.
package final class SearchIndex: Sendable {
    package enum Access: Sendable, Hashable {
        case readWrite, readOnly
    }

    /// Opens the index in `folder`, creating an empty one when there is none and `access` allows it.
    ///
    /// - Throws: `IndexError.damaged` or `.outdated` when it must be rebuilt: remove the folder and apply everything again.
    package init(folder: String, schema: IndexSchema, access: Access) throws(IndexError) {}

    /// Everything up to this sequence number of the caller has been applied.
    package var sequence: Int64 { 0 }

    /// Everything up to this sequence number is in segments on disk; after a restart the caller applies what follows.
    package var durableSequence: Int64 { 0 }

    /// Bytes of the segments on disk.
    package var byteCount: Int { 0 }

    /// Adds (or replaces) and removes documents; they are searchable when it returns. A read-only index applies to memory
    /// only. `sequence` must not fall.
    package func apply(
        adding documents: [IndexDocument], removing keys: [Int64] = [], sequence: Int64
    ) throws(IndexError) {}

    /// Writes the tail to a segment and the manifest to disk; on return `durableSequence` is `sequence`.
    package func seal() throws(IndexError) {}

    /// What is searchable now; it does not change when the index does.
    package func snapshot() -> IndexSnapshot { IndexSnapshot() }

    /// Reads every file and compares every checksum. Returns what is wrong, a line each; empty when nothing is.
    package func verify() -> [String] { [] }
}
