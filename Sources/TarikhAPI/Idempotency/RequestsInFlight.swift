import Synchronization

/// The keys of requests that are being answered.
final class RequestsInFlight: Sendable {
    private let keys = Mutex<Set<String>>([])

    /// Whether there was no request with this key; then it is one until `end`.
    func begin(_ key: String) -> Bool { keys.withLock { $0.insert(key).inserted } }

    func end(_ key: String) { keys.withLock { _ = $0.remove(key) } }
}
