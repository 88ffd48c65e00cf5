import Articles
import HTTPServer
import HTTPTypes
import TestSupport
import Testing
import TextAnalysis

/// What the answer to a search holds.
struct SearchAnswerTests {
    @Test(arguments: [
        ("a OR", "missing_operand", 2), ("قطار (", "unclosed_parenthesis", 5),
        ("\"قطار", "unclosed_phrase", 0),
        ("x date:soon", "invalid_value", 2),
    ])
    func `a strict reading tells where`(_ query: String, _ code: String, _ offset: Int) throws {
        let fixture = try SearchFixture(texts: ["قطار"])
        let response = fixture.respond([("q", query), ("strict", "1")])
        #expect(response.status == .badRequest)
        let problem = try response.object()
        #expect(problem["code"].string == "invalid_query")
        #expect(problem["errors"][0]["code"].string == code)
        #expect(problem["errors"][0]["offset"].integer == offset)
        #expect(fixture.respond([("q", query)]).status == .ok)
    }

    @Test func `markup in a text stays text`() throws {
        let text = #"<script>alert("x")</script> قطار & <b>tram</b> it's"#
        let fixture = try SearchFixture(texts: [text])
        let answer = try fixture.search(("q", "قطار tram script"), ("highlight", "html"))
        let snippet = answer["items"][0]["snippets"][0]
        #expect(
            snippet["html"].string
                == "&lt;<mark>script</mark>&gt;alert(&quot;x&quot;)&lt;/<mark>script</mark>&gt; "
                + "<mark>قطار</mark> &amp; &lt;b&gt;<mark>tram</mark>&lt;/b&gt; it&#39;s")
        #expect(snippet["text"].string == text)
        #expect(try fixture.search(("q", "قطار"))["items"][0]["snippets"][0]["html"].string == nil)
        #expect(
            try fixture.search(("q", "قطار"), ("highlight", "none"))["items"][0]["snippets"].array.isEmpty)
    }

    @Test func `a score is explained`() throws {
        let fixture = try SearchFixture(texts: ["قطار قطار سريع", "سيارة"])
        let item = try fixture.search(("q", "قطار سريع"), ("explain", "true"))["items"][0]
        let terms = item["explain"]["terms"].array
        #expect(Set(terms.compactMap { $0["text"].string }) == ["قطار", "سريع"])
        #expect(terms.contains { $0["frequency"]["body"].integer == 2 && $0["documents"].integer == 1 })
        let sum = terms.filter { $0["counted"].flag == true }.compactMap { $0["score"].double }.reduce(0, +)
        let bonus = item["explain"]["bonus"].double ?? 0
        #expect(abs(sum + bonus - (item["explain"]["index"].double ?? 0)) < 0.01)
        #expect(try fixture.search(("q", "قطار"))["items"][0]["explain"].keys.isEmpty)
    }

    @Test func `QUERY and POST answer as GET does`() throws {
        let fixture = try SearchFixture.named()
        let body = Array(
            #"{"q":"Azerbaijan","op":"and","facets":["type","lang"],"explain":true,"limit":2}"#.utf8)
        let expected = try fixture.search(
            ("q", "Azerbaijan"), ("op", "and"), ("facets", "type,lang"), ("explain", "1"), ("limit", "2"))
        let query = try #require(HTTPRequest.Method("QUERY"))
        for method in [HTTPRequest.Method.post, query] {
            let answer = fixture.fixture.send(
                method, "/v1/search", [.contentType: "application/json"], body: body)
            #expect(answer.status == .ok)
            let object = try answer.object()
            #expect(object["items"].array.count == 2)
            #expect(
                object["items"].array.map { $0["article_id"].string }
                    == expected["items"].array.map { $0["article_id"].string })
            #expect(object["facets"].keys == ["type", "lang"])
            #expect(object["page"]["total"].integer == expected["page"]["total"].integer)
            let link = try #require(answer.fields.first { $0.name.canonicalName == "link" }?.value)
            let rest = try fixture.fixture.get(String(link.dropFirst().prefix { $0 != ">" })).object()
            #expect(rest["items"].array.count == 1)
        }
        for bad in [#"{"q":"a","colour":1}"#, #"{"q":["a","b"]}"#, "{}", "[]"] {
            let answer = fixture.fixture.send(
                .post, "/v1/search", [.contentType: "application/json"], body: Array(bad.utf8))
            #expect(answer.status == .badRequest)
        }
    }

    // MARK: Facets

    private func facet(_ answer: JSON, _ name: String) -> [String] {
        answer["facets"][name].array.map { ($0["value"].string ?? "") + " \($0["count"].integer ?? -1)" }
    }

    @Test func `facets count all hits, and alternatives within one`() throws {
        let fixture = try SearchFixture.named()
        let all = try fixture.search(
            ("q", "قال"), ("facets", "entity,type,source,lang,place,year"), ("limit", "1"))
        #expect(facet(all, "entity") == ["n_aze 3", "n_min 3", "n_usa 2"])
        #expect(facet(all, "place") == ["n_aze 3", "n_usa 2"])
        #expect(facet(all, "type") == ["place 4", "person 3"])
        #expect(facet(all, "source") == ["ب 3", "أ 2"])
        #expect(facet(all, "lang") == ["ar 5"])
        #expect(facet(all, "year") == [])
        #expect(all["facets"]["entity"][0]["label"]["text"].string == "أذربيجان")
        #expect(all["facets"]["entity"][0]["label"]["dir"].string == "rtl")

        let chosen = try fixture.search(("q", "قال"), ("facets", "entity,source,place"), ("source", "أ"))
        #expect(chosen["page"]["total"].integer == 2)
        #expect(facet(chosen, "source") == ["ب 3", "أ 2"])
        #expect(facet(chosen, "entity") == ["n_aze 2", "n_usa 1"])
        let place = try fixture.search(
            ("q", "قال"), ("facets", "entity,place"), ("place", "United States"), ("entity", "n_min"))
        #expect(place["page"]["total"].integer == 1)
        #expect(facet(place, "place") == ["n_aze 1", "n_usa 1"])
        #expect(facet(place, "entity") == ["n_usa 2", "n_aze 1", "n_min 1"])
        #expect(try fixture.total(("q", "قال"), ("entity_type", "person")) == 3)
        #expect(try fixture.total(("q", "قال"), ("entity_type", "!person")) == 2)

        let sought = try fixture.search(("q", "قال"), ("facets", "entity"), ("facet_q", "united"))
        #expect(facet(sought, "entity") == ["n_usa 2"])
        let few = try fixture.search(("q", "قال"), ("facets", "entity"), ("facet_limit", "1"))
        #expect(facet(few, "entity") == ["n_aze 3"])
    }

    @Test func `dates are counted and chosen`() throws {
        let fixture = try SearchFixture(
            [1990, 1990, 1991, 1995].map { Fixture.article("سفارة\($0)", year: $0) }
                + [Fixture.article("سفارة", year: 1990)])
        let answer = try fixture.search(("q", "أذربيجان"), ("facets", "year,month"))
        #expect(facet(answer, "year").first == "1990 2")
        #expect(try fixture.total(("q", "date:1990")) == 2)
        #expect(try fixture.total(("q", "أذربيجان date:1990/1991")) == 3)
        #expect(try fixture.total(("q", "date:1990 OR date:1995")) == 3)
        #expect(try fixture.total(("q", "أذربيجان -date:1990")) == 2)
        #expect(try fixture.total(("q", "أذربيجان"), ("match", "exact,certain"), ("from", "1990-02")) == 2)
        let narrowed = try fixture.search(
            ("q", "أذربيجان"), ("facets", "year"), ("from", "1991"), ("to", "1991"))
        #expect(narrowed["page"]["total"].integer == 1)
        #expect(facet(narrowed, "year").count == 3)
    }

    @Test func `a search without time says so`() throws {
        let fixture = try SearchFixture(texts: (0..<200).map { "قطار \($0)" })
        let response = fixture.respond([("q", "قطار"), ("timeout_ms", "60000")])
        #expect(try response.object()["partial"].flag == false)
        #expect(response.fields[.eTag] != nil)
    }

    // MARK: Beside search

    @Test func `a text is taken apart`() throws {
        let fixture = try SearchFixture(texts: [])
        let answer = try fixture.fixture.post(
            "/v1/analyze", json: #"{"text":"😀 ولأذربيجان بالسفارة. Embassies"}"#
        ).object()
        let tokens = answer["tokens"].array
        #expect(tokens.map { $0["text"].string } == ["ولأذربيجان", "بالسفارة", "Embassies"])
        #expect(tokens[0]["span"].span == 2..<12)
        #expect(tokens[0]["folded"].string == "ولاذربيجان")
        #expect(tokens[1]["prefix"].string == "بال")
        #expect(tokens[1]["stem"].string == "سفار")
        #expect(tokens[1]["suffix"].string == "ه")
        #expect(tokens[2]["stem"].string == "embassi")
        #expect(answer["lang"].string == "ar")
        #expect(answer["sentences"].array.count == 2)
        let utf16 = try fixture.fixture.send(
            .post, "/v1/analyze?offset_unit=utf16", [.contentType: "application/json"],
            body: Array(#"{"text":"😀 ab","lang":"en"}"#.utf8)
        ).object()
        #expect(utf16["tokens"][0]["span"].span == 3..<5)
        for bad in ["{}", #"{"text":1}"#, #"{"text":"a","lang":"xx"}"#, #"{"text":"a","x":1}"#] {
            #expect(fixture.fixture.post("/v1/analyze", json: bad).status == .badRequest)
        }
    }

    @Test func `a beginning is completed by names and words`() throws {
        let fixture = try SearchFixture.named()
        let answer = try fixture.fixture.get("/v1/suggest?prefix=Azer").object()
        #expect(answer["entities"][0]["id"].string == "n_aze")
        let words = try fixture.fixture.get("/v1/suggest?prefix=" + SearchFixture.encoded("ثم ذل")).object()
        #expect(words["words"][0]["text"].string == "ثم ذلك")
        #expect(words["words"][0]["articles"].integer == 5)
    }

    // MARK: Anything

    @Test func `no query makes the service fail`() throws {
        let fixture = try SearchFixture.named()
        let pieces = [
            "(", ")", "\"", "«", "-", "*", " ", " ", "OR", "AND", "NEAR/2", "title:", "body:", "entity:",
            "date:", "lang:",
            "source:", "1992", "/", "..", "قال", "Azerbaijan", "states", "~", "[", "]", "{", "%", "?",
            "\u{200C}", "\u{0}",
        ]
        let limits: Set<String> = ["too_deep", "too_many_terms", "empty"]
        var generator = SeededGenerator(seed: 5)
        var found = 0
        for _ in 0..<200 {
            let text = (0..<Int.random(in: 1..<16, using: &generator))
                .map { _ in pieces[Int.random(in: 0..<pieces.count, using: &generator)] }.joined()
            let response = fixture.respond([("q", text), ("facets", "entity,year"), ("explain", "1")])
            if response.status == .ok {
                found += 1
            } else {
                #expect(response.status == .badRequest)
                #expect(limits.contains(try response.object()["errors"][0]["code"].string ?? ""))
            }
        }
        #expect(found > 100)
    }
}
