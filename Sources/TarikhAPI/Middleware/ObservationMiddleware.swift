import HTTPServer
import HTTPTypes

/// Counts and logs every answer.
struct ObservationMiddleware: Middleware {
    private static let methods: Set<String> = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]

    private let metrics: Metrics
    private let log: ServiceLog
    private let logsAccess: Bool
    private let patterns: RoutePatterns

    init(metrics: Metrics, log: ServiceLog, logsAccess: Bool, patterns: [String]) {
        self.metrics = metrics
        self.log = log
        self.logsAccess = logsAccess
        self.patterns = RoutePatterns(patterns)
    }

    func respond(to request: Request, next: (Request) -> Response) -> Response {
        let start = ContinuousClock.now
        let response = next(request)
        let seconds = Stopwatch.seconds(since: start)
        let method = request.method.rawValue
        let route = patterns.pattern(of: request.path)
        metrics.count(
            Metrics.Request(
                method: Self.methods.contains(method) ? method : "other", route: route ?? "unmatched",
                status: response.status.code), seconds: seconds)
        if let failure = response.failure { log.failure("\(method) \(route ?? ""): \(failure)") }
        guard logsAccess else { return response }
        log.access(
            ServiceLog.Access(
                requestID: response.fields[.requestID] ?? "", method: method, target: request.target,
                route: route, status: response.status.code, bytes: response.body.count, seconds: seconds))
        return response
    }
}

/// Names the route of a path for counting.
struct RoutePatterns: Sendable {
    /// By number of segments.
    private let patterns: [Int: [(text: String, segments: [Substring])]]

    init(_ patterns: [String]) {
        let split = Set(patterns).sorted().map { (text: $0, segments: $0.split(separator: "/")) }
        self.patterns = Dictionary(grouping: split) { $0.segments.count }
    }

    func pattern(of path: Substring) -> String? {
        let segments = path.split(separator: "/")
        return patterns[segments.count]?.first { pattern in
            zip(pattern.segments, segments).allSatisfy { $0 == $1 || $0.first == "{" }
        }?.text
    }
}
