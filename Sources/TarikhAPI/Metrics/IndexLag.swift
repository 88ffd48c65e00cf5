import Synchronization

/// Knows whether the search index has stopped following the store. Between a commit and its place in the index there is always a
/// moment, which says nothing.
final class IndexLag: Sendable {
    /// Seconds that what was stored may take to be in the index.
    static let patience = 10.0

    /// What the index had not reached when it was last looked at, and since when, in seconds of the monotonic clock.
    private let waiting = Mutex<(sequence: Int64, since: Double)?>(nil)

    func isBehind(indexed: Int64, stored: Int64, now: Double) -> Bool {
        waiting.withLock { waiting in
            guard indexed < stored else {
                waiting = nil
                return false
            }
            guard let known = waiting, indexed < known.sequence else {
                waiting = (stored, now)
                return false
            }
            return now - known.since > Self.patience
        }
    }
}
