import AccessControl
import HTTPServer

/// Lets through who may use the route.
struct AccessMiddleware: Middleware {
    let gate: Gate
    let table: AccessTable

    func respond(to request: Request, next: (Request) -> Response) -> Response {
        guard !request.isRefused, let access = table.access(of: request) else { return next(request) }
        do throws(Problem) {
            try gate.check(request, access)
        } catch {
            return error.response(to: request)
        }
        guard let sources = request.key?.grant.sources else { return next(request) }
        var request = request
        // An answer that is known is for those who see all.
        request.known = nil
        if access.sources == .filtered { request = SourceRestriction.apply(sources, to: request) }
        return next(request)
    }
}
