import Synchronization

/// The signal that came last.
final class SignalName: Sendable {
    private let value = Mutex("")

    var name: String { value.withLock { $0 } }

    func set(_ name: String) {
        value.withLock { $0 = name }
    }
}
