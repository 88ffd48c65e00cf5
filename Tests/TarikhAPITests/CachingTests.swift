import ArticleStore
import HTTPServer
import HTTPTypes
import Testing

struct CachingTests {
    let fixture: Fixture

    init() throws { fixture = try Fixture() }

    @Test(arguments: ["/v1/timeline", "/v1/articles?limit=5", "/v1/entities", "/v1/search?q=a"])
    func `a list is sent again only after a change`(_ target: String) throws {
        let first = fixture.get(target)
        let tag = try #require(first.fields[.eTag])
        let second = fixture.get(target, [.ifNoneMatch: "\"x\", W/" + tag])
        #expect(second.status == .notModified)
        #expect(second.body.isEmpty)
        #expect(second.fields[.eTag] == tag)
        #expect(
            fixture.get(target + (target.contains("?") ? "&" : "?") + "format=json", [.ifNoneMatch: tag])
                .status == .ok)
        _ = try fixture.store.insert([Fixture.article("وقعت", year: 1992)])
        let third = fixture.get(target, [.ifNoneMatch: tag])
        #expect(third.status == .ok)
        #expect(third.fields[.eTag] != tag)
    }

    @Test func `an article is sent once`() throws {
        let id = try #require(try fixture.store.insert([Fixture.article("وقعت", year: 1992)]).first).id
        for target in ["/v1/articles/\(id)", "/v1/articles/\(id)/text", "/v1/articles/\(id)/text?view=clean"]
        {
            let tag = try #require(fixture.get(target).fields[.eTag])
            #expect(fixture.get(target, [.ifNoneMatch: tag]).status == .notModified)
            #expect(fixture.send(.head, target, [.ifNoneMatch: tag]).status == .notModified)
        }
        #expect(
            fixture.get("/v1/articles/\(id)/text").fields[.eTag]
                != fixture.get("/v1/articles/\(id)").fields[.eTag])
        #expect(fixture.get("/v1/articles/\(id)", [.ifNoneMatch: "\"a_0.1\""]).status == .ok)
    }

    @Test func `every answer has the security fields`() throws {
        for response in [
            fixture.get("/v1/stats"), fixture.get("/nowhere"), fixture.post("/v1/articles", json: "{"),
        ] {
            #expect(response.fields[.xContentTypeOptions] == "nosniff")
            #expect(response.fields[.contentSecurityPolicy] == "default-src 'none'; sandbox")
            #expect(response.fields[.vary]?.contains("Accept") == true)
            #expect(field("server-timing", of: response)?.contains("total;dur=") == true)
        }
        #expect(fixture.get("/v1/stats").fields[.cacheControl] == "private, no-cache")
    }

    @Test func `request ids are echoed when they are fit to be`() throws {
        func id(_ sent: String?) -> String? {
            var fields = HTTPFields()
            if let sent, let name = HTTPField.Name("X-Request-Id") { fields[name] = sent }
            return field("x-request-id", of: fixture.get("/nowhere", fields))
        }
        #expect(id("abc-1") == "abc-1")
        let made = try #require(id(nil))
        #expect(made.utf8.count == 26)
        #expect(id("a b")?.utf8.count == 26)
        #expect(id(String(repeating: "a", count: 65))?.utf8.count == 26)
        #expect(id(nil) != made)
    }

    @Test func `a problem names its request`() throws {
        let response = fixture.get("/nowhere")
        #expect(try response.object()["request_id"].string == field("x-request-id", of: response))
    }

    private func field(_ name: String, of response: Response) -> String? {
        response.fields.first { $0.name.canonicalName == name }?.value
    }
}
