import AccessControl
import HTTPServer
import HTTPTypes
import TarikhAPI
import Testing

struct RateLimitTests {
    private func get(_ fixture: Fixture, _ target: String, from peer: [UInt8], key: String? = nil) -> Response
    {
        var request = Request(method: .get, target: target)
        request.fields[.authorization] = key.map { "Bearer " + $0 }
        request.peer = PeerAddress(bytes: peer)
        return fixture.service.router.respond(to: request)
    }

    private func field(_ name: String, _ response: Response) -> String? {
        HTTPField.Name(name).flatMap { response.fields[$0] }
    }

    @Test func `each address has so many requests a minute`() throws {
        let fixture = try Fixture { $0.rateLimit = 3 }
        let first = get(fixture, "/v1/stats", from: [192, 0, 2, 1])
        #expect(field("RateLimit-Policy", first) == #""address";q=3;w=60"#)
        #expect(field("RateLimit", first)?.hasPrefix(#""address";r=2;t=2"#) == true)
        for _ in 0..<2 { #expect(get(fixture, "/v1/stats", from: [192, 0, 2, 1]).status == .ok) }
        let refused = get(fixture, "/v1/stats", from: [192, 0, 2, 1])
        #expect(refused.status == .tooManyRequests)
        #expect(try refused.object()["code"].string == "rate_limited")
        let wait = try #require(refused.fields[.retryAfter].flatMap { Int($0) })
        #expect((1...20).contains(wait))
        #expect(field("RateLimit", refused) == #""address";r=0;t=\#(wait)"#)
        #expect(get(fixture, "/v1/stats", from: [192, 0, 2, 2]).status == .ok)
        // Health is told however often it is asked for.
        for _ in 0..<10 { #expect(get(fixture, "/livez", from: [192, 0, 2, 1]).status == .ok) }
        #expect(
            get(fixture, "/metrics", from: [192, 0, 2, 3]).text.contains("\ntarikh_rate_limited_total 1\n"))
    }

    @Test func `what is in memory counts too`() throws {
        let fixture = try Fixture { $0.rateLimit = 2 }
        for _ in 0..<2 { #expect(get(fixture, "/v1/timeline", from: [192, 0, 2, 1]).status == .ok) }
        #expect(get(fixture, "/v1/timeline", from: [192, 0, 2, 1]).status == .tooManyRequests)
    }

    @Test func `an IPv6 subscriber is one however many addresses it has`() throws {
        let fixture = try Fixture { $0.rateLimit = 2 }
        func address(_ network: UInt8, _ host: UInt8) -> [UInt8] {
            [0x20, 1, 0xd, 0xb8, 0, 0, 0, network] + [UInt8](repeating: 0, count: 7) + [host]
        }
        for host in 1...2 { #expect(get(fixture, "/v1/stats", from: address(1, UInt8(host))).status == .ok) }
        #expect(get(fixture, "/v1/stats", from: address(1, 3)).status == .tooManyRequests)
        #expect(get(fixture, "/v1/stats", from: address(2, 1)).status == .ok)
    }

    @Test func `each key has its own, wherever it is used`() throws {
        let fixture = try Fixture(keys: [
            try KeyGrant(scopes: [.read], rate: 2), try KeyGrant(scopes: [.read]),
        ])
        let (limited, free) = (fixture.secrets[0], fixture.secrets[1])
        let first = get(fixture, "/v1/stats", from: [192, 0, 2, 1], key: limited)
        #expect(field("RateLimit-Policy", first) == #""key";q=2;w=60"#)
        #expect(get(fixture, "/v1/stats", from: [192, 0, 2, 2], key: limited).status == .ok)
        #expect(get(fixture, "/v1/stats", from: [192, 0, 2, 3], key: limited).status == .tooManyRequests)
        let unlimited = get(fixture, "/v1/stats", from: [192, 0, 2, 1], key: free)
        #expect(unlimited.status == .ok)
        #expect(field("RateLimit", unlimited) == nil)
    }

    @Test func `guessing keys is limited as well`() throws {
        let fixture = try Fixture(keys: [try KeyGrant(scopes: [.read])]) { $0.rateLimit = 2 }
        for _ in 0..<2 {
            #expect(get(fixture, "/v1/stats", from: [192, 0, 2, 1], key: "guess").status == .unauthorized)
        }
        #expect(get(fixture, "/v1/stats", from: [192, 0, 2, 1], key: "guess").status == .tooManyRequests)
    }
}
