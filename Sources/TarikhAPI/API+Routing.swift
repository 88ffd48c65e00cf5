import AccessControl
import ArticleStore
import Feeds
import HTTPServer
import HTTPTypes

extension API {
    typealias Handler = @Sendable (Call) throws -> Response

    func get(
        _ access: RouteAccess, _ pattern: String, _ handler: @escaping Handler, _ summary: String,
        _ answer: Answer, query: [Parameter] = [], as media: [MediaType] = [.json], lane: Route.Lane? = nil
    ) -> GuardedRoute {
        let description = RouteDescription(
            summary: summary, parameters: query, answer: answer, media: media)
        return route(.get, access, pattern, handler, description, lane: lane)
    }

    /// A route that reads what a body says.
    func read(
        _ access: RouteAccess, _ pattern: String, _ handler: @escaping Handler, _ summary: String,
        _ body: RequestBody, _ answer: Answer, query: [Parameter] = [], lane: Route.Lane? = nil
    ) -> GuardedRoute {
        let description = RouteDescription(
            summary: summary, parameters: query, body: body, answer: answer)
        return route(.post, access, pattern, handler, description, lane: lane)
    }

    /// A route that changes something.
    func write(
        _ method: HTTPRequest.Method, _ access: RouteAccess, _ pattern: String, _ handler: @escaping Handler,
        _ summary: String, _ body: RequestBody?, _ answer: Answer, id: String = "string(1..)",
        query: [Parameter] = [], as media: [MediaType] = [.json]
    ) -> GuardedRoute {
        let description = RouteDescription(
            summary: summary, parameters: query, body: body, answer: answer, media: media,
            identifier: Schema(id))
        let lane: Route.Lane = access.scope == .admin ? .administration : .writing
        return route(method, access, pattern, handler, description, lane: lane)
    }

    /// A route that changes something and needs no body for it.
    func write(
        _ method: HTTPRequest.Method, _ access: RouteAccess, _ pattern: String, _ handler: @escaping Handler,
        _ summary: String, _ answer: Answer
    ) -> GuardedRoute {
        write(method, access, pattern, handler, summary, nil, answer)
    }

    /// A route that has its parameters in its body, as an object (RFC 10008), whatever its method.
    func query(
        _ method: HTTPRequest.Method, _ access: RouteAccess, _ pattern: String, _ handler: @escaping Handler,
        _ summary: String, _ answer: Answer, query: [Parameter], as media: [MediaType] = [.json]
    ) -> GuardedRoute {
        let description = RouteDescription(
            summary: summary, parameters: query, answer: answer, media: media, isInBody: true)
        return route(method, access, pattern, handler, description, lane: nil)
    }

    /// A route: its query is checked against the parameters it knows, one of the forms it answers in is chosen, and every error
    /// becomes a problem.
    private func route(
        _ method: HTTPRequest.Method, _ access: RouteAccess, _ pattern: String, _ handler: @escaping Handler,
        _ description: RouteDescription, lane: Route.Lane?
    ) -> GuardedRoute {
        let parameters = description.query
        let allowed = parameters.map(\.name)
        let lists = Set(parameters.filter(\.isList).map(\.name))
        let isOperation = access.scope == .admin || access.scope == .metrics
        let lane = lane ?? (isOperation ? .administration : .blocking)
        let route = Route(method, pattern, lane: lane) { [self] request, path in
            do {
                let request =
                    description.isInBody ? try QueryBody.request(request, parameters) : request
                let query = try QueryParameters(request.query, allowed: allowed, repeatable: lists)
                let media = try MediaType.chosen(
                    of: description.media, by: request, format: query["format"])
                let call = Call(request: request, path: path, query: query, media: media)
                if access.sources == .checked { try checkSource(of: call) }
                return description.isRepeatable ? try once(call, handler) : try handler(call)
            } catch let error as IngestionError {
                throw error.problem
            } catch let error as StoreError {
                log.failure("\(method) \(pattern): \(error)")
                throw Problem(error)
            } catch let error as AccessError {
                log.failure("\(method) \(pattern): \(error)")
                throw Problem(error)
            } catch let error as FeedStoreError {
                log.failure("\(method) \(pattern): \(error)")
                throw Problem(error)
            }
        }
        return GuardedRoute(route: route, access: access, description: description)
    }

    /// Whoever is kept to some sources finds articles of others as little as ones that there are not.
    private func checkSource(of call: Call) throws {
        guard let sources = call.request.key?.grant.sources, let id = call.path["id"] else { return }
        guard let source = try article(id).article.sourceName, sources.contains(source) else {
            throw Problem.notFound("article of this id")
        }
    }
}
