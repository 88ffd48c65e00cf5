import ArticleStore
import Articles
import HTTPServer
import HTTPTypes
import Testing

/// Merging and splitting events, undoing it, and the log of it.
struct CurationRouteTests {
    let fixture: Fixture
    let events: [JSON]

    init() throws {
        fixture = try Fixture()
        for text in [
            "Japan opened its embassy in Qatar on 15 June 2004.",
            "Japan opened its embassy in Qatar on Tuesday 15 June 2004, officials said.",
            "Qatar signed a treaty with Yemen on 2 May 2009.",
        ] {
            _ = fixture.send(.post, "/v1/articles", [.contentType: "text/plain"], body: Array(text.utf8))
        }
        events = try fixture.get("/v1/timeline").object()["items"].array
    }

    private func id(_ index: Int) -> String { events[index]["id"].string ?? "" }
    private func claim(_ event: Int, _ index: Int) -> String {
        events[event]["claims"][index]["id"].string ?? ""
    }

    private func curate(_ event: String, _ what: String, _ body: String) -> Response {
        fixture.post("/v1/events/\(event)/\(what)", json: body)
    }

    @Test func `merged events are one until it is undone`() throws {
        try #require(events.count == 2)
        let tag = try #require(fixture.get("/v1/timeline").fields[.eTag])
        let response = curate(id(0), "merge", #"{"ids":["\#(id(1))"],"reason":"the same day"}"#)
        #expect(response.status == .ok)
        let merge = try response.object()
        let operation = merge["operation"]
        #expect(merge.keys == ["operation", "undo", "events", "entities"])
        #expect(
            operation.keys == [
                "id", "kind", "subject", "event_id", "entity_id", "ids", "claims", "from", "mentions",
                "changes",
                "reason", "at", "undoes", "undone_at",
            ])
        #expect(operation["kind"].string == "merge" && operation["event_id"].string == id(0))
        #expect(operation["ids"].array.map(\.string) == [id(1)] && operation["claims"].value == nil)
        #expect(operation["reason"].string == "the same day" && operation["undone_at"].value == nil)
        #expect(merge["events"].array.map { $0["id"].string } == [id(0)])
        #expect(merge["events"][0]["articles"].array.count == 3)
        let moved = fixture.get("/v1/events/" + id(1))
        #expect(moved.status.code == 308)
        #expect(moved.fields[.location] == "/v1/events/" + id(0))
        #expect(curate(id(1), "merge", #"{"ids":["e_1"]}"#).fields[.location] == "/v1/events/\(id(0))/merge")
        // What a client has of the timeline is no longer true.
        #expect(fixture.get("/v1/timeline", [.ifNoneMatch: tag]).status == .ok)

        let undo = try #require(merge["undo"].string)
        let undone = try fixture.post(undo, json: #"{"reason":"they are two"}"#).object()
        #expect(undone["undo"].value == nil && undone["operation"]["kind"].string == "undo")
        #expect(undone["operation"]["undoes"].string == operation["id"].string)
        #expect(undone["operation"]["reason"].string == "they are two")
        #expect(undone["events"].array.map { $0["id"].string } == [id(0), id(1)])
        #expect(fixture.send(.post, undo).status == .conflict)
        let again = fixture.send(.post, "/v1/curation/o_2/undo")
        #expect(again.status == .conflict)
        #expect(try again.object()["detail"].string?.contains("is an undo") == true)
        #expect(
            try fixture.post("/v1/curation/o_1/undo", json: #"{"ids":[]}"#).object()["errors"][0]["pointer"]
                .string == "/ids")
        #expect(fixture.send(.post, "/v1/curation/o_zz/undo").status == .notFound)
        #expect(
            try fixture.get("/v1/timeline").object()["items"].array.map { $0["id"].string } == [id(0), id(1)])
        #expect(try fixture.store.check() == [])
    }

    @Test func `claims are split off`() throws {
        let response = curate(id(0), "split", #"{"claims":["\#(claim(0, 1))"],"reason":null}"#)
        let split = try response.object()
        #expect(split["operation"]["claims"].array.map(\.string) == [claim(0, 1)])
        #expect(split["operation"]["ids"].value == nil && split["operation"]["reason"].value == nil)
        let parts = split["events"].array
        #expect(parts.count == 2 && parts[0]["id"].string == id(0))
        #expect(parts[1]["claims"].array.map { $0["id"].string } == [claim(0, 1)])
        #expect(try fixture.store.check() == [])
    }

    @Test func `the log has the newest first, a page at a time`() throws {
        #expect(try fixture.get("/v1/curation").object()["items"].array.isEmpty)
        _ = curate(id(0), "merge", #"{"ids":["\#(id(1))"]}"#)
        _ = fixture.send(.post, "/v1/curation/o_1/undo")
        _ = curate(id(0), "split", #"{"claims":["\#(claim(0, 1))"]}"#)
        let first = try fixture.get("/v1/curation?limit=2").object()
        #expect(first["items"].array.map { $0["id"].string } == ["o_3", "o_2"])
        #expect(first["items"][1]["undoes"].string == "o_1")
        #expect(first["page"]["total"].integer == 3)
        let cursor = try #require(first["page"]["next_cursor"].string)
        let second = try fixture.get("/v1/curation?limit=2&cursor=" + cursor).object()
        #expect(second["items"].array.map { $0["id"].string } == ["o_1"])
        #expect(second["items"][0]["undone_at"].string != nil)
        #expect(second["page"]["next_cursor"].value == nil)
        let some = try fixture.get("/v1/curation?kind=undo,split&subject=event").object()
        #expect(some["items"].array.map { $0["kind"].string } == ["split", "undo"])
        #expect(some["page"]["total"].integer == 2)
        let wrong = fixture.get("/v1/curation?kind=join")
        #expect(wrong.status == .badRequest)
        #expect(try wrong.object()["errors"][0]["parameter"].string == "kind")
    }

    @Test func `what is wrong with a body is said where it is`() throws {
        let many = Array(repeating: #""e_2""#, count: 101).joined(separator: ",")
        let rows: [(String, String, Int, String?)] = [
            ("merge", #"{"ids":["\#(id(1))","\#(id(1))","e_zz"]}"#, 404, "/ids/2"),
            ("merge", #"{"ids":["\#(id(1))","\#(id(0))"]}"#, 422, "/ids/1"),
            ("merge", #"{"ids":["\#(id(1))",7]}"#, 400, "/ids/1"),
            ("merge", #"{"ids":[\#(many)]}"#, 400, "/ids"),
            ("merge", #"{"ids":[]}"#, 400, "/ids"),
            ("merge", #"{"claims":["\#(claim(0, 1))"]}"#, 400, "/claims"),
            ("merge", #"{"ids":["\#(id(1))"],"why":"x"}"#, 400, "/why"),
            ("merge", #"{"ids":["\#(id(1))"],"reason":7}"#, 400, "/reason"),
            (
                "merge", #"{"ids":["\#(id(1))"],"reason":"\#(String(repeating: "x", count: 4097))"}"#, 400,
                "/reason"
            ),
            ("merge", "[]", 400, ""),
            ("merge", "{", 400, ""),
            ("split", #"{"claims":["\#(claim(0, 1))","c_1_7_0"]}"#, 404, "/claims/1"),
            ("split", #"{"claims":["\#(claim(0, 1))","\#(claim(1, 0))"]}"#, 422, "/claims/1"),
            ("split", #"{"claims":["\#(claim(0, 1))","\#(claim(0, 0))"]}"#, 422, "/claims/0"),
            ("split", #"{"ids":["\#(id(1))"]}"#, 400, "/ids"),
        ]
        for (what, body, status, pointer) in rows {
            let response = curate(id(0), what, body)
            #expect(response.status.code == status, "\(body.prefix(80))")
            #expect(try response.object()["errors"][0]["pointer"].string == pointer, "\(body.prefix(80))")
        }
        #expect(curate("e_zz", "merge", #"{"ids":["\#(id(1))"]}"#).status == .notFound)
        #expect(curate("e_zz", "split", #"{"claims":["\#(claim(0, 1))"]}"#).status == .notFound)
        #expect(try fixture.get("/v1/curation").object()["page"]["total"].integer == 0)
    }

    @Test func `what one article says of an event is not divided`() throws {
        var sample = Fixture.article("كلمة", year: 1992)
        var claim = sample.annotations.events[0].claims[0]
        claim.range = 0..<10
        sample.annotations.events[0].claims.append(claim)
        _ = try fixture.store.insert([sample])
        let all = try fixture.get("/v1/timeline?to=1999").object()["items"].array
        let event = try #require(all.first { $0["claims"].array.count == 2 })
        let first = try #require(event["claims"][0]["id"].string)
        let response = curate(event["id"].string ?? "", "split", #"{"claims":["\#(first)"]}"#)
        #expect(response.status.code == 422)
        #expect(try response.object()["errors"][0]["code"].string == "divided")
    }

    @Test func `who may not write may not curate`() throws {
        let origin: HTTPFields = [.origin: "https://example.org", .contentType: "application/json"]
        let body = Array(#"{"ids":["\#(id(1))"]}"#.utf8)
        for target in ["/v1/events/\(id(0))/merge", "/v1/events/\(id(0))/split", "/v1/curation/o_1/undo"] {
            #expect(fixture.send(.post, target, origin, body: body).status == .forbidden)
        }
    }
}
