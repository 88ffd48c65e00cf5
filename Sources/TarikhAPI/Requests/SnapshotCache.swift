import SearchIndex
import Synchronization

/// Keeps the index snapshots that cursors of searches point to, so that all pages show one state.
final class SnapshotCache: Sendable {
    private static let capacity = 32
    private static let readingCapacity = 256

    /// A query as the first page understood it.
    private struct Kept: Sendable {
        var target: String
        var sequence: Int64
        var reading: QueryReader.Reading
    }

    /// The most recently used last.
    private let snapshots = Mutex<[IndexSnapshot]>([])

    private let readings = Mutex<[Kept]>([])

    func keep(_ snapshot: IndexSnapshot) {
        snapshots.withLock { snapshots in
            snapshots.removeAll { $0.sequence == snapshot.sequence }
            if snapshots.count >= Self.capacity { snapshots.removeFirst() }
            snapshots.append(snapshot)
        }
    }

    /// `nil` when it is no longer kept.
    func snapshot(_ sequence: Int64) -> IndexSnapshot? {
        snapshots.withLock { snapshots in
            guard let index = snapshots.firstIndex(where: { $0.sequence == sequence }) else { return nil }
            let snapshot = snapshots.remove(at: index)
            snapshots.append(snapshot)
            return snapshot
        }
    }

    /// Keeps what the query of `target` was understood as in a snapshot: names and synonyms may have changed when the next page is
    /// asked for.
    func keep(_ reading: QueryReader.Reading, of target: String, sequence: Int64) {
        readings.withLock { readings in
            readings.removeAll { $0.sequence == sequence && $0.target == target }
            if readings.count >= Self.readingCapacity { readings.removeFirst() }
            readings.append(Kept(target: target, sequence: sequence, reading: reading))
        }
    }

    /// `nil` when it is no longer kept.
    func reading(of target: String, sequence: Int64) -> QueryReader.Reading? {
        readings.withLock { readings in
            readings.last { $0.sequence == sequence && $0.target == target }?.reading
        }
    }
}
