import ArticleStore
import Articles
import Extraction
import HTTPServer
import HTTPTypes
import Testing
import TextAnalysis

/// The timeline over several articles, as the API shows it.
struct TimelineRouteTests {
    let fixture: Fixture

    init() throws { fixture = try Fixture() }

    private func post(_ text: String, source: String) throws -> String {
        let response = fixture.post("/v1/articles", json: "{\"text\":\"\(text)\",\"source\":\"\(source)\"}")
        return try response.object()["id"].string ?? ""
    }

    private func items(_ target: String) throws -> [JSON] { try fixture.get(target).object()["items"].array }

    private func patch(_ id: String, _ body: String, ifMatch: String? = nil) -> Response {
        var fields: HTTPFields = [.contentType: "application/json"]
        fields[.ifMatch] = ifMatch
        return fixture.send(.patch, "/v1/contradictions/" + id, fields, body: Array(body.utf8))
    }

    private func contradiction() throws -> String {
        _ = try post("Japan opened its embassy in Qatar on 15 June 2004.", source: "A")
        _ = try post("Japan opened its embassy in Qatar on 19 September 2004.", source: "B")
        return try #require(try items("/v1/contradictions").first?["id"].string)
    }

    @Test func `an event that is part of another now leads to it`() throws {
        let first = try post("Japan opened its embassy in Qatar in June 2004.", source: "A")
        let old = try #require(try items("/v1/timeline").first?["id"].string)
        let second = try post("Qatar signed a treaty with Yemen on 2 May 1999.", source: "B")
        _ = try post("Japan opened its embassy in Qatar on 15 June 2004.", source: "C")
        let event = try fixture.get("/v1/events/" + old).object()
        #expect(event["date"]["edtf"].string == "2004-06-15")
        #expect(event["sources"].integer == 2)
        #expect(event["articles"].array.compactMap(\.string).contains(first))
        #expect(event["claims"].array.map { $0["relation"].string } == ["states", "refines"])
        let claims = try items("/v1/events/\(old)/claims")
        #expect(
            claims.map { $0["text"].string } == [
                "Japan opened its embassy in Qatar on 15 June 2004.",
                "Japan opened its embassy in Qatar in June 2004.",
            ])
        #expect(claims.map { $0["event_id"].string } == [old, old])
        #expect(try items("/v1/timeline?min_sources=2").map { $0["id"].string } == [old])
        #expect(try items("/v1/timeline?sort=-salience").first?["id"].string == old)
        #expect(try items("/v1/timeline?article=\(second)").count == 1)
        #expect(try items("/v1/timeline?min_confidence=0.99").count == 0)
    }

    @Test func `the younger of two events that become one answers with a redirect`() throws {
        _ = try post("Japan opened its embassy in Qatar in June 2004.", source: "A")
        _ = try post("Japan opened its embassy in Qatar in 2004 and a school.", source: "B")
        let ids = try items("/v1/timeline").compactMap { $0["id"].string }
        let middle = try post("Japan opened its embassy in Qatar on 15 June 2004.", source: "C")
        let survivor = try #require(try items("/v1/timeline").first?["id"].string)
        for id in ids where id != survivor {
            let moved = fixture.get("/v1/events/" + id)
            #expect(moved.status.code == 308)
            #expect(moved.fields[.location] == "/v1/events/" + survivor)
            #expect(
                fixture.get("/v1/events/\(id)/claims").fields[.location] == "/v1/events/\(survivor)/claims")
        }
        _ = fixture.send(.delete, "/v1/articles/" + middle)
        #expect(try items("/v1/timeline").compactMap { $0["id"].string } == ids)
        #expect(fixture.get("/v1/events/e_zzz").status == .notFound)
    }

    @Test func `a contradiction has its sides and its rule`() throws {
        let id = try contradiction()
        let object = try fixture.get("/v1/contradictions/" + id).object()
        #expect(
            object.keys == [
                "id", "relation", "field", "event_id", "score", "rule", "status", "sides", "suggested",
                "note",
            ])
        #expect(object["relation"].string == "conflict" && object["field"].string == "date")
        #expect(object["rule"].string == "single_instance_disjoint" && object["status"].string == "open")
        #expect(object["sides"].array.map { $0["value"].string } == ["2004-06-15", "2004-09-19"])
        #expect(object["sides"].array.map { $0["sources"][0].string } == ["a", "b"])
        #expect(object["sides"].array.map { $0["independent_sources"].integer } == [1, 1])
        #expect(object["suggested"].value == nil)
        for event in try items("/v1/timeline") {
            #expect(event["contradictions"].array.map(\.string) == [id])
        }
        #expect(try items("/v1/contradictions?relation=value_conflict").isEmpty)
        #expect(try items("/v1/contradictions?relation=conflict&status=open,confirmed").count == 1)
        #expect(try items("/v1/contradictions?from=2005").isEmpty)
        #expect(try items("/v1/contradictions?to=2004-07&entity=Japan").count == 1)
        #expect(fixture.get("/v1/contradictions?status=maybe").status == .badRequest)
        #expect(fixture.get("/v1/contradictions/x_zz").status == .notFound)
    }

    @Test func `a contradiction is judged by who saw it last`() throws {
        let id = try contradiction()
        let tag = try #require(fixture.get("/v1/contradictions/" + id).fields[.eTag])
        #expect(patch(id, #"{"status":"confirmed"}"#).status.code == 428)
        #expect(patch(id, #"{"status":"confirmed"}"#, ifMatch: "\"other\"").status.code == 412)
        #expect(patch(id, #"{"status":"confirmed"}"#, ifMatch: "W/" + tag).status.code == 412)
        let done = patch(id, #"{"status":"confirmed","note":"seen"}"#, ifMatch: tag)
        #expect(done.status == .ok && done.fields[.eTag] != tag)
        #expect(try done.object()["status"].string == "confirmed")
        #expect(try done.object()["note"].string == "seen")
        #expect(patch(id, #"{"status":"open"}"#, ifMatch: tag).status.code == 412)
        #expect(patch("x_zz", #"{"status":"open"}"#, ifMatch: "*").status == .notFound)
        // It stays while the two sides do, whatever else comes.
        _ = try post("In Qatar, Japan opened its embassy on 15 June 2004.", source: "D")
        #expect(
            try items("/v1/contradictions?status=confirmed").first?["sides"][0]["independent_sources"].integer
                == 2)
        #expect(try items("/v1/contradictions").first?["suggested"].string == "2004-06-15")
        let cleared = patch(id, #"{"note":null}"#, ifMatch: "*")
        #expect(try cleared.object()["note"].value == nil)
        #expect(try cleared.object()["status"].string == "confirmed")
    }

    @Test(arguments: [
        ("", ""), ("[]", ""), ("{}", ""), (#"{"status":1}"#, "/status"), (#"{"status":"maybe"}"#, "/status"),
        (#"{"note":5}"#, "/note"), (#"{"colour":"red"}"#, "/colour"), (#"{"status":null}"#, "/status"),
    ])
    func `a bad judgement is refused where it is wrong`(_ body: String, _ pointer: String) throws {
        let response = patch(try contradiction(), body, ifMatch: "*")
        #expect(response.status == .badRequest)
        #expect(try response.object()["errors"][0]["pointer"].string == pointer)
    }

    @Test func `what has no date is listed on request`() throws {
        let text = Array("Japan opened its embassy.".utf8)
        let claim = Claim(range: 0..<text.count, dateRange: nil, date: nil, block: 0, relation: .states)
        let article = Article(
            text: text, language: .english, direction: .leftToRight,
            blocks: [
                Block(kind: .paragraph, range: 0..<text.count, language: .english, direction: .leftToRight)
            ])
        let event = Event(titleRange: 0..<5, kind: "opening", date: nil, confidence: 0.5, claims: [claim])
        _ = try fixture.store.insert([(article, Annotations(events: [event]))])
        _ = try post("Japan opened its embassy in Qatar on 15 June 2004.", source: "A")
        #expect(try items("/v1/timeline").count == 1)
        let all = try items("/v1/timeline?undated=include")
        #expect(all.map { $0["date"]["edtf"].string } == ["2004-06-15", nil])
        #expect(all.last?["claims"][0]["date_span"].value == nil)
        #expect(try items("/v1/events").count == 2)
        #expect(try items("/v1/events?undated=omit").count == 1)
        #expect(try items("/v1/timeline?undated=include&from=1990").count == 1)
        #expect(fixture.get("/v1/timeline?undated=maybe").status == .badRequest)
    }
}
