import HTTPServer
import Synchronization

/// How many requests each client may send: a bucket of a minute's worth that fills steadily.
final class RateLimiter: Sendable {
    /// Whose bucket it is.
    enum Client: Sendable, Hashable {
        case key(String)
        /// As of `PeerAddress.network`; empty for those without an IP address.
        case network([UInt8])
    }

    /// What came of asking for one more request.
    struct Outcome: Sendable, Hashable {
        var isAllowed: Bool
        /// Requests that may follow at once.
        var remaining: Int
        /// Seconds until the bucket is full, or until one more request is possible where this one is not.
        var seconds: Int
    }

    fileprivate struct Bucket {
        var requests: Double
        /// Seconds of the monotonic clock.
        var filled: Double
    }

    /// A bucket that is not used for a minute is full, so it may be forgotten. Two halves bound how many are kept: when the one that
    /// new ones go into is full it becomes the other, whose buckets, unused since, are forgotten.
    fileprivate struct State {
        var recent: [Client: Bucket] = [:]
        var older: [Client: Bucket] = [:]
    }

    static let window = 60
    private let capacity: Int
    private let now: @Sendable () -> Double
    private let state = Mutex(State())

    /// - Parameters:
    ///   - capacity: buckets at most.
    ///   - now: seconds of a clock that is never set back.
    init(capacity: Int = 32_768, now: @escaping @Sendable () -> Double = { Stopwatch.now }) {
        self.capacity = capacity
        self.now = now
    }

    /// Takes one request out of a client's bucket.
    ///
    /// - Parameter rate: requests a minute; at least 1.
    func take(_ client: Client, rate: Int) -> Outcome {
        let now = now()
        let size = Double(rate)
        let perSecond = size / Double(Self.window)
        return state.withLock { state in
            var bucket = state.bucket(client) ?? Bucket(requests: size, filled: now)
            bucket.requests = min(size, bucket.requests + max(0, now - bucket.filled) * perSecond)
            bucket.filled = now
            let isAllowed = bucket.requests >= 1
            if isAllowed { bucket.requests -= 1 }
            state.keep(bucket, client, capacity: capacity)
            let missing = isAllowed ? size - bucket.requests : 1 - bucket.requests
            return Outcome(
                isAllowed: isAllowed, remaining: Int(bucket.requests),
                seconds: max(1, Int((missing / perSecond).rounded(.up))))
        }
    }

    var count: Int { state.withLock { $0.recent.count + $0.older.count } }
}

extension RateLimiter.State {
    fileprivate func bucket(_ client: RateLimiter.Client) -> RateLimiter.Bucket? {
        recent[client] ?? older[client]
    }

    fileprivate mutating func keep(
        _ bucket: RateLimiter.Bucket, _ client: RateLimiter.Client, capacity: Int
    ) {
        if recent[client] == nil, recent.count >= max(1, capacity / 2) {
            older = recent
            recent = [:]
        }
        recent[client] = bucket
    }
}
