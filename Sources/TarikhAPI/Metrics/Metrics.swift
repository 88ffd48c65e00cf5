import ArticleStore
import Synchronization

/// What the service counts while it runs.
final class Metrics: Sendable {
    struct Request: Sendable, Hashable {
        var method: String
        var route: String
        var status: Int
    }

    /// The requests of one kind.
    final class Tally: Sendable {
        private let total = Atomic<Int>(0)
        private let durations: Histogram

        fileprivate init(_ durations: Histogram) {
            self.durations = durations
        }

        var count: Int { total.load(ordering: .relaxed) }

        func add(_ seconds: Double) {
            total.add(1, ordering: .relaxed)
            durations.observe(seconds)
        }
    }

    private struct RouteKey: Hashable {
        var method: String
        var route: String
    }

    private struct Requests {
        var tallies: [Request: Tally] = [:]
        /// Whatever their status.
        var durations: [RouteKey: Histogram] = [:]
    }

    private let requests = Mutex(Requests())
    private let ingested = Mutex<[String: Int]>(["created": 0, "unchanged": 0, "rejected": 0, "failed": 0])
    private let rateLimited = Atomic<Int>(0)
    private let cacheHits = Atomic<Int>(0)
    private let cacheMisses = Atomic<Int>(0)
    let parsing = Histogram()
    let searching = Histogram()

    /// What counts requests of this kind.
    func tally(of request: Request) -> Tally {
        requests.withLock { requests in
            if let tally = requests.tallies[request] { return tally }
            let key = RouteKey(method: request.method, route: request.route)
            let histogram = requests.durations[key] ?? Histogram()
            requests.durations[key] = histogram
            let tally = Tally(histogram)
            requests.tallies[request] = tally
            return tally
        }
    }

    /// Counts what comes of taking an article in.
    func ingesting(_ work: () throws -> Insertion) throws -> Insertion {
        do {
            let (insertion, seconds) = try Stopwatch.time(work)
            if insertion.outcome == .created { parsing.observe(seconds) }
            count(insertion.outcome == .created ? "created" : "unchanged")
            return insertion
        } catch {
            count(error is StoreError ? "failed" : "rejected")
            throw error
        }
    }

    /// Counts what comes of putting another article in the place of one.
    func revising(_ work: () throws -> RevisionOutcome) throws -> RevisionOutcome {
        do {
            let outcome = try work()
            count(outcome == .written ? "revised" : outcome == .unchanged ? "unchanged" : "rejected")
            return outcome
        } catch {
            count(error is StoreError ? "failed" : "rejected")
            throw error
        }
    }

    /// A request that came too soon after others.
    func countRateLimited() { rateLimited.add(1, ordering: .relaxed) }

    /// An answer that was in memory.
    func countCacheHit() { cacheHits.add(1, ordering: .relaxed) }

    /// An answer that might have been.
    func countCacheMiss() { cacheMisses.add(1, ordering: .relaxed) }

    /// An article that was offered: `created`, `unchanged`, `rejected`, `failed`.
    func count(_ result: String) {
        ingested.withLock { $0[result, default: 0] += 1 }
    }

    /// Appends all in the Prometheus text format, version 0.0.4.
    func write(to text: inout String) {
        text += "# TYPE tarikh_http_requests_total counter\n"
        let requests = requests.withLock { $0 }
        for (request, tally) in requests.tallies.sorted(by: { "\($0.key)" < "\($1.key)" }) {
            let labels =
                "method=\"\(request.method)\",route=\"\(request.route)\",status=\"\(request.status)\""
            text += "tarikh_http_requests_total{\(labels)} \(tally.count)\n"
        }
        text += "# TYPE http_server_request_duration_seconds histogram\n"
        for (key, histogram) in requests.durations.sorted(by: { "\($0.key)" < "\($1.key)" }) {
            let labels = "http_request_method=\"\(key.method)\",http_route=\"\(key.route)\""
            histogram.write("http_server_request_duration_seconds", labels: labels, to: &text)
        }
        text += "# TYPE tarikh_ingest_total counter\n"
        for (result, count) in ingested.withLock({ $0 }).sorted(by: { $0.key < $1.key }) {
            text += "tarikh_ingest_total{result=\"\(result)\"} \(count)\n"
        }
        text += "# TYPE tarikh_rate_limited_total counter\n"
        text += "tarikh_rate_limited_total \(rateLimited.load(ordering: .relaxed))\n"
        text += "# TYPE tarikh_cache_requests_total counter\n"
        text += "tarikh_cache_requests_total{result=\"hit\"} \(cacheHits.load(ordering: .relaxed))\n"
        text += "tarikh_cache_requests_total{result=\"miss\"} \(cacheMisses.load(ordering: .relaxed))\n"
        text += "# TYPE tarikh_parse_seconds histogram\n"
        parsing.write("tarikh_parse_seconds", labels: "", to: &text)
        text += "# TYPE tarikh_search_seconds histogram\n"
        searching.write("tarikh_search_seconds", labels: "kind=\"query\"", to: &text)
    }
}
