import AccessControl
import HTTPServer
import HTTPTypes

/// Counts and logs every answer.
struct ObservationMiddleware: Middleware {
    private static let methods: Set<String> = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]

    let metrics: Metrics
    let log: ServiceLog
    let logsAccess: Bool

    func respond(to request: Request, next: (Request) -> Response) -> Response {
        let start = ContinuousClock.now
        let response = next(request)
        let seconds = Stopwatch.seconds(since: start)
        let method = request.method.rawValue
        let route = request.pattern
        metrics.count(
            Metrics.Request(
                method: Self.methods.contains(method) ? method : "other", route: route ?? "unmatched",
                status: response.status.code), seconds: seconds)
        if let failure = response.failure { log.failure("\(method) \(route ?? ""): \(failure)") }
        guard logsAccess else { return response }
        log.access(
            ServiceLog.Access(
                requestID: request.id ?? "", method: method, target: request.target, route: route,
                status: response.status.code, bytes: response.body.count, seconds: seconds,
                version: request.version, peer: request.peer?.description,
                key: request.key?.id, trace: request.trace))
        return response
    }
}
