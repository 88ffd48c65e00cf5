import HTTPServer
import HTTPTypes
import Testing

struct RouterTests {
    struct Failure: Error {}

    static let router = Router(routes: [
        Route(.get, "/", lane: .loop) { _, _ in Response(status: .ok, body: Array("root".utf8)) },
        Route(.get, "/a/{id}") { _, parameters in
            Response(status: .ok, body: Array((parameters["id"] ?? "").utf8))
        },
        Route(.get, "/a/special", lane: .loop) { _, _ in Response(status: .ok, body: Array("special".utf8)) },
        Route(.delete, "/a/{id}") { _, _ in Response(status: .noContent) },
        Route(.get, "/a/{id}/b/{other}") { _, parameters in
            Response(
                status: .ok,
                body: Array((parameters["id", default: ""] + "+" + parameters["other", default: ""]).utf8))
        },
        Route(.get, "/fails") { _, _ in throw Failure() },
    ])

    func respond(_ method: HTTPRequest.Method, _ target: String) -> Response {
        Self.router.respond(to: Request(method: method, target: target))
    }

    @Test(arguments: [
        ("/", "root"), ("/?q=1", "root"), ("/a/special", "special"), ("/a/x%20y", "x y"), ("/a/%D8%A3", "أ"),
        ("/a/1/b/2?c", "1+2"), ("/a/a+b", "a+b"),
        ("/a/special/b/2", "special+2"),
    ])
    func `paths find their routes`(_ target: String, _ body: String) {
        #expect(String(decoding: respond(.get, target).body, as: UTF8.self) == body)
    }

    @Test(arguments: [
        ("/b", 404), ("/a", 404), ("/a/", 404), ("/a/1/", 404), ("/a//b/2", 404), ("", 404), ("/a/%zz", 400),
        ("/a/%FF", 400), ("/a/%", 400), ("/fails", 500), ("/A/1", 404),
    ])
    func `other paths are problems`(_ target: String, _ status: Int) {
        let response = respond(.get, target)
        #expect(response.status.code == status)
        #expect(response.fields[.contentType] == "application/problem+json")
        #expect(!String(decoding: response.body, as: UTF8.self).contains("Failure"))
    }

    @Test func `methods are told`() {
        #expect(respond(.head, "/a/1").status == .ok)
        #expect(respond(.post, "/a/1").status == .methodNotAllowed)
        #expect(respond(.post, "/a/1").fields[.allow] == "DELETE, GET, HEAD, OPTIONS")
        #expect(respond(.options, "/a/1").status == .noContent)
        #expect(respond(.delete, "/a/special").status == .methodNotAllowed)
    }

    @Test func `lanes follow routes`() {
        #expect(Self.router.lane(of: Request(method: .get, target: "/a/1")) == .blocking)
        #expect(Self.router.lane(of: Request(method: .get, target: "/")) == .loop)
        #expect(Self.router.pattern(of: Request(method: .get, target: "/a/1?x")) == "/a/{id}")
    }
}
