import HTTPTypes

/// Finds the route of a request and answers it.
///
/// HEAD is answered by the route of GET. An unknown path is a problem 404 `not_found`; a known path with another method a
/// problem 405 `method_not_allowed` with `Allow`; OPTIONS is answered 204 with `Allow`.
package struct Router: Sendable {
    package let routes: [Route]
    /// The outermost first.
    package let middleware: [any Middleware]
    private let tree: RouteTree

    package init(routes: [Route], middleware: [any Middleware] = []) {
        self.routes = routes
        self.middleware = middleware
        tree = RouteTree(routes)
    }

    /// The whole way of a request, on the calling thread; never throws: errors become problems.
    package func respond(to request: Request) -> Response {
        respond(to: request, through: middleware[...])
    }

    /// The answer to what never became a request, or could not be taken in.
    func respond(with problem: Problem, path: String) -> Response {
        respond(to: Request(method: .get, target: path), through: middleware[...], problem)
    }

    /// Where `request` is to be answered.
    package func lane(of request: Request) -> Route.Lane {
        guard let match = tree.match(request.path) else { return .loop }
        return match.route(request.method)?.lane ?? .loop
    }

    /// The pattern of the route of `request`, for metrics; `nil` when there is none.
    package func pattern(of request: Request) -> String? {
        tree.match(request.path)?.pattern
    }

    private func respond(
        to request: Request, through rest: ArraySlice<any Middleware>, _ problem: Problem? = nil
    ) -> Response {
        guard let step = rest.first else {
            return problem?.response(instance: String(request.path), requestID: request.id) ?? answer(request)
        }
        return step.respond(to: request) { respond(to: $0, through: rest.dropFirst(), problem) }
    }

    private func answer(_ request: Request) -> Response {
        do {
            return try handle(request)
        } catch let problem as Problem {
            return problem.response(instance: String(request.path), requestID: request.id)
        } catch {
            let problem = Problem(
                .internalServerError, code: "internal_error",
                detail: "Something went wrong here; the log has more under this request id.")
            var response = problem.response(instance: String(request.path), requestID: request.id)
            response.failure = String(describing: error)
            return response
        }
    }

    private func handle(_ request: Request) throws -> Response {
        guard let match = tree.match(request.path) else {
            throw Problem(.notFound, code: "not_found", detail: "There is nothing at this path.")
        }
        if let route = match.route(request.method) {
            return try route.handler(request, match.parameters())
        }
        guard request.method == .options else {
            throw Problem(
                .methodNotAllowed, code: "method_not_allowed",
                detail: "\(request.method.rawValue) is not possible here; allowed: \(match.allow).",
                fields: [.allow: match.allow])
        }
        return Response(status: .noContent, fields: [.allow: match.allow])
    }
}
