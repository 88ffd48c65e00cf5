import SearchIndex
import Synchronization

/// Keeps the index snapshots that cursors of searches point to, so that all pages show one state.
final class SnapshotCache: Sendable {
    private static let capacity = 32

    /// The most recently used last.
    private let snapshots = Mutex<[IndexSnapshot]>([])

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
}
