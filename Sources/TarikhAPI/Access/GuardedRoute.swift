import HTTPServer
import HTTPTypes

/// A route, what it takes to use it, and what there is to know of it.
struct GuardedRoute: Sendable {
    var route: Route
    var access: RouteAccess
    var description: RouteDescription
}

/// What it takes to use the routes, by pattern and method.
struct AccessTable: Sendable {
    private var accesses: [String: [String: RouteAccess]] = [:]

    init(_ routes: [GuardedRoute]) {
        for guarded in routes {
            accesses[guarded.route.pattern, default: [:]][guarded.route.method.rawValue] = guarded.access
        }
    }

    /// `nil` where there is no route: then nothing is done, whoever asks.
    func access(of request: Request) -> RouteAccess? {
        guard let pattern = request.pattern, let methods = accesses[pattern] else { return nil }
        return methods[request.method.rawValue] ?? (request.method == .head ? methods["GET"] : nil)
    }
}
