import HTTPTypes

/// Routes by the segments of their paths.
struct RouteTree: Sendable {
    /// What stands at the end of a pattern.
    final class Place: Sendable {
        let pattern: String
        let names: [String]
        /// By method.
        let routes: [String: Route]
        private let get: Route?

        init(pattern: String, names: [String], routes: [String: Route]) {
            self.pattern = pattern
            self.names = names
            self.routes = routes
            get = routes["GET"]
        }

        /// HEAD is what GET is.
        func route(_ method: HTTPRequest.Method) -> Route? {
            if method == .get { return get }
            return routes[method.rawValue] ?? (method == .head ? get : nil)
        }

        var allow: String {
            let methods = routes.keys + (routes["GET"] == nil ? [] : ["HEAD"]) + ["OPTIONS"]
            return Set(methods).sorted().joined(separator: ", ")
        }
    }

    /// The place of a path, and the values of its pattern's names, still percent-encoded.
    struct Match {
        var place: Place
        var values: [Substring]

        func parameters() throws -> Route.Parameters {
            var parameters: Route.Parameters = [:]
            for (name, value) in zip(place.names, values) {
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
        var place: Place?
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
        var routes = nodes[node].place?.routes ?? [:]
        routes[route.method.rawValue] = route
        nodes[node].place = Place(pattern: route.pattern, names: names, routes: routes)
    }

    private mutating func child(of node: Int, _ existing: Int?, link: (inout Node, Int) -> Void) -> Int {
        if let existing { return existing }
        nodes.append(Node())
        link(&nodes[node], nodes.count - 1)
        return nodes.count - 1
    }

    /// The place of a percent-encoded path. A literal segment wins over a parameter where both lead somewhere.
    func match(_ path: Substring) -> Match? {
        guard path.utf8.first == 0x2f else { return nil }
        var values: [Substring] = []
        guard let place = place(of: path.dropFirst(), from: 0, &values) else { return nil }
        return Match(place: place, values: values)
    }

    /// The depth is bounded by that of the patterns.
    private func place(of rest: Substring, from node: Int, _ values: inout [Substring]) -> Place? {
        let node = nodes[node]
        if rest.isEmpty { return node.place }
        let slash = rest.utf8.firstIndex(of: 0x2f)
        let segment = rest[..<(slash ?? rest.endIndex)]
        let next = slash.map { rest[rest.utf8.index(after: $0)...] } ?? ""
        // A path that ends in a slash is another path.
        if slash != nil, next.isEmpty { return nil }
        if let literal = node.literals[String(segment)], let found = place(of: next, from: literal, &values) {
            return found
        }
        guard let parameter = node.parameter, !segment.isEmpty else { return nil }
        values.append(segment)
        if let found = place(of: next, from: parameter, &values) { return found }
        values.removeLast()
        return nil
    }
}
