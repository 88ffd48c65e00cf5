import HTTPServer
import HTTPTypes

/// The description of all routes (OpenAPI 3.1.1), made from the list that the service runs.
struct OpenAPIDocument: Sendable {
    private static let version = "3.1.1"

    private let routes: [GuardedRoute]
    private let shared: SharedParameters

    init(_ routes: [GuardedRoute]) {
        self.routes = routes
        shared = SharedParameters(routes)
    }

    /// The document as JSON.
    var bytes: [UInt8] {
        var writer = JSONWriter(reservingCapacity: 1 << 17)
        writer.object { writer in
            writer.member("openapi", Self.version)
            Self.writeInformation(to: &writer)
            writer.arrayMember("servers") { writer in
                writer.object { $0.member("url", "/") }
            }
            writer.arrayMember("tags") { writer in
                for tag in RouteTag.all {
                    writer.object { writer in
                        writer.member("name", tag.name)
                        writer.member("description", tag.meaning)
                    }
                }
            }
            writer.objectMember("paths") { writePaths(to: &$0) }
            writer.objectMember("components") { writer in
                writer.key("schemas")
                Components.all.write(to: &writer)
                writer.key("parameters")
                shared.write(to: &writer)
                Self.writeProblems(to: &writer)
                Self.writeSecurity(to: &writer)
            }
        }
        return writer.bytes
    }

    private static func writeInformation(to writer: inout JSONWriter) {
        writer.objectMember("info") { writer in
            writer.member("title", "Tarikh")
            writer.member("version", Build.version)
            writer.member(
                "description",
                "News articles in; timeline, entities and search out. Every GET is a HEAD too. A parameter that a route does not have is an error. Errors are problems of RFC 9457."
            )
        }
    }

    /// Methods of one path stand together, in the order of the list.
    private func writePaths(to writer: inout JSONWriter) {
        var written: Set<String> = []
        for pattern in routes.map(\.route.pattern) where written.insert(pattern).inserted {
            writer.key(pattern)
            writer.object { writer in
                for route in routes where route.route.pattern == pattern {
                    writer.key(Self.key(of: route.route.method))
                    OperationObject(route, shared).write(to: &writer)
                }
            }
        }
    }

    /// OpenAPI 3.1 has no QUERY; it goes into an extension, with all else as it should be.
    private static func key(of method: HTTPRequest.Method) -> String {
        method == .query ? "x-query" : method.rawValue.lowercased()
    }

    /// An answer for each status that problems have.
    private static func writeProblems(to writer: inout JSONWriter) {
        var kinds: [Int: [String]] = [:]
        for (code, kind) in ProblemKind.all {
            kinds[kind.status, default: []].append("\(code): \(kind.description)")
        }
        writer.objectMember("responses") { writer in
            for (status, lines) in kinds.sorted(by: { $0.key < $1.key }) {
                writeProblem(String(status), lines.sorted().joined(separator: "\n\n"), to: &writer)
            }
            writeProblem("Other", "Any other error.", to: &writer)
        }
    }

    private static func writeProblem(_ name: String, _ description: String, to writer: inout JSONWriter) {
        writer.key("Problem" + name)
        writer.object { writer in
            writer.member("description", description)
            writer.objectMember("content") { writer in
                writer.objectMember("application/problem+json") { writer in
                    writer.key("schema")
                    Schema.reference("Problem").write(to: &writer)
                }
            }
        }
    }

    private static func writeSecurity(to writer: inout JSONWriter) {
        writer.objectMember("securitySchemes") { writer in
            writer.objectMember("bearer") { writer in
                writer.member("type", "http")
                writer.member("scheme", "bearer")
                writer.member(
                    "description",
                    "A key of this service. Without any key on it, whoever reaches its loopback address may do anything."
                )
            }
            writer.objectMember("key") { writer in
                writer.member("type", "apiKey")
                writer.member("in", "header")
                writer.member("name", "X-API-Key")
            }
        }
    }
}
