import AccessControl
import HTTPServer
import HTTPTypes
import Testing

struct BatchRouteTests {
    private func post(
        _ fixture: Fixture, _ body: String, type: String = "application/x-ndjson", query: String = "",
        to path: String = "/v1/articles/batch"
    ) -> Response {
        fixture.send(.post, path + query, [.contentType: type], body: Array(body.utf8))
    }

    private func lines(_ response: Response) throws -> [JSON] {
        try response.text.split(separator: "\n").map { try JSON(Array($0.utf8)) }
    }

    private func count(_ fixture: Fixture) throws -> Int? {
        try fixture.get("/v1/articles?limit=1").object()["page"]["total"].integer
    }

    private static let text = #"{"text":"The bridge was opened in 19NN.","external_id":"NN"}"#

    private func article(_ number: Int) -> String { Self.text.replacing("NN", with: String(number)) }

    @Test func `each line is answered, and what is wrong in one stops no other`() throws {
        let fixture = try Fixture()
        let long = #"{"text":""# + String(repeating: "a", count: 10 << 20) + #""}"#
        let body = [
            article(10), "", "{", article(11), #"{"title":"no text"}"#, #"{"text":" "}"#, long, article(10),
            #"{"text":"Another.","external_id":"10"}"#, String(repeating: "[", count: 100_000),
            #"{"html":"<p>The tunnel was dug in 1950.</p>"}"#,
        ].joined(separator: "\n")
        let response = post(fixture, body)
        #expect(response.status == .ok && response.fields[.contentType] == "application/x-ndjson")
        let answers = try lines(response)
        #expect(answers.map { $0["line"].integer } == [1, 3, 4, 5, 6, 7, 8, 9, 10, 11])
        #expect(answers.map { $0["status"].integer } == [201, 400, 201, 400, 422, 413, 200, 409, 413, 201])
        #expect(
            answers.map { $0["problem"]["errors"][0]["code"].string } == [
                nil, "invalid_json", nil, "missing", "empty_text", "line_too_long", nil, "external_id_taken",
                "too_deep", nil,
            ])
        #expect(answers[5]["problem"]["detail"].string?.contains("2097152") == true)
        #expect(answers[0].keys == ["line", "item", "status", "id", "problem"])
        #expect(answers[6]["id"].string == answers[0]["id"].string)
        #expect(try count(fixture) == 3)
    }

    @Test func `bytes that are no UTF-8 are wrong in their line alone`() throws {
        let fixture = try Fixture()
        let body = Array((article(10) + "\n{\"text\":\"").utf8) + [0xff] + Array(("\"}\n" + article(11)).utf8)
        let response = fixture.send(
            .post, "/v1/articles/batch", [.contentType: "application/x-ndjson"], body: body)
        #expect(try lines(response).map { $0["status"].integer } == [201, 422, 201])
    }

    @Test func `an encoding may be declared`() throws {
        let fixture = try Fixture()
        let body = #"{"text":"القاهرة 1999"}"#.utf16.flatMap {
            [UInt8(truncatingIfNeeded: $0), UInt8(truncatingIfNeeded: $0 >> 8)]
        }
        let response = fixture.send(
            .post, "/v1/articles/batch", [.contentType: "application/x-ndjson; charset=utf-16le"], body: body)
        let id = try #require(try lines(response)[0]["id"].string)
        #expect(fixture.get("/v1/articles/\(id)/text").text == "القاهرة 1999")
    }

    @Test func `all or none`() throws {
        let fixture = try Fixture()
        let wrong = post(fixture, article(10) + "\n{\n" + article(11), query: "?atomic=true")
        #expect(wrong.status == .unprocessableContent)
        #expect(try lines(wrong).map { $0["status"].integer } == [424, 400, 424])
        #expect(try count(fixture) == 0)
        // Two with one external id: known only while they are stored.
        let twice = post(
            fixture, article(10) + "\n" + #"{"text":"Another.","external_id":"10"}"#, query: "?atomic=true")
        #expect(twice.status == .unprocessableContent)
        #expect(try lines(twice).map { $0["status"].integer } == [424, 409])
        #expect(try count(fixture) == 0)
        let right = post(fixture, article(10) + "\n" + article(11), query: "?atomic=true")
        #expect(right.status == .created)
        #expect(try lines(right).map { $0["status"].integer } == [201, 201])
        // One that is there with another text.
        let taken = post(
            fixture, article(12) + "\n" + #"{"text":"Another.","external_id":"10"}"#, query: "?atomic=true")
        #expect(taken.status == .unprocessableContent)
        #expect(try lines(taken).map { $0["status"].integer } == [424, 409])
        #expect(try count(fixture) == 2)
        #expect(post(fixture, article(10), query: "?atomic=maybe").status == .badRequest)
    }

    @Test func `many parts are answered in order`() throws {
        let fixture = try Fixture()
        let body = (0..<600).map { #"{"text":"Number \#($0) came in 1990."}"# }.joined(separator: "\r\n")
        let answers = try lines(post(fixture, body))
        #expect(answers.map { $0["line"].integer } == Array(1...600))
        #expect(answers.allSatisfy { $0["status"].integer == 201 })
        #expect(try count(fixture) == 600)
    }

    @Test func `a feed is a batch of its items`() throws {
        let fixture = try Fixture()
        let feed = """
            <rss version="2.0"><channel><title>Example</title><item><title>One</title><description>It opened in 1990.</description></item>
            <item/></channel></rss>
            """
        for (path, type) in [("/v1/articles", "application/rss+xml"), ("/v1/articles/batch", "text/xml")] {
            let response = post(fixture, feed, type: type, to: path)
            #expect(response.status == .ok && response.fields[.contentType] == "application/x-ndjson")
            let answers = try lines(response)
            #expect(answers.map { $0["item"].integer } == [1, 2] && answers[0]["line"].integer == nil)
            #expect(answers[1]["problem"]["errors"][0]["pointer"].string == "/channel/item/1/description")
        }
        #expect(try count(fixture) == 1)
    }

    @Test func `a document of one article is that article`() throws {
        let fixture = try Fixture()
        let linked =
            #"{"@context":"https://schema.org","@type":"NewsArticle","headline":"One","articleBody":"It opened in 1990."}"#
        // By its media type, and by its shape.
        for (type, status) in [("application/ld+json", 201), ("application/json", 200)] {
            let response = post(fixture, linked, type: type, to: "/v1/articles")
            #expect(response.status.code == status)
            #expect(try response.object()["received"]["taken_from"]["title"].string == "json_ld:headline")
        }
        #expect(
            fixture.post("/v1/articles", json: #"{"titel":"x","text":"y"}"#).text.contains(
                "did you mean 'title'?"))
    }

    @Test func `entities are not expanded, and deep JSON is refused with its limit`() throws {
        let fixture = try Fixture()
        let bomb =
            "<!DOCTYPE a [<!ENTITY b 'c'>]><rss><channel><item><title>&b;</title></item></channel></rss>"
        let refused = post(fixture, bomb, type: "application/rss+xml", to: "/v1/articles")
        #expect(refused.status == .badRequest && refused.text.contains("doctype_refused"))
        let deep = post(
            fixture, String(repeating: "[", count: 1000), type: "application/feed+json", to: "/v1/articles")
        #expect(deep.status == .contentTooLarge && deep.text.contains("at most 64 deep"))
    }

    @Test func `a key for some sources may send only theirs`() throws {
        let fixture = try Fixture(keys: [KeyGrant(name: "desk", scopes: [.write], sources: ["A", "B"])])
        let body = #"{"text":"One in 1990.","source":"A"}"# + "\n" + #"{"text":"Two in 1991.","source":"C"}"#
        let response = fixture.send(
            .post, "/v1/articles/batch",
            [.contentType: "application/x-ndjson", .authorization: "Bearer " + fixture.secrets[0]],
            body: Array(body.utf8))
        #expect(try lines(response).map { $0["status"].integer } == [201, 403])
    }
}
