import Synchronization

/// A clock that is set by hand.
final class ManualClock: Sendable {
    private let seconds = Mutex(0.0)
    var now: Double { seconds.withLock { $0 } }
    func set(_ now: Double) { seconds.withLock { $0 = now } }
}
