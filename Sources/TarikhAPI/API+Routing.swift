import AccessControl
import ArticleStore
import HTTPServer
import HTTPTypes

extension API {
    typealias Handler = @Sendable (Call) throws -> Response

    func get(
        _ access: RouteAccess, _ pattern: String, _ handler: @escaping Handler, query: [String] = [],
        as media: [MediaType] = [.json], lane: Route.Lane? = nil
    ) -> GuardedRoute {
        route(.get, access, pattern, handler, query: query, as: media, lane: lane)
    }

    /// A route that changes something.
    func write(
        _ method: HTTPRequest.Method, _ access: RouteAccess, _ pattern: String, _ handler: @escaping Handler
    ) -> GuardedRoute {
        route(method, access, pattern, handler, lane: access.scope == .admin ? .administration : .writing)
    }

    /// A route that has its parameters in its body, as an object (RFC 10008), whatever its method.
    func query(
        _ method: HTTPRequest.Method, _ access: RouteAccess, _ pattern: String, _ handler: @escaping Handler,
        query: [String], as media: [MediaType] = [.json]
    ) -> GuardedRoute {
        route(method, access, pattern, handler, query: query, as: media, isInBody: true)
    }

    /// A route: its query is checked against the names it knows, one of the forms it answers in is chosen, and every error
    /// becomes a problem.
    func route(
        _ method: HTTPRequest.Method, _ access: RouteAccess, _ pattern: String, _ handler: @escaping Handler,
        query: [String] = [], as media: [MediaType] = [.json], lane: Route.Lane? = nil, isInBody: Bool = false
    ) -> GuardedRoute {
        let allowed = query + ["format"]
        let isOperation = access.scope == .admin || access.scope == .metrics
        let lane = lane ?? (isOperation ? .administration : .blocking)
        let route = Route(method, pattern, lane: lane) { [self] request, path in
            do {
                let request = isInBody ? try QueryBody.request(request) : request
                let query = try QueryParameters(
                    request.query, allowed: allowed, repeatable: Filter.repeatable)
                let media = try MediaType.chosen(of: media, by: request, format: query["format"])
                let call = Call(request: request, path: path, query: query, media: media)
                if access.sources == .checked { try checkSource(of: call) }
                return try handler(call)
            } catch let error as IngestionError {
                throw error.problem
            } catch let error as StoreError {
                log.failure("\(method) \(pattern): \(error)")
                throw Problem(error)
            } catch let error as AccessError {
                log.failure("\(method) \(pattern): \(error)")
                throw Problem(error)
            }
        }
        return GuardedRoute(route: route, access: access)
    }

    /// Whoever is kept to some sources finds articles of others as little as ones that there are not.
    private func checkSource(of call: Call) throws {
        guard let sources = call.request.key?.grant.sources, let id = call.path["id"] else { return }
        guard let source = try article(id).article.sourceName, sources.contains(source) else {
            throw Problem.notFound("article of this id")
        }
    }
}
