import ArticleStore
import Articles
import HTTPServer
import HTTPTypes
import TarikhAPI
import Testing
import TextAnalysis

/// Making, describing, merging and splitting entities, undoing it, and the log of it.
struct EntityCurationRouteTests {
    let fixture: Fixture

    init() throws {
        fixture = try Fixture()
        let names = [("n_omar", "عمر حداد"), ("n_salim", "سالم قاسم")]
        let articles = (0..<4).map { number in
            var sample = Fixture.article("كلمة\(number)", year: 1990 + number)
            let (id, name) = names[number / 3]
            let text = Array("\(name) كلمة في عام \(1990 + number)".utf8)
            let range = 0..<name.utf8.count
            sample.article = Article(
                text: text, language: .arabic, direction: .rightToLeft,
                blocks: [
                    Block(kind: .paragraph, range: 0..<text.count, language: .arabic, direction: .rightToLeft)
                ])
            sample.annotations = Annotations(
                entities: [Entity(id: id, kind: .person, label: name, labelLanguage: .arabic)],
                mentions: [
                    Mention(
                        range: range, kind: .person, entityID: id, form: .name, block: 0, confidence: 0.9,
                        rule: "title")
                ])
            return sample
        }
        _ = try fixture.store.insert(articles)
    }

    private func send(
        _ method: HTTPRequest.Method, _ target: String, _ body: String, _ fields: HTTPFields = [:]
    ) -> Response {
        var fields = fields
        fields[.contentType] = "application/json"
        return fixture.send(method, target, fields, body: Array(body.utf8))
    }

    private func patch(_ id: String, _ body: String) -> Response {
        send(.patch, "/v1/entities/" + id, body, [.ifMatch: "*"])
    }

    private func mentions(_ id: String) throws -> [String] {
        try fixture.get("/v1/entities/\(id)/mentions").object()["items"].array.compactMap { $0["id"].string }
    }

    private func found(_ query: String) throws -> [String?] {
        try fixture.get("/v1/entities?" + query).object()["items"].array.map { $0["id"].string }
    }

    @Test func `an entity is made and found at once`() throws {
        let body = """
            {"type":"org","subtype":"party","labels":{"ar":"حزب الفجر","en":"Dawn Party"},
            "aliases":["DP",{"text":"الفجر","lang":"ar","kind":"acronym"}],
            "external":{"wikidata":"Q123456789","viaf":"77"},"reason":"new"}
            """
        let response = send(.post, "/v1/entities", body)
        #expect(response.status == .created)
        let made = try response.object()
        let id = try #require(made["id"].string)
        #expect(response.fields[.location] == "/v1/entities/" + id)
        #expect(made["type"].string == "org" && made["subtype"].string == "party")
        #expect(made["label"]["text"].string == "حزب الفجر" && made["label"]["lang"].string == "ar")
        #expect(made["labels"].array.map { $0["text"].string } == ["حزب الفجر", "Dawn Party"])
        #expect(made["external"]["wikidata"].string == "Q123456789")
        #expect(made["external"]["viaf"].string == "77" && made["external"]["iso3166"].value == nil)
        #expect(made["articles"].integer == 0)
        #expect(made["operation"]["kind"].string == "create" && made["operation"]["reason"].string == "new")
        #expect(
            made["operation"]["changes"]["aliases"]["add"].array.map { $0["text"].string } == ["DP", "الفجر"])
        #expect(made["etag"].string == response.fields[.eTag])
        for query in ["q=dawn", "q=DP", "q=Dawn%20Party"] { #expect(try found(query) == [id], "\(query)") }

        // An article that names it means it.
        let text = Array("أعلن حزب الفجر برنامجه.".utf8)
        _ = fixture.send(.post, "/v1/articles", [.contentType: "text/plain"], body: text)
        #expect(send(.post, "/v1/entities", body).status == .conflict)
        let articles = try fixture.get("/v1/articles?entity=Dawn%20Party").object()
        let named = try fixture.get("/v1/entities/" + id).object()["articles"].integer
        #expect(articles["page"]["total"].integer == named)

        let undo = try #require(made["undo"].string)
        #expect(fixture.send(.post, undo).status == .ok)
        #expect(try found("q=Dawn%20Party") == [])
        #expect(try fixture.store.check() == [])
    }

    @Test func `an entity is described anew if it is what was seen`() throws {
        let before = try fixture.get("/v1/entities/n_omar").object()
        let etag = try #require(before["etag"].string)
        #expect(send(.patch, "/v1/entities/n_omar", #"{"type":"org"}"#).status.code == 428)
        #expect(
            send(.patch, "/v1/entities/n_omar", #"{"type":"org"}"#, [.ifMatch: "\"n_omar.1\""]).status.code
                == 412)
        let body = """
            {"type":"product","label":{"text":"كتاب عمر","lang":"ar"},"labels":{"en":"Omar's Book","fa":null},
            "aliases":{"add":[{"text":"OB","lang":"en","kind":"acronym"}],"remove":["عمر حداد"]},"external":{"wikidata":"Q9"},
            "reason":"a book"}
            """
        let response = send(.patch, "/v1/entities/n_omar", body, [.ifMatch: etag])
        #expect(response.status == .ok)
        let after = try response.object()
        #expect(after["id"].string == "n_omar" && after["type"].string == "product")
        #expect(after["label"]["text"].string == "كتاب عمر")
        #expect(after["labels"].array.map { $0["text"].string } == ["كتاب عمر", "Omar's Book"])
        #expect(after["aliases"].array.map { $0["text"].string } == ["OB", "Omar's Book"])
        #expect(after["articles"].integer == 3 && after["external"]["wikidata"].string == "Q9")
        let changes = after["operation"]["changes"]
        #expect(changes.keys == ["type", "label", "labels", "aliases", "external"])
        #expect(changes["labels"].keys == ["en", "fa"] && changes["labels"]["fa"].value == nil)
        #expect(try found("q=OB&type=product") == ["n_omar"])
        #expect(try found("q=%D8%B9%D9%85%D8%B1%20%D8%AD%D8%AF%D8%A7%D8%AF") == [])
        #expect(try fixture.get("/v1/articles?entity=OB").object()["page"]["total"].integer == 3)
        #expect(send(.patch, "/v1/entities/n_omar", #"{"type":"org"}"#, [.ifMatch: etag]).status.code == 412)

        // The ETag of the answer, and that of the field, will do for the next; so will a list that replaces all aliases.
        let next = try #require(response.fields[.eTag])
        let list = #"{"aliases":["OB","Book of Omar"]}"#
        let replaced = try send(.patch, "/v1/entities/n_omar", list, [.ifMatch: next]).object()
        #expect(replaced["aliases"].array.map { $0["text"].string } == ["Book of Omar", "OB", "Omar's Book"])
        #expect(replaced["aliases"][1]["kind"].string == "acronym")
        let field = try #require(fixture.get("/v1/entities/n_omar").fields[.eTag])
        #expect(send(.patch, "/v1/entities/n_omar", #"{"subtype":"book"}"#, [.ifMatch: field]).status == .ok)

        // Undone one after the other, it is as it was.
        for operation in ["o_1", "o_2", "o_3"] {
            #expect(fixture.send(.post, "/v1/curation/\(operation)/undo").status == .ok)
        }
        #expect(try fixture.get("/v1/entities/n_omar").object()["etag"].string == etag)
        #expect(try fixture.store.check() == [])
    }

    @Test func `merged entities are one until it is undone`() throws {
        let response = send(
            .post, "/v1/entities/n_salim/merge", #"{"from":["n_omar"],"reason":"a pen name"}"#)
        #expect(response.status == .ok)
        let merge = try response.object()
        #expect(merge.keys == ["operation", "undo", "events", "entities"])
        let operation = merge["operation"]
        #expect(operation["subject"].string == "entity" && operation["entity_id"].string == "n_salim")
        #expect(operation["from"].array.map(\.string) == ["n_omar"] && operation["event_id"].value == nil)
        #expect(operation["ids"].value == nil && operation["mentions"].value == nil)
        #expect(merge["entities"].array.map { $0["id"].string } == ["n_salim"])
        #expect(merge["entities"][0]["articles"].integer == 4)
        #expect(merge["entities"][0]["merged_from"][0]["id"].string == "n_omar")
        for suffix in ["", "/mentions", "/articles"] {
            let moved = fixture.get("/v1/entities/n_omar" + suffix)
            #expect(moved.status.code == 308)
            #expect(moved.fields[.location] == "/v1/entities/n_salim" + suffix)
        }
        let again = patch("n_omar", #"{"type":"org"}"#)
        #expect(again.status.code == 308 && again.fields[.location] == "/v1/entities/n_salim")
        let search = "/v1/search?q=%D9%83%D9%84%D9%85%D8%A9&entity="
        #expect(try fixture.get(search + "n_omar").object()["page"]["total"].integer == 4)

        let undone = try fixture.send(.post, merge["undo"].string ?? "").object()
        #expect(Set(undone["entities"].array.map { $0["id"].string }) == ["n_salim", "n_omar"])
        #expect(try fixture.get(search + "n_omar").object()["page"]["total"].integer == 3)
        #expect(fixture.get("/v1/entities/n_omar").status == .ok)
        let log = try fixture.get("/v1/curation?subject=entity").object()["items"].array
        #expect(log.map { $0["kind"].string } == ["undo", "merge"])
        #expect(try fixture.get("/v1/curation?subject=event").object()["items"].array.isEmpty)
        #expect(try fixture.get("/v1/curation?kind=merge,create").object()["page"]["total"].integer == 1)
        #expect(try fixture.store.check() == [])
    }

    @Test func `mentions are split off`() throws {
        let all = try mentions("n_omar")
        let response = send(.post, "/v1/entities/n_omar/split", #"{"mentions":["\#(all[0])"]}"#)
        let split = try response.object()
        #expect(split["operation"]["mentions"].array.map(\.string) == [all[0]])
        let parts = split["entities"].array
        #expect(parts.count == 2 && parts[0]["id"].string == "n_omar")
        #expect(try mentions(parts[1]["id"].string ?? "") == [all[0]])
        #expect(try mentions("n_omar") == Array(all.dropFirst()))
        #expect(try fixture.store.check() == [])
    }

    @Test func `what is wrong with a body is said where it is`() throws {
        let own = try mentions("n_omar")
        let foreign = try mentions("n_salim")[0]
        let long = String(repeating: "x", count: 401)
        let rows: [(HTTPRequest.Method, String, String, Int, String)] = [
            (.post, "", #"{"label":"x"}"#, 400, "/type"),
            (.post, "", #"{"type":"org"}"#, 400, "/label"),
            (.post, "", #"{"type":"river","label":"x"}"#, 400, "/type"),
            (.post, "", #"{"type":7,"label":"x"}"#, 400, "/type"),
            (.post, "", #"{"type":"org","label":"—"}"#, 400, "/label"),
            (.post, "", #"{"type":"org","label":{"lang":"en"}}"#, 400, "/label/text"),
            (.post, "", #"{"type":"org","labels":{"xx":"x"}}"#, 400, "/labels/xx"),
            (.post, "", #"{"type":"org","labels":{"en":7}}"#, 400, "/labels/en"),
            (
                .post, "", #"{"type":"org","label":"x","aliases":["a",{"text":"b","kind":"nick"}]}"#, 400,
                "/aliases/1/kind"
            ),
            (.post, "", #"{"type":"org","label":"x","aliases":["\#(long)"]}"#, 400, "/aliases/0"),
            (.post, "", #"{"type":"org","label":"x","aliases":{"del":[]}}"#, 400, "/aliases/del"),
            (.post, "", #"{"type":"org","label":"x","aliases":{"add":[7]}}"#, 400, "/aliases/add/0"),
            (
                .post, "", #"{"type":"org","label":"x","external":{"wikidata":"227"}}"#, 400,
                "/external/wikidata"
            ),
            (.post, "", #"{"type":"org","label":"x","external":{"A b":"1"}}"#, 400, "/external/A b"),
            (.post, "", #"{"type":"org","label":"x","nick":"y"}"#, 400, "/nick"),
            (.post, "", #"{"type":"org","label":"x","reason":7}"#, 400, "/reason"),
            (.post, "", "[]", 400, ""),
            (.post, "", "{", 400, ""),
            (.patch, "/n_omar", "{}", 400, ""),
            (.patch, "/n_omar", #"{"labels":{"ar":null}}"#, 400, "/labels/ar"),
            (.patch, "/n_omar", #"{"aliases":{"remove":["x","عمر حداد"]}}"#, 400, "/aliases/remove/1"),
            (.patch, "/n_omar", #"{"subtype":"A-B"}"#, 400, "/subtype"),
            (.post, "/n_omar/merge", #"{"from":["n_salim","n_zz"]}"#, 404, "/from/1"),
            (.post, "/n_omar/merge", #"{"from":["n_omar"]}"#, 422, "/from/0"),
            (.post, "/n_omar/merge", #"{"ids":["n_salim"]}"#, 400, "/ids"),
            (.post, "/n_omar/merge", #"{"from":[]}"#, 400, "/from"),
            (.post, "/n_omar/merge", #"{"from":["n salim"]}"#, 400, "/from/0"),
            (.post, "/n_omar/split", #"{"mentions":["\#(own[0])","m_zz_0"]}"#, 404, "/mentions/1"),
            (.post, "/n_omar/split", #"{"mentions":["\#(foreign)"]}"#, 422, "/mentions/0"),
            (
                .post, "/n_omar/split", #"{"mentions":["\#(own.joined(separator: #"",""#))"]}"#, 422,
                "/mentions/0"
            ),
        ]
        for (method, path, body, status, pointer) in rows {
            let response = send(method, "/v1/entities" + path, body, [.ifMatch: "*"])
            #expect(response.status.code == status, "\(body.prefix(90))")
            #expect(response.fields[.contentType] == "application/problem+json", "\(body.prefix(90))")
            #expect(try response.object()["errors"][0]["pointer"].string == pointer, "\(body.prefix(90))")
        }
        #expect(patch("n_zz", #"{"type":"org"}"#).status == .notFound)
        #expect(send(.post, "/v1/entities/n_zz/merge", #"{"from":["n_omar"]}"#).status == .notFound)
        #expect(try fixture.get("/v1/curation").object()["page"]["total"].integer == 0)
    }

    @Test func `who may not write may not curate`() throws {
        let origin: HTTPFields = [.origin: "https://example.org"]
        for (method, path) in [(HTTPRequest.Method.post, ""), (.patch, "/n_omar"), (.post, "/n_omar/merge")] {
            #expect(send(method, "/v1/entities" + path, "{}", origin).status == .forbidden)
        }
    }
}
