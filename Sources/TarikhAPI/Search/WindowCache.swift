import SearchIndex
import Synchronization

/// Keeps the best documents of searches as they were ranked, so that all pages show one order, also when texts have changed since.
final class WindowCache: Sendable {
    struct Key: Hashable {
        var sequence: Int64
        var query: Query
        var filter: SearchFilter
    }

    private static let capacity = 128

    /// The most recently used last.
    private let windows = Mutex<[(key: Key, window: RankedWindow)]>([])

    func keep(_ window: RankedWindow, _ key: Key) {
        windows.withLock { windows in
            windows.removeAll { $0.key == key }
            if windows.count >= Self.capacity { windows.removeFirst() }
            windows.append((key, window))
        }
    }

    /// `nil` when it is no longer kept.
    func window(_ key: Key) -> RankedWindow? {
        windows.withLock { windows in
            guard let index = windows.firstIndex(where: { $0.key == key }) else { return nil }
            let found = windows.remove(at: index)
            windows.append(found)
            return found.window
        }
    }
}
