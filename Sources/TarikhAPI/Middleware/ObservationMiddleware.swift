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
        var response = next(request)
        let seconds = Stopwatch.seconds(since: start)
        tally(of: request, response).add(seconds)
        let method = request.method.rawValue
        if let failure = response.failure { log.failure("\(method) \(request.pattern ?? ""): \(failure)") }
        var access = access(request, response)
        access.seconds = seconds
        if let source = response.source {
            response.source = observed(source, access, since: start)
        } else if logsAccess {
            log.access(access)
        }
        return response
    }

    /// A streamed answer is told of when it is over.
    private func observed(
        _ source: any ResponseSource, _ access: ServiceLog.Access, since start: ContinuousClock.Instant
    ) -> ObservedSource {
        ObservedSource(source) { [log] error in
            log.failure("\(access.method) \(access.route ?? ""): \(error)")
        } ended: { [log, logsAccess] bytes in
            guard logsAccess else { return }
            var access = access
            access.bytes = bytes
            access.seconds = Stopwatch.seconds(since: start)
            log.access(access)
        }
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
