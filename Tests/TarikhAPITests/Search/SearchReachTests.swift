import HTTPServer
import HTTPTypes
import TestSupport
import Testing

/// What a search finds beyond the words as typed.
struct SearchReachTests {
    @Test(arguments: [
        ("Azerbaijan", 3), ("آذربایجان", 3), ("أذربيجان", 3), ("azerbaijan", 3), ("United States", 2),
        ("\"United States\"", 2), ("Jeyhun Bayramov", 3), ("US", 2), ("us", 0), ("States", 0),
        ("Azerbaijan United States", 4), ("Azerbaijan -\"United States\"", 3),
        ("entity:n_aze", 3), ("entity:Azerbaijan", 3), ("entity:\"United States\" entity:n_aze", 1),
        ("entity:nobody", 0), ("قال -entity:Azerbaijan", 2), ("entity:Azerbaijan OR entity:US", 4),
        ("title:Azerbaijan", 0),
    ])
    func `a name in any language finds the articles that name it`(_ query: String, _ total: Int) throws {
        let fixture = try SearchFixture.named()
        #expect(try fixture.total(("q", query), ("typo", "0")) == total)
    }

    @Test func `names reach no further when that is not wanted`() throws {
        let fixture = try SearchFixture.named()
        for value in ["off", "none"] {
            #expect(try fixture.total(("q", "Azerbaijan"), ("xling", value), ("typo", "0")) == 0)
            #expect(try fixture.total(("q", "أذربيجان"), ("xling", value)) == 3)
        }
        #expect(try fixture.total(("q", "Azarbayjan"), ("xling", "translit"), ("typo", "0")) == 3)
        #expect(try fixture.total(("q", "Azarbayjan"), ("typo", "0")) == 0)
    }

    @Test func `all words by all names`() throws {
        let fixture = try SearchFixture.named()
        #expect(try fixture.total(("q", "Azerbaijan United States"), ("op", "and")) == 1)
        #expect(try fixture.total(("q", "Azerbaijan Jeyhun Bayramov"), ("op", "and")) == 1)
    }

    @Test func `the answer says what a name stands for`() throws {
        let answer = try SearchFixture.named().search(("q", "Azerbaijan"), ("limit", "1"))
        #expect(answer["query"]["terms"][0]["in"].string == "Azerbaijan")
        #expect(answer["query"]["terms"][0]["folded"].string == "azerbaijan")
        #expect(
            answer["query"]["terms"][0]["aliases"].array.compactMap(\.string) == ["اذربايجان", "اذربيجان"])
        #expect(
            answer["query"]["parsed"].string == "azerbaijan OR entity(n_aze) OR اذربايجان OR اذربيجان")
        let match = answer["items"][0]["snippets"][0]["matches"][0]
        #expect(match["by"].string == "alias:Azerbaijan")
        #expect(match["term"].string == "اذربيجان")
    }

    @Test func `an entity that is asked for is shown where it is named`() throws {
        let answer = try SearchFixture.named().search(("q", "entity:n_aze"), ("limit", "1"))
        let match = answer["items"][0]["snippets"][0]["matches"][0]
        #expect(match["by"].string == "entity:n_aze")
        #expect(match["span"].span?.count == "أذربيجان".unicodeScalars.count)
    }

    // MARK: Synonyms

    private func put(_ fixture: SearchFixture, _ id: String, _ json: String) -> Response {
        fixture.fixture.send(
            .put, "/v1/synonyms/" + id, [.contentType: "application/json"], body: Array(json.utf8))
    }

    @Test func `synonyms hold in words, phrases and filters until they are taken away`() throws {
        let fixture = try SearchFixture(texts: [
            "وصل القطار السريع", "the tram line", "سيارة في الطريق", "مترو سريع",
        ])
        #expect(try fixture.total(("q", "قطار"), ("typo", "0")) == 1)
        let created = put(fixture, "rail", #"{"terms":["قطار","tram","مترو"]}"#)
        #expect(created.status == .created)
        #expect(created.fields[.location] == "/v1/synonyms/rail")
        #expect(try fixture.total(("q", "قطار")) == 3)
        #expect(try fixture.total(("q", "القطارات")) == 3)
        #expect(try fixture.total(("q", "\"مترو سريع\"")) == 2)
        #expect(try fixture.total(("q", "\"قطار سريع\"")) == 2)
        let found = try fixture.search(("q", "tram"))
        #expect(
            Set(
                found["items"].array.map { $0["snippets"][0]["matches"][0]["by"].string ?? "typed" }) == [
                    "typed", "synonym:rail",
                ])
        #expect(found["query"]["terms"][0]["aliases"].array.compactMap(\.string) == ["قطار", "مترو"])

        #expect(put(fixture, "rail", #"{"terms":["قطار","tram"],"one_way":true}"#).status == .ok)
        #expect(try fixture.total(("q", "قطار"), ("typo", "0")) == 2)
        #expect(try fixture.total(("q", "tram"), ("typo", "0")) == 1)

        let set = try fixture.fixture.get("/v1/synonyms/rail").object()
        #expect(set["terms"].array.compactMap(\.string) == ["قطار", "tram"])
        #expect(set["one_way"].flag == true)
        #expect(try fixture.fixture.get("/v1/synonyms").object()["page"]["total"].integer == 1)
        #expect(fixture.fixture.send(.delete, "/v1/synonyms/rail").status == .noContent)
        #expect(fixture.fixture.send(.delete, "/v1/synonyms/rail").status == .notFound)
        #expect(fixture.fixture.get("/v1/synonyms/rail").status == .notFound)
        #expect(try fixture.total(("q", "قطار"), ("typo", "0")) == 1)
    }

    @Test func `synonyms name entities in filters`() throws {
        let fixture = try SearchFixture.named()
        #expect(try fixture.total(("q", "قال"), ("entity", "America")) == 0)
        #expect(put(fixture, "usa", #"{"terms":["America","United States"]}"#).status == .created)
        #expect(try fixture.total(("q", "قال"), ("entity", "America")) == 2)
        #expect(try fixture.total(("q", "entity:America")) == 2)
    }

    @Test func `synonyms change answers that were kept`() throws {
        let fixture = try SearchFixture(texts: ["قطار", "مترو"])
        let first = fixture.respond([("q", "قطار")])
        let tag = try #require(first.fields[.eTag])
        #expect(put(fixture, "rail", #"{"terms":["قطار","مترو"]}"#).status == .created)
        let target = "/v1/search?q=" + SearchFixture.encoded("قطار")
        #expect(fixture.fixture.get(target, [.ifNoneMatch: tag]).status == .ok)
    }

    @Test(arguments: [
        ("a", #"{"terms":["x"]}"#, 400), ("a", "{}", 400), ("a", #"{"terms":["x","!"]}"#, 400),
        ("a", #"{"terms":["x","y"],"weight":1}"#, 400), ("a", #"{"terms":"x"}"#, 400), ("a", "[]", 400),
        ("a%20b", #"{"terms":["x","y"]}"#, 400), ("a", #"{"terms":["x","a b c d e f g h i"]}"#, 400),
    ])
    func `bad synonyms are told`(_ id: String, _ body: String, _ status: Int) throws {
        #expect(put(try SearchFixture(texts: []), id, body).status.code == status)
    }

    // MARK: Typos

    @Test func `a mistyped word is told and found`() throws {
        let fixture = try SearchFixture(texts: ["اتفاقية السلام", "سفارة في باكو"])
        let answer = try fixture.search(("q", "اتفاقبة السلام"))
        #expect(answer["query"]["corrected"].string == "اتفاقيه السلام")
        #expect(answer["page"]["total"].integer == 1)
        let matches = answer["items"][0]["snippets"][0]["matches"].array
        #expect(matches.map { $0["by"].string } == ["typo:اتفاقبة", nil])
        #expect(try fixture.search(("q", "اتفاقبة"), ("typo", "0"))["page"]["total"].integer == 0)
        #expect(try fixture.search(("q", "السلام"))["query"]["corrected"].string == nil)
    }
}
