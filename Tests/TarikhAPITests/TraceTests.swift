import AccessControl
import HTTPServer
import HTTPTypes
import TarikhAPI
import Testing

/// Traces, the access log, and what answers say of themselves.
struct TraceTests {
    private static let parent = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"

    private func get(_ fixture: Fixture, _ target: String, traceparent: String?) -> Response {
        var request = Request(method: .get, target: target)
        HTTPField.Name("traceparent").map { request.fields[$0] = traceparent }
        request.peer = PeerAddress(bytes: [192, 0, 2, 7])
        return fixture.service.router.respond(to: request)
    }

    @Test func `a trace goes on in problems and in the log`() throws {
        let fixture = try Fixture()
        let problem = get(fixture, "/v1/articles/a_0", traceparent: Self.parent)
        #expect(try problem.object()["trace_id"].string == "4bf92f3577b34da6a3ce929d0e0e4736")
        let trace = try #require(fixture.log.last?.trace)
        #expect(trace.traceID == "4bf92f3577b34da6a3ce929d0e0e4736")
        #expect(trace.parentID == "00f067aa0ba902b7" && trace.isSampled)
        #expect(trace.spanID.count == 16 && trace.spanID != trace.parentID)
        _ = get(fixture, "/v1/articles/a_0", traceparent: Self.parent)
        #expect(fixture.log.last?.trace?.spanID != trace.spanID)
        #expect(try get(fixture, "/v1/articles/a_0", traceparent: nil).object()["trace_id"].string == nil)
        #expect(fixture.log.last?.trace == nil)
    }

    @Test func `a request is logged with who sent it and where it went`() throws {
        let fixture = try Fixture(keys: [try KeyGrant(scopes: [.read])])
        var request = Request(
            method: .get, target: "/v1/articles/a_0?x",
            fields: [.authorization: "Bearer " + fixture.secrets[0]],
            version: .http2)
        request.peer = PeerAddress(bytes: [192, 0, 2, 7])
        _ = fixture.service.router.respond(to: request)
        let access = try #require(fixture.log.last)
        #expect(access.key == "k_1" && access.peer == "192.0.2.7" && access.version == .http2)
        #expect(access.route == "/v1/articles/{id}" && access.target == "/v1/articles/a_0?x")
        #expect(access.method == "GET" && access.status == 400 && access.requestID.count == 26)
    }

    @Test func `every answer says how long it took`() throws {
        let fixture = try Fixture()
        let name = try #require(HTTPField.Name("Server-Timing"))
        for target in ["/", "/v1/timeline", "/v1/timeline", "/v1/nowhere", "/v1/search?q=a", "/metrics"] {
            #expect(fixture.get(target).fields[name]?.contains("total;dur=") == true, "\(target)")
        }
        #expect(fixture.get("/v1/search?q=b").fields[name]?.contains("search;dur=") == true)
    }

    @Test func `what the memory gave is counted`() throws {
        let fixture = try Fixture()
        for _ in 0..<3 { _ = fixture.get("/v1/timeline") }
        let lines = Set(fixture.get("/metrics").text.split(separator: "\n").map(String.init))
        #expect(lines.contains(#"tarikh_cache_requests_total{result="hit"} 2"#))
        // The metrics themselves are not kept.
        #expect(lines.contains(#"tarikh_cache_requests_total{result="miss"} 2"#))
        #expect(lines.contains("tarikh_keys 0"))
        #expect(lines.contains { $0.hasPrefix("tarikh_cache_bytes ") && $0 != "tarikh_cache_bytes 0" })
    }
}
