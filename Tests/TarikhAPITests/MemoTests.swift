import AccessControl
import ArticleStore
import Foundation
import HTTPTypes
import TarikhAPI
import Testing

@testable import HTTPServer

/// Answers that the server gives without asking again.
struct MemoTests {
    /// A request that came again and again with the same head.
    private struct Repeated {
        let fixture: Fixture
        let request: Request
        let memo = RequestMemo()

        init(
            _ fixture: Fixture, _ target: String, _ fields: HTTPFields = [:],
            method: HTTPRequest.Method = .get
        ) {
            self.fixture = fixture
            var request = Request(method: method, target: target, fields: fields)
            request.memo = memo
            self.request = request
        }

        /// As the server does it.
        func send() -> (response: Response, isRemembered: Bool) {
            if let response = memo.answer(to: nil) { return (response, true) }
            return (fixture.service.router.respond(to: request), false)
        }
    }

    private func fixture(
        keys: [KeyGrant] = [], _ change: (inout Configuration) -> Void = { _ in }
    ) throws -> Fixture {
        let fixture = try Fixture(keys: keys, change)
        _ = try fixture.store.insert([Fixture.article("افتتحت", year: 1992)])
        return fixture
    }

    /// The lines of an answer over HTTP/1.1, but for those that differ each time.
    private func lines(_ response: Response) -> Set<String> {
        var output = Output()
        HTTP1Writer.write(response, date: Array("now".utf8), .goesOn, withoutBody: false, &output)
        let text = String(decoding: output.withEnd { $0 }, as: UTF8.self)
        return Set(
            text.components(separatedBy: "\r\n").filter {
                !$0.hasPrefix("Server-Timing") && !$0.hasPrefix("X-Request-Id")
            })
    }

    @Test(arguments: [HTTPRequest.Method.get, .head])
    func `the third answer is the second, without asking`(method: HTTPRequest.Method) throws {
        let repeated = Repeated(try fixture(), "/v1/timeline", [.acceptEncoding: "gzip"], method: method)
        #expect(!repeated.send().isRemembered)
        let second = repeated.send()
        let third = repeated.send()
        #expect(!second.isRemembered && third.isRemembered)
        #expect(third.response.body == second.response.body)
        #expect(lines(third.response) == lines(second.response))
        let ids = [second, third, repeated.send()].map {
            $0.response.fields[HTTPField.Name("X-Request-Id") ?? .server]
        }
        #expect(Set(ids).count == 3 && !ids.contains(nil))
    }

    @Test func `what the client has is not sent again`() throws {
        let fixture = try fixture()
        let tag = try #require(fixture.get("/v1/timeline").fields[.eTag])
        let repeated = Repeated(fixture, "/v1/timeline", [.ifNoneMatch: tag])
        _ = repeated.send()
        let (response, isRemembered) = repeated.send()
        #expect(isRemembered)
        #expect(response.status == .notModified && response.body.isEmpty)
        #expect(lines(response).contains("ETag: " + tag))
    }

    @Test func `the client's own request id comes back`() throws {
        let name = try #require(HTTPField.Name("X-Request-Id"))
        let repeated = Repeated(try fixture(), "/v1/timeline", [name: "mine"])
        for _ in 0..<4 { #expect(repeated.send().response.fields[name] == "mine") }
    }

    @Test func `a write ends it`() throws {
        let fixture = try fixture()
        let repeated = Repeated(fixture, "/v1/articles")
        for year in 1993..<1996 {
            _ = repeated.send()
            _ = repeated.send()
            let before = repeated.send()
            #expect(before.isRemembered)
            _ = try fixture.store.insert([Fixture.article("مرة", year: year)])
            let after = repeated.send()
            #expect(!after.isRemembered)
            #expect(after.response.body != before.response.body)
        }
    }

    @Test func `a key that is taken away ends it`() throws {
        let fixture = try fixture(keys: [
            try KeyGrant(scopes: [.read]), try KeyGrant(scopes: [.admin, .read]),
        ])
        let repeated = Repeated(fixture, "/v1/articles", [.authorization: "Bearer " + fixture.secrets[0]])
        _ = repeated.send()
        _ = repeated.send()
        #expect(repeated.send().isRemembered)
        let keys = try fixture.get("/v1/keys", [.authorization: "Bearer " + fixture.secrets[1]]).object()
        for key in keys["items"].array where key["scopes"].array.count == 1 {
            let id = try #require(key["id"].string)
            #expect(fixture.send(.delete, "/v1/keys/\(id)", key: fixture.secrets[1]).status.code < 300)
        }
        let after = repeated.send()
        #expect(!after.isRemembered && after.response.status == .unauthorized)
    }

    @Test func `limits and restrictions are asked each time`() throws {
        let grants = [
            try KeyGrant(scopes: [.read], sources: ["a"]), try KeyGrant(scopes: [.read], rate: 100),
            try KeyGrant(scopes: [.read], expiresAt: 4_000_000_000),
        ]
        let fixture = try fixture(keys: grants)
        for secret in fixture.secrets {
            let repeated = Repeated(fixture, "/v1/articles", [.authorization: "Bearer " + secret])
            for _ in 0..<4 { #expect(!repeated.send().isRemembered) }
        }
        let limited = Repeated(try self.fixture { $0.rateLimit = 100 }, "/v1/articles")
        for _ in 0..<4 { #expect(!limited.send().isRemembered) }
    }

    @Test func `remembered answers are counted and logged`() throws {
        let fixture = try fixture()
        let repeated = Repeated(fixture, "/v1/timeline?limit=3")
        let before = fixture.log.allAccesses.count
        for _ in 0..<5 { _ = repeated.send() }
        #expect(fixture.log.allAccesses.count == before + 5)
        #expect(Set(fixture.log.allAccesses.suffix(5).map(\.requestID)).count == 5)
        let metrics = String(decoding: fixture.get("/metrics").body, as: UTF8.self)
        #expect(
            metrics.contains(
                "tarikh_http_requests_total{method=\"GET\",route=\"/v1/timeline\",status=\"200\"} 5\n"))
        #expect(metrics.contains("tarikh_cache_requests_total{result=\"hit\"} 4\n"))
    }
}
