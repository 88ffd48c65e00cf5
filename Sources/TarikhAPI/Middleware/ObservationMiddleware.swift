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
        tally(of: request, response).add(seconds)
        let method = request.method.rawValue
        if let failure = response.failure { log.failure("\(method) \(request.pattern ?? ""): \(failure)") }
        if logsAccess {
            var access = access(request, response)
            access.seconds = seconds
            log.access(access)
        }
        return response
    }

    func tally(of request: Request, _ response: Response) -> Metrics.Tally {
        let method = request.method.rawValue
        return metrics.tally(
            of: Metrics.Request(
                method: Self.methods.contains(method) ? method : "other",
                route: request.pattern ?? "unmatched", status: response.status.code))
    }

    func access(_ request: Request, _ response: Response) -> ServiceLog.Access {
        ServiceLog.Access(
            requestID: request.id ?? "", method: request.method.rawValue, target: request.target,
            route: request.pattern, status: response.status.code, bytes: response.body.count, seconds: 0,
            version: request.version, peer: request.peer?.description, key: request.key?.id,
            trace: request.trace)
    }
}
