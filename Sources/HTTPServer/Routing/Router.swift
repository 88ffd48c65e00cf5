import HTTPTypes

/// Finds the route of a request and answers it.
///
/// HEAD is answered by the route of GET. An unknown path is a problem 404 `not_found`; a known path with another method a
/// problem 405 `method_not_allowed` with `Allow`; OPTIONS is answered 204 with `Allow`.
package struct Router: Sendable {
    package let routes: [Route]
    /// The outermost first.
    package let middleware: [any Middleware]
    /// Answers from memory, fast enough for an event loop. What it gives comes to the middleware as `Request.known`; one of them
    /// answers with it.
    package let known: (@Sendable (Request) -> KnownAnswer?)?
    private let tree: RouteTree

    package init(
        routes: [Route], middleware: [any Middleware] = [],
        known: (@Sendable (Request) -> KnownAnswer?)? = nil
    ) {
        self.routes = routes
        self.middleware = middleware
        self.known = known
        tree = RouteTree(routes)
    }

    /// The whole way of a request, on the calling thread; never throws: errors become problems.
    package func respond(to request: Request) -> Response {
        respond(to: request, resolved: known(request, resolve(request)))
    }

    /// As `respond(to:)`, with what `resolve` gave for this request.
    func respond(to request: Request, resolved: Resolved) -> Response {
        var request = request
        request.known = resolved.known
        request.pattern = resolved.pattern
        return respond(to: request, through: middleware[...]) { answer($0, resolved) }
    }

    /// The answer to what never became a request, or could not be taken in.
    func respond(with problem: Problem, to request: Request) -> Response {
        var request = request
        request.isRefused = true
        request.pattern = tree.match(request.path)?.place.pattern
        return respond(to: request, through: middleware[...]) { problem.response(to: $0) }
    }

    /// Where a target leads.
    struct Resolved {
        /// The target and method that it is of.
        let target: String
        let method: HTTPRequest.Method
        fileprivate var match: RouteTree.Match?
        fileprivate var known: KnownAnswer?
        /// Where the request is to be answered.
        var lane: Route.Lane
        /// The pattern of its path, for metrics; `nil` when there is none.
        var pattern: String? { match?.place.pattern }
    }

    func resolve(_ request: Request) -> Resolved {
        let match = tree.match(request.path)
        return Resolved(
            target: request.target, method: request.method, match: match,
            lane: match?.place.route(request.method)?.lane ?? .loop)
    }

    /// `resolved` with the answer to `request` where one is known already: it is given on the loop then.
    func known(_ request: Request, _ resolved: Resolved) -> Resolved {
        guard resolved.lane == .blocking, let answer = known?(request) else { return resolved }
        var resolved = resolved
        resolved.known = answer
        resolved.lane = .loop
        return resolved
    }

    /// Where `request` is to be answered.
    package func lane(of request: Request) -> Route.Lane {
        known(request, resolve(request)).lane
    }

    /// The pattern of the route of `request`, for metrics; `nil` when there is none.
    package func pattern(of request: Request) -> String? {
        resolve(request).pattern
    }

    private func respond(
        to request: Request, through rest: ArraySlice<any Middleware>, _ last: (Request) -> Response
    ) -> Response {
        guard let step = rest.first else { return last(request) }
        return step.respond(to: request) { respond(to: $0, through: rest.dropFirst(), last) }
    }

    private func answer(_ request: Request, _ resolved: Resolved) -> Response {
        do {
            // Middleware may have sent the request elsewhere.
            let isSame = request.target == resolved.target
            return try handle(request, isSame ? resolved.match : tree.match(request.path))
        } catch let problem as Problem {
            return problem.response(to: request)
        } catch {
            let problem = Problem(
                .internalServerError, code: "internal_error",
                detail: "Something went wrong here; the log has more under this request id.")
            var response = problem.response(to: request)
            response.failure = String(describing: error)
            return response
        }
    }

    private func handle(_ request: Request, _ match: RouteTree.Match?) throws -> Response {
        // RFC 9110, 9.3.7: the server as a whole.
        if request.target == "*", request.method == .options {
            let methods = Set(routes.map(\.method.rawValue) + ["HEAD", "OPTIONS"]).sorted()
            return Response(status: .noContent, fields: [.allow: methods.joined(separator: ", ")])
        }
        guard let match else {
            throw Problem(.notFound, code: "not_found", detail: "There is nothing at this path.")
        }
        if let route = match.place.route(request.method) {
            return try route.handler(request, match.parameters())
        }
        let allow = match.place.allow
        guard request.method == .options else {
            throw Problem(
                .methodNotAllowed, code: "method_not_allowed",
                detail: "\(request.method.rawValue) is not possible here; allowed: \(allow).",
                fields: [.allow: allow])
        }
        return Response(status: .noContent, fields: [.allow: allow])
    }
}
