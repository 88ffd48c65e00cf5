import ArticleStore
import HTTPServer
import HTTPTypes
import Testing

struct ArticleRouteTests {
    let fixture: Fixture

    init() throws { fixture = try Fixture() }

    private func inserted() throws -> String {
        try #require(try fixture.store.insert([Fixture.article("وقعت", year: 1992)]).first).id
    }

    @Test func `an article is written with every key`() throws {
        let id = try inserted()
        let response = fixture.get("/v1/articles/" + id)
        let ingested = try #require(try response.object()["ingested_at"].string)
        let hash = try #require(try response.object()["content_hash"].string)
        #expect(response.status == .ok)
        #expect(response.fields[.contentType] == "application/json")
        #expect(
            response.text == """
                {"id":"\(id)","revision":1,"created":null,"external_id":null,"url":null,"title":null,"lang":"ar",\
                "dir":"rtl","published_at":null,"ingested_at":"\(ingested)",\
                "source":{"name":"أذربيجان","entity_id":"n_aze","span":[0,8]},\
                "attribution":[{"role":"origin","name":"أذربيجان","entity_id":"n_aze","span":[0,8]}],\
                "blocks":[{"id":"b1","kind":"paragraph","section":null,"ordinal":null,"span":[0,25],\
                "text":"أذربيجان وقعت في عام 1992","lang":"ar","dir":"rtl"}],\
                "counts":{"chars":25,"blocks":1,"mentions":1,"events":1,"entities":1},\
                "quality":{"machine_translated":null,\
                "repairs":[{"code":"html_debris","raw":"1992","span":[21,25]}],"flags":[]},\
                "duplicate_of":null,"cluster_id":null,"others":null,"content_hash":"\(hash)","tags":[],\
                "authors":[],"modified_at":null,"received":null}
                """)
    }

    @Test func `its parts are lists`() throws {
        let id = try inserted()
        let event = """
            {"id":"e_1","title":{"text":"أذربيجان","lang":"ar","dir":"rtl"},"kind":"opening",\
            "date":{"edtf":"1992","lower":"1992-01-01","upper":"1992-12-31","precision":"year","qualifier":null,\
            "calendar":"gregorian","basis":"explicit","modifier":null,"original":null},\
            "participants":[{"entity_id":"n_aze","label":"أذربيجان","role":"party"}],\
            "place":{"entity_id":"n_aze","label":"أذربيجان"},"status":"occurred","confidence":0.5,"sources":1,\
            "articles":["\(id)"],"claims":[{"id":"c_1_1","article_id":"\(id)","revision":1,"block_id":"b1",\
            "span":[0,25],"date_span":[21,25],"date":"1992","relation":"states"}],"follows":[],"contradictions":[],\
            "salience":0.25}
            """
        let events = try fixture.get("/v1/articles/\(id)/events").object()["items"]
        let eventID = try #require(events[0]["id"].string)
        let written = event.replacing("e_1", with: eventID).replacing(
            "c_1_1", with: "c_\(id.dropFirst(2))_0_0")
        #expect(fixture.get("/v1/events/" + eventID).text == written)
        #expect(fixture.get("/v1/timeline").text.hasPrefix("{\"items\":[\(written)],\"page\":"))
        let tag = try #require(try fixture.get("/v1/entities/n_aze").object()["etag"].string)
        #expect(tag.hasPrefix("\"n_aze.") && tag.hasSuffix("\""))
        #expect(
            fixture.get("/v1/entities/n_aze").text == """
                {"id":"n_aze","type":"place","subtype":"country","label":{"text":"أذربيجان","lang":"ar","dir":"rtl"},\
                "labels":[{"text":"أذربيجان","lang":"ar","dir":"rtl"},{"text":"Azerbaijan","lang":"en","dir":"ltr"}],\
                "aliases":[{"text":"Azerbaijan","lang":"en","kind":"translation"}],"adjectives":["أذربيجاني"],\
                "external":{"wikidata":"Q227","iso3166":"AZ"},"geo":{"lat":40.3,"lon":47.7},"articles":1,"mentions":1,\
                "first":"1992","last":"1992","merged_from":[],"etag":"\(tag.replacing("\"", with: "\\\""))"}
                """)
        let mention = try fixture.get("/v1/articles/\(id)/mentions").object()["items"][0]
        #expect(mention["text"].string == "أذربيجان")
        #expect(mention["span"].span == 0..<8)
        #expect(mention["reason"].string == "name" && mention["type"].string == "place")
        #expect(mention["id"].string?.hasPrefix("m_") == true)
        #expect(
            try fixture.get("/v1/entities/n_aze/mentions").object()["items"][0]["id"].string
                == mention["id"].string)
        let claim = try fixture.get("/v1/events/\(eventID)/claims").object()["items"][0]
        #expect(claim["text"].string == "أذربيجان وقعت في عام 1992")
    }

    @Test func `a posted article is created once`() throws {
        let json = #"{"text":"عنوان\nافتتحت السفارة في باكو عام 1993.","external_id":"x"}"#
        let first = fixture.post("/v1/articles", json: json)
        let id = try #require(try first.object()["id"].string)
        #expect(first.status == .created)
        #expect(first.fields[.location] == "/v1/articles/" + id)
        #expect(try first.object()["created"].flag == true)
        let second = fixture.post("/v1/articles", json: json)
        #expect(second.status == .ok)
        #expect(try second.object()["id"].string == id)
        #expect(try second.object()["created"].flag == false)
        let got = fixture.get("/v1/articles/" + id)
        #expect(got.text == first.text.replacing("\"created\":true", with: "\"created\":null"))
        let other = fixture.post("/v1/articles", json: #"{"text":"نص آخر","external_id":"x"}"#)
        #expect(other.status == .conflict)
        #expect(try other.object()["code"].string == "external_id_taken")
    }

    @Test func `plain text comes back byte for byte and without its debris`() throws {
        let text = Array("أعلن السفير ذلك.&nbsp;نعم /span>\nثم عاد\r\n".utf8)
        let posted = fixture.send(
            .post, "/v1/articles", [.contentType: "text/plain; charset=UTF-8"], body: text)
        let id = try #require(try posted.object()["id"].string)
        let raw = fixture.get("/v1/articles/\(id)/text")
        #expect(raw.body == text)
        #expect(raw.fields[.contentType] == "text/plain; charset=utf-8")
        #expect(
            fixture.get("/v1/articles/\(id)/text?view=clean").text == "أعلن السفير ذلك.\u{a0}نعم \nثم عاد\r\n"
        )
    }

    @Test func `parsing stores nothing and writes the same article`() throws {
        let json = #"{"text":"عنوان\nافتتحت السفارة في باكو عام 1993."}"#
        let parsed = fixture.post("/v1/parse", json: json)
        #expect(parsed.status == .ok)
        #expect(try fixture.store.statistics().articles == 0)
        let object = try parsed.object()
        #expect(object.keys == ["article", "events", "entities", "claims", "mentions", "expressions"])
        #expect(object["article"]["id"].value == nil)
        let posted = try fixture.post("/v1/articles", json: json).object()
        #expect(object["article"].keys == posted.keys)
    }

    @Test func `a deleted article is gone`() throws {
        let id = try inserted()
        #expect(fixture.send(.delete, "/v1/articles/" + id).status == .noContent)
        #expect(fixture.get("/v1/articles/" + id).status == .gone)
        #expect(fixture.send(.delete, "/v1/articles/" + id).status == .gone)
        #expect(try fixture.get("/v1/timeline").object()["items"].array.isEmpty)
    }
}
