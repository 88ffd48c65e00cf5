import ArticleStore
import HTTPServer
import HTTPTypes
import Testing

/// RFC 10008: a QUERY is a GET with its parameters in the body.
struct QueryMethodTests {
    let fixture: Fixture
    let method: HTTPRequest.Method

    init() throws {
        fixture = try Fixture()
        method = try #require(HTTPRequest.Method("QUERY"))
        _ = try fixture.store.insert((0..<25).map { Fixture.article("سفارة", year: 1980 + $0) })
    }

    private func query(_ body: String, type: String = "application/json", target: String = "/v1/timeline")
        -> Response
    {
        fixture.send(method, target, [.contentType: type], body: Array(body.utf8))
    }

    @Test(arguments: [
        (#"{"from":"1990","to":"1992"}"#, "from=1990&to=1992"), ("{}", ""), (#"{"limit":5}"#, "limit=5"),
        (#"{"entity":["أذربيجان","!n_isr"],"limit":3}"#, "entity=n_aze&entity=!n_isr&limit=3"),
        (#"{"group_by":"year","groups":2,"limit":1}"#, "group_by=year&groups=2&limit=1"),
    ])
    func `it answers as GET does`(_ body: String, _ target: String) throws {
        let response = query(body)
        #expect(response.status == .ok)
        let other = try fixture.get("/v1/timeline?" + target).object()
        let answer = try response.object()
        let items = answer["items"].array + answer["groups"].array
        let expected = other["items"].array + other["groups"].array
        #expect(!items.isEmpty)
        #expect(
            items.map { $0["id"].string ?? $0["key"].string }
                == expected.map { $0["id"].string ?? $0["key"].string })
        #expect(answer["page"]["total"].integer == other["page"]["total"].integer)
    }

    @Test func `its pages go on with GET or QUERY`() throws {
        let first = query(#"{"limit":10,"format":"ndjson","entity":"أذربيجان"}"#)
        #expect(first.fields[.contentType] == "application/x-ndjson")
        let link = try #require(first.fields.first { $0.name.canonicalName == "link" }?.value)
        let second = fixture.get(String(link.dropFirst().prefix { $0 != ">" }))
        #expect(second.status == .ok)
        let end = try #require(first.text.split(separator: "\n").last)
        let cursor = try #require(try JSON(Array(end.utf8))["next_cursor"].string)
        let again = query(#"{"cursor":"\#(cursor)","entity":"أذربيجان","limit":10,"format":"ndjson"}"#)
        #expect(again.status == .ok)
        #expect(again.text.split(separator: "\n").first == second.text.split(separator: "\n").first)
    }

    @Test(arguments: [
        ("", 400), ("[]", 400), ("{", 400), (#"{"from":null}"#, 400), (#"{"from":{"a":1}}"#, 400),
        (#"{"colour":"red"}"#, 400), (#"{"from":["1990","1991"]}"#, 400), (#"{"limit":0}"#, 400),
        (#"{"format":"xlsx"}"#, 406),
    ])
    func `a bad body is told`(_ body: String, _ status: Int) {
        #expect(query(body).status.code == status)
    }

    @Test func `a body of another kind, or too large, is refused`() throws {
        let response = query("from=1990", type: "application/x-www-form-urlencoded")
        #expect(response.status == .unsupportedMediaType)
        #expect(
            response.fields.first { $0.name.canonicalName == "accept-query" }?.value == "application/json")
        #expect(query("{\"from\":\"" + String(repeating: "1", count: 70_000) + "\"}").status.code == 413)
        #expect(query("{}", target: "/v1/entities").status == .methodNotAllowed)
    }
}
