import HTTPTypes

/// Routes by the segments of their paths.
struct RouteTree: Sendable {
    struct Match {
        var pattern: String
        /// By method.
        var routes: [String: Route]
        var names: [String]
        var values: [Substring]

        /// HEAD is what GET is.
        func route(_ method: HTTPRequest.Method) -> Route? {
            routes[method.rawValue] ?? (method == .head ? routes["GET"] : nil)
        }

        var allow: String {
            let methods = routes.keys + (routes["GET"] == nil ? [] : ["HEAD"]) + ["OPTIONS"]
            return Set(methods).sorted().joined(separator: ", ")
        }

        func parameters() throws -> Route.Parameters {
            var parameters: Route.Parameters = [:]
            for (name, value) in zip(names, values) {
                guard let decoded = PercentCoding.decode(value) else {
                    throw Problem(
                        .badRequest, code: "bad_request",
                        detail: "'\(value)' in the path is not percent-encoded UTF-8.")
                }
                parameters[name] = decoded
            }
            return parameters
        }
    }

    private struct Node: Sendable {
        var literals: [String: Int] = [:]
        var parameter: Int?
        var pattern = ""
        var names: [String] = []
        var routes: [String: Route] = [:]
    }

    private var nodes = [Node()]

    init(_ routes: [Route]) {
        for route in routes { insert(route) }
    }

    private mutating func insert(_ route: Route) {
        var node = 0
        var names: [String] = []
        for segment in route.pattern.split(separator: "/") {
            if segment.hasPrefix("{") {
                names.append(String(segment.dropFirst().dropLast()))
                node = child(of: node, nodes[node].parameter) { $0.parameter = $1 }
            } else {
                let name = String(segment)
                node = child(of: node, nodes[node].literals[name]) { $0.literals[name] = $1 }
            }
        }
        nodes[node].pattern = route.pattern
        nodes[node].names = names
        nodes[node].routes[route.method.rawValue] = route
    }

    private mutating func child(of node: Int, _ existing: Int?, link: (inout Node, Int) -> Void) -> Int {
        if let existing { return existing }
        nodes.append(Node())
        link(&nodes[node], nodes.count - 1)
        return nodes.count - 1
    }

    /// The routes of a percent-encoded path. A literal segment wins over a parameter.
    func match(_ path: Substring) -> Match? {
        guard path.utf8.first == 0x2f else { return nil }
        var node = 0
        var values: [Substring] = []
        var rest = path.dropFirst()
        while !rest.isEmpty {
            let segment = rest.prefix { $0 != "/" }
            rest = rest.dropFirst(segment.count)
            if !rest.isEmpty {
                rest = rest.dropFirst()
                // A path that ends in a slash is another path.
                if rest.isEmpty { return nil }
            }
            if let next = nodes[node].literals[String(segment)] {
                node = next
            } else if let next = nodes[node].parameter, !segment.isEmpty {
                values.append(segment)
                node = next
            } else {
                return nil
            }
        }
        let found = nodes[node]
        guard !found.routes.isEmpty else { return nil }
        return Match(pattern: found.pattern, routes: found.routes, names: found.names, values: values)
    }
}
