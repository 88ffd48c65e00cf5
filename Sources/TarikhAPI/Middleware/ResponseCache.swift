import AccessControl
import ArticleStore
import HTTPServer
import HTTPTypes
import Synchronization

/// Answers in memory, so that a question that is asked again costs no more than a file would.
///
/// An answer holds for the state of the data that it was made of: after a write is acknowledged none from before is given.
final class ResponseCache: Sendable {
    fileprivate struct Entry {
        var response: Response
        /// Seconds of the monotonic clock.
        var made: Double
        /// Given since the clock hand passed.
        var isUsed: Bool
        var byteCount: Int
    }

    fileprivate struct State {
        /// The state of the data that all entries are of.
        var version: Int64 = .min
        var entries: [String: Entry] = [:]
        /// The keys in the order in which they came; the first is looked at first when room is needed.
        var order: [String] = []
        var first = 0
        var byteCount = 0
    }

    /// Cursors in an answer hold for 15 minutes from when it is given, so they are made to hold this much longer.
    static let longestAge = 60.0
    static let timing = "cache;desc=hit"
    /// What an entry takes beside its body and key.
    private static let overhead = 1024

    private let capacity: Int
    private let version: @Sendable () -> Int64
    private let now: @Sendable () -> Double
    private let metrics: Metrics
    private let state = Mutex(State())

    /// - Parameters:
    ///   - capacity: bytes; 0 keeps nothing.
    ///   - metrics: are told of answers that were there and that were not.
    ///   - version: the state of the data: greater after each write, before it is acknowledged.
    ///   - now: seconds of a clock that is never set back.
    init(
        capacity: Int, metrics: Metrics = Metrics(), version: @escaping @Sendable () -> Int64,
        now: @escaping @Sendable () -> Double = { Stopwatch.now }
    ) {
        self.capacity = capacity
        self.metrics = metrics
        self.version = version
        self.now = now
    }

    var byteCount: Int { state.withLock { $0.byteCount } }

    /// Counts an answer that was in memory.
    func countHit() { metrics.countCacheHit() }

    /// Whether `answer` is still right.
    func isCurrent(_ answer: KnownAnswer) -> Bool {
        answer.version == version() && now() < answer.end
    }

    /// The answer to `request` if it is known and still right.
    func response(to request: Request) -> KnownAnswer? {
        guard capacity > 0, let key = Self.key(of: request) else { return nil }
        let version = version()
        let oldest = now() - Self.longestAge
        return state.withLock { state in
            guard state.version == version, let index = state.entries.index(forKey: key),
                state.entries.values[index].made >= oldest
            else { return nil }
            state.entries.values[index].isUsed = true
            metrics.countCacheHit()
            let entry = state.entries.values[index]
            return KnownAnswer(
                response: Self.answer(entry.response, to: request), version: version,
                end: entry.made + Self.longestAge)
        }
    }

    private static func answer(_ response: Response, to request: Request) -> Response {
        guard let known = request.fields[.ifNoneMatch], let tag = response.fields[.eTag],
            EntityTag(quoted: tag).isListed(in: known)
        else { return response }
        var unchanged = Response(status: .notModified, fields: [.eTag: tag, .serverTiming: timing])
        // What this says takes the place of what the client has (RFC 9111, 3.2).
        unchanged.fields[.contentSecurityPolicy] = response.fields[.contentSecurityPolicy]
        return unchanged
    }

    /// What `make` answers, kept where it may be given again.
    func response(to request: Request, make: () -> Response) -> Response {
        guard capacity > 0, let key = Self.key(of: request) else { return make() }
        metrics.countCacheMiss()
        // Taken before: what is written meanwhile makes the answer one of the state before.
        let version = version()
        let response = make()
        let count = response.body.count + key.utf8.count + Self.overhead
        guard response.status == .ok, response.fields[.eTag] != nil, response.source == nil,
            count <= capacity / 16
        else {
            return response
        }
        var entry = Entry(response: response, made: now(), isUsed: false, byteCount: count)
        entry.response.fields[.serverTiming] = Self.timing
        state.withLock { $0.keep(entry, key, version, capacity: capacity) }
        return response
    }

    /// What answers depend on beside the data; `nil` for what is not kept.
    private static func key(of request: Request) -> String? {
        guard request.method == .get || request.method == .head, request.body.isEmpty else { return nil }
        // No field holds a line feed.
        var key = request.target
        for name in [HTTPField.Name.host, .accept, .acceptEncoding] {
            key += "\n"
            key += request.fields[name] ?? ""
        }
        return key
    }
}

extension ResponseCache {
    /// Of a service; one that another process writes to keeps nothing, because it is not told of changes.
    convenience init(_ configuration: Configuration, _ store: ArticleStore, _ metrics: Metrics) {
        self.init(
            capacity: store.isWritable ? configuration.cacheBytes : 0, metrics: metrics,
            version: { store.version })
    }
}

extension ResponseCache.State {
    fileprivate mutating func keep(
        _ entry: ResponseCache.Entry, _ key: String, _ version: Int64, capacity: Int
    ) {
        if version != self.version {
            // An answer that is late is of no use any more.
            guard version > self.version else { return }
            self = ResponseCache.State()
            self.version = version
        }
        if let old = entries.updateValue(entry, forKey: key) {
            byteCount -= old.byteCount
        } else {
            order.append(key)
        }
        byteCount += entry.byteCount
        while byteCount > capacity, first < order.count { evictOne() }
        if first > 1024, first > order.count / 2 {
            order.removeFirst(first)
            first = 0
        }
    }

    /// The oldest goes unless it was given since; then it gets another turn.
    private mutating func evictOne() {
        let key = order[first]
        first += 1
        guard let index = entries.index(forKey: key) else { return }
        if entries.values[index].isUsed {
            entries.values[index].isUsed = false
            order.append(key)
        } else {
            byteCount -= entries.remove(at: index).value.byteCount
        }
    }
}

/// Gives what the cache has, and lets it keep what it has not.
struct ResponseCacheMiddleware: Middleware {
    let cache: ResponseCache

    func respond(to request: Request, next: (Request) -> Response) -> Response {
        // An answer that tells of some sources only is not for all who ask the same.
        if request.isRefused || request.key?.grant.sources != nil { return next(request) }
        if let known = request.known { return known.response }
        return cache.response(to: request) { next(request) }
    }
}
