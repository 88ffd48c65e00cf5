import Synchronization

/// The signals that came and were not seen to, in order.
final class SignalNames: Sendable {
    private let values = Mutex<[String]>([])

    /// The next; `nil` when there is none.
    func take() -> String? {
        values.withLock { $0.isEmpty ? nil : $0.removeFirst() }
    }

    func add(_ name: String) {
        values.withLock { $0.append(name) }
    }
}
