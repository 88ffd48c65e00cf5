import HTTPServer
import HTTPTypes
import TarikhAPI
import Testing

/// Who may do what without a key.
struct AnonymousTests {
    @Test func `the network is refused without keys`() {
        #expect(throws: ConfigurationError.notLoopback(host: "0.0.0.0")) {
            try Fixture { $0.host = "0.0.0.0" }
        }
        #expect(throws: ConfigurationError.notLoopback(host: "127.evil")) {
            try Fixture { $0.host = "127.evil" }
        }
    }

    @Test func `the network may read if it is said so`() throws {
        let fixture = try Fixture {
            $0.host = "0.0.0.0"
            $0.anonymous = .read
        }
        #expect(fixture.get("/v1/timeline").status == .ok)
        #expect(fixture.post("/v1/parse", json: #"{"text":"a"}"#).status == .ok)
        let posted = fixture.post("/v1/articles", json: #"{"text":"a"}"#)
        #expect(posted.status == .forbidden)
        #expect(try posted.object()["code"].string == "forbidden")
        #expect(fixture.send(.delete, "/v1/articles/a_1").status == .forbidden)
    }

    @Test(arguments: ["127.0.0.1", "::1", "localhost", "127.0.0.53"])
    func `this machine may write`(_ host: String) throws {
        let fixture = try Fixture { $0.host = host }
        #expect(fixture.post("/v1/articles", json: #"{"text":"a"}"#).status == .created)
    }

    @Test func `pages of other sites may not write`() throws {
        let fixture = try Fixture()
        func post(_ origin: String) -> Int {
            fixture.send(
                .post, "/v1/articles", [.contentType: "text/plain", .origin: origin], body: [0x61]
            ).status.code
        }
        #expect(post("https://evil.example") == 403)
        #expect(post("http://localhost.evil.example") == 403)
        #expect(post("null") == 403)
        #expect(post("http://localhost:3000") == 201)
        #expect(post("http://[::1]:8080") == 200)
    }

    @Test func `only configured origins may read from a page`() throws {
        let closed = try Fixture()
        #expect(
            closed.get("/v1/stats", [.origin: "https://a.example"]).fields[.accessControlAllowOrigin] == nil)
        let open = try Fixture { $0.corsOrigins = ["https://a.example"] }
        #expect(
            open.get("/v1/stats", [.origin: "https://a.example"]).fields[.accessControlAllowOrigin]
                == "https://a.example")
        #expect(
            open.get("/v1/stats", [.origin: "https://b.example"]).fields[.accessControlAllowOrigin] == nil)
        let preflight = open.send(
            .options, "/v1/articles", [.origin: "https://a.example", .accessControlRequestMethod: "POST"])
        #expect(preflight.status == .noContent)
        #expect(preflight.fields[.accessControlMaxAge] == "600")
    }
}
