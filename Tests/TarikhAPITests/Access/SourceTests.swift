import AccessControl
import HTTPServer
import HTTPTypes
import Testing

/// Keys that are only for the articles of some sources.
struct SourceTests {
    let fixture: Fixture
    let whole: String
    let part: String
    let mine: String
    let other: String

    init() throws {
        fixture = try Fixture(keys: [
            try KeyGrant(scopes: [.read, .write]),
            try KeyGrant(scopes: [.read, .write, .curate, .admin], sources: ["وكالة أ"]),
        ])
        (whole, part) = (fixture.secrets[0], fixture.secrets[1])
        mine = try Self.post("أول", "وكالة أ", fixture)
        other = try Self.post("ثان", "وكالة ب", fixture)
    }

    private static func post(_ text: String, _ source: String, _ fixture: Fixture) throws -> String {
        let json = #"{"text":"\#(text) اجتماع","source":"\#(source)"}"#
        let response = fixture.send(.post, "/v1/articles", key: fixture.secrets[0], json: json)
        return try #require(try response.object()["id"].string)
    }

    private func ids(_ response: Response, _ name: String = "id") throws -> Set<String> {
        Set(try response.object()["items"].array.compactMap { $0[name].string })
    }

    @Test func `lists and searches leave out what is of others`() throws {
        for target in [
            "/v1/articles", "/v1/articles?limit=5",
            "/v1/articles?source=%D9%88%D9%83%D8%A7%D9%84%D8%A9%20%D8%A3",
        ] {
            // In memory from who may see all.
            _ = fixture.send(.get, target, key: whole)
            #expect(try ids(fixture.send(.get, target, key: part)) == [mine], "\(target)")
            #expect(try ids(fixture.send(.get, target, key: part)) == [mine], "\(target)")
        }
        #expect(try ids(fixture.send(.get, "/v1/articles", key: whole)) == [mine, other])
        #expect(
            try ids(
                fixture.send(.get, "/v1/articles?source=%D9%88%D9%83%D8%A7%D9%84%D8%A9%20%D8%A8", key: part))
                == [])
        let search = "/v1/search?q=%D8%A7%D8%AC%D8%AA%D9%85%D8%A7%D8%B9"
        #expect(try ids(fixture.send(.get, search, key: whole), "article_id") == [mine, other])
        #expect(try ids(fixture.send(.get, search, key: part), "article_id") == [mine])
    }

    @Test func `facets count nothing of others`() throws {
        let search = "/v1/search?q=%D8%A7%D8%AC%D8%AA%D9%85%D8%A7%D8%B9&facets=source"
        func sources(_ target: String, _ key: String) throws -> Set<String> {
            let facet = try fixture.send(.get, target, key: key).object()["facets"]["source"]
            return Set(facet.array.compactMap { $0["value"].string })
        }
        #expect(try sources(search, whole) == ["وكالة أ", "وكالة ب"])
        let chosen = search + "&source=%D9%88%D9%83%D8%A7%D9%84%D8%A9%20%D8%A3"
        for target in [search, chosen] {
            #expect(try sources(target, part) == ["وكالة أ"], "\(target)")
            // Whoever may see all still does.
            #expect(try sources(target, whole) == ["وكالة أ", "وكالة ب"], "\(target)")
        }
    }

    @Test func `the next page is reached by the link and by the cursor`() throws {
        _ = fixture.send(.post, "/v1/articles", key: part, json: #"{"text":"ثالث","source":"وكالة أ"}"#)
        let first = fixture.send(.get, "/v1/articles?limit=1", key: part)
        #expect(try first.object()["page"]["total"].integer == 2)
        let cursor = try #require(try first.object()["page"]["next_cursor"].string)
        let link = try #require(HTTPField.Name("Link").flatMap { first.fields[$0] })
        let target = String(link.dropFirst().prefix { $0 != ">" })
        for next in ["/v1/articles?limit=1&cursor=" + cursor, target] {
            let second = fixture.send(.get, next, key: part)
            #expect(second.status == .ok)
            #expect(try ids(second).isDisjoint(with: ids(first)))
        }
    }

    @Test func `articles of others are not there`() {
        for suffix in ["", "/text", "/blocks", "/mentions", "/entities"] {
            _ = fixture.send(.get, "/v1/articles/\(other)\(suffix)", key: whole)
            #expect(fixture.send(.get, "/v1/articles/\(other)\(suffix)", key: part).status == .notFound)
            #expect(fixture.send(.get, "/v1/articles/\(mine)\(suffix)", key: part).status == .ok)
        }
        #expect(fixture.send(.delete, "/v1/articles/\(other)", key: part).status == .notFound)
        #expect(fixture.send(.get, "/v1/articles/\(other)", key: whole).status == .ok)
        #expect(fixture.send(.delete, "/v1/articles/\(mine)", key: part).status == .noContent)
    }

    @Test func `articles come in of its own sources`() throws {
        func post(_ json: String) -> Response { fixture.send(.post, "/v1/articles", key: part, json: json) }
        #expect(post(#"{"text":"رابع","source":"وكالة ب"}"#).status == .forbidden)
        // The only one that it may be from.
        let named = post(#"{"text":"خامس"}"#)
        #expect(named.status == .created)
        #expect(try named.object()["source"]["name"].string == "وكالة أ")
        // The text of another's article.
        let taken = post(#"{"text":"ثان اجتماع","source":"وكالة أ"}"#)
        #expect(taken.status == .forbidden)
        #expect(!taken.text.contains(other))
    }

    @Test func `what tells of all sources is refused`() {
        for target in [
            "/v1/timeline", "/v1/events", "/v1/entities", "/v1/graph", "/v1/stats", "/v1/keys", "/v1/audit",
            "/v1/articles/\(mine)/events", "/v1/curation",
        ] {
            _ = fixture.send(.get, target, key: whole)
            #expect(fixture.send(.get, target, key: part).status == .forbidden, "\(target)")
        }
    }
}
