import ArticleStore
import HTTPServer
import HTTPTypes

extension API {
    typealias Handler = @Sendable (Call) throws -> Response

    func get(
        _ pattern: String, _ handler: @escaping Handler, query: [String] = [],
        as media: [MediaType] = [.json],
        lane: Route.Lane = .blocking
    ) -> Route {
        route(.get, pattern, handler, query: query, as: media, lane: lane)
    }

    /// A route that changes something.
    func write(_ method: HTTPRequest.Method, _ pattern: String, _ handler: @escaping Handler) -> Route {
        route(method, pattern) { [self] call in
            try authorizeWriting(call.request)
            return try handler(call)
        }
    }

    /// A route that has its parameters in its body, as an object (RFC 10008), whatever its method.
    func query(
        _ method: HTTPRequest.Method, _ pattern: String, _ handler: @escaping Handler, query: [String],
        as media: [MediaType] = [.json]
    ) -> Route {
        route(method, pattern, handler, query: query, as: media, isInBody: true)
    }

    /// A route: its query is checked against the names it knows, one of the forms it answers in is chosen, and every error
    /// becomes a problem.
    func route(
        _ method: HTTPRequest.Method, _ pattern: String, _ handler: @escaping Handler, query: [String] = [],
        as media: [MediaType] = [.json], lane: Route.Lane = .blocking, isInBody: Bool = false
    ) -> Route {
        let allowed = query + ["format"]
        return Route(method, pattern, lane: lane) { [self] request, path in
            do {
                let request = isInBody ? try QueryBody.request(request) : request
                let query = try QueryParameters(
                    request.query, allowed: allowed, repeatable: Filter.repeatable)
                let media = try MediaType.chosen(of: media, by: request, format: query["format"])
                return try handler(Call(request: request, path: path, query: query, media: media))
            } catch let error as IngestionError {
                throw error.problem
            } catch let error as StoreError {
                log.failure("\(method) \(pattern): \(error)")
                throw Problem(error)
            }
        }
    }

    /// Without keys who may write is a question of the address; pages of other sites may not use a visitor's browser for it.
    private func authorizeWriting(_ request: Request) throws(Problem) {
        guard configuration.allowsWriting else { throw .forbidden }
        guard let origin = request.fields[.origin] else { return }
        guard Self.isLoopback(origin: origin) || configuration.corsOrigins.contains(origin) else {
            throw .foreignOrigin
        }
    }

    private static func isLoopback(origin: String) -> Bool {
        guard let scheme = origin.firstRange(of: "://") else { return false }
        let authority = origin[scheme.upperBound...]
        let host = authority.hasPrefix("[") ? authority.prefix { $0 != "]" } : authority.prefix { $0 != ":" }
        return ["localhost", "127.0.0.1", "[::1"].contains(host)
    }
}
