import AccessControl
import ArticleStore
import Articles
import Foundation
import HTTPServer
import HTTPTypes
import TarikhAPI
import Testing

/// Searches that are kept by a name.
struct SavedSearchTests {
    let fixture: Fixture

    init() throws { fixture = try Fixture() }

    private func put(_ id: String, _ json: String) -> Response {
        fixture.send(
            .put, "/v1/saved/" + id, [.contentType: "application/json"], body: Array(json.utf8))
    }

    private func post(_ text: String, source: String = "أ") throws -> String {
        let response = fixture.post(
            "/v1/articles", json: #"{"text":"\#(text)","source":"\#(source)"}"#)
        return try #require(try response.object()["id"].string, "\(response.text)")
    }

    @Test func `a search is kept, changed, listed and removed`() throws {
        let created = put(
            "embassy",
            #"{"title":"السفارات","query":{"q":"سفارة","source":["أ","!ب"],"typo":0,"explain":true}}"#)
        #expect(created.status == .created)
        #expect(created.fields[.location] == "/v1/saved/embassy")
        let stored = fixture.get("/v1/saved/embassy")
        #expect(stored.body == created.body)
        let object = try stored.object()
        #expect(object.keys == ["id", "title", "query", "changed_at", "results", "feed"])
        #expect(object["title"].string == "السفارات")
        #expect(object["query"]["q"].string == "سفارة")
        #expect(object["query"]["source"].array.map(\.string) == ["أ", "!ب"])
        #expect(object["query"]["typo"].string == "0" && object["query"]["explain"].string == "1")
        #expect(stored.text.contains("سفارة"))
        // What was answered may be sent back.
        #expect(put("embassy", stored.text).status == .ok)
        let changed = put("embassy", #"{"query":{"q":"وزير"}}"#)
        #expect(changed.status == .ok)
        #expect(try fixture.get("/v1/saved/embassy").object()["title"].string == "")
        #expect(put("a.b-c_1", #"{"query":{"q":"x"}}"#).status == .created)
        let list = try fixture.get("/v1/saved").object()
        #expect(list["items"].array.map { $0["id"].string } == ["a.b-c_1", "embassy"])
        #expect(list["page"]["total"].integer == 2)
        let first = try fixture.get("/v1/saved?limit=1").object()
        let cursor = try #require(first["page"]["next_cursor"].string)
        #expect(
            try fixture.get("/v1/saved?limit=1&cursor=" + cursor).object()["items"][0]["id"].string
                == "embassy")
        #expect(fixture.send(.delete, "/v1/saved/embassy").status == .noContent)
        #expect(fixture.send(.delete, "/v1/saved/embassy").status == .notFound)
        for suffix in ["", "/results", "/feed"] {
            #expect(fixture.get("/v1/saved/embassy" + suffix).status == .notFound)
        }
    }

    @Test func `a kept search outlives the service`() throws {
        let folder = fixture.folder + "-kept"
        defer { try? FileManager.default.removeItem(atPath: folder) }
        // The folder is locked as long as there is a store that writes to it.
        do {
            let store = try ArticleStore(folder: folder, access: .readWrite)
            #expect(try store.put(SavedSearch(id: "one", title: "أ", query: "q=x")) == .created)
            try store.close()
        }
        do {
            let store = try ArticleStore(folder: folder, access: .readWrite)
            #expect(try store.savedSearch("one")?.query == "q=x")
            #expect(try store.savedSearch("one")?.changedAt ?? 0 > 1_700_000_000)
            try store.close()
        }
        let reader = try ArticleStore(folder: folder, access: .readOnly)
        #expect(throws: StoreError.readOnly) { try reader.removeSavedSearch("one") }
        try reader.close()
    }

    @Test func `results are those of the search, page by page`() throws {
        var ids: Set<String> = []
        for number in 1...5 { ids.insert(try post("اجتماع رقم \(number)")) }
        _ = try post("اجتماع آخر", source: "ب")
        #expect(put("meetings", #"{"query":{"q":"اجتماع","source":"أ"}}"#).status == .created)
        let all = try fixture.get("/v1/saved/meetings/results").object()
        #expect(Set(all["items"].array.compactMap { $0["article_id"].string }) == ids)
        var seen: [String] = []
        var target: String? = "/v1/saved/meetings/results?limit=2"
        while let asked = target, seen.count < 20 {
            let answer = try fixture.get(asked).object()
            seen += answer["items"].array.compactMap { $0["article_id"].string }
            target = answer["page"]["next_cursor"].string.map {
                "/v1/saved/meetings/results?limit=2&cursor=" + $0
            }
        }
        #expect(seen.count == 5 && Set(seen) == ids)
        let link = fixture.get("/v1/saved/meetings/results?limit=2").fields.first {
            $0.name.canonicalName == "link"
        }
        let next = try #require(link.map { String($0.value.dropFirst().prefix { $0 != ">" }) })
        #expect(try fixture.get(next).object()["items"].array.count == 2)
        #expect(fixture.get("/v1/saved/meetings/results?q=x").status == .badRequest)
    }

    @Test func `a feed has the search's name and stays the same feed`() throws {
        _ = try post("اجتماع أول")
        #expect(put("meetings", #"{"title":"اجتماعات","query":{"q":"اجتماع"}}"#).status == .created)
        let host = try #require(HTTPField.Name("Host"))
        let json = fixture.get("/v1/saved/meetings/feed", [host: "tarikh.example"])
        let feed = try JSONFeedValidator.feed(json.body)
        #expect(feed["title"] as? String == "Tarikh: اجتماعات")
        #expect(
            feed["feed_url"] as? String == "http://tarikh.example/v1/saved/meetings/feed?format=jsonfeed")
        func atom() throws -> AtomValidator.Element {
            try AtomValidator.feed(
                fixture.get("/v1/saved/meetings/feed?format=atom", [host: "tarikh.example"]).body)
        }
        let before = try atom()
        _ = try post("اجتماع ثان")
        let after = try atom()
        #expect(before.text("id") == "tag:tarikh.invalid,2026:/v1/saved/meetings/feed")
        #expect(before.text("id") == after.text("id"))
        #expect(after.all("entry").count == before.all("entry").count + 1)
        // What was in memory is of the search as it was.
        #expect(put("meetings", #"{"query":{"q":"ثان"}}"#).status == .ok)
        #expect(try atom().all("entry").count == 1)
        #expect(try fixture.get("/v1/saved/meetings/results").object()["items"].array.count == 1)
    }

    @Test(arguments: [
        (#"{}"#, "/query"), (#"{"query":{}}"#, "/query/q"), (#"{"query":"q=a"}"#, "/query"),
        (#"{"query":{"q":"a","colour":"red"}}"#, "/query/colour"),
        (#"{"query":{"q":"a","limit":5}}"#, "/query/limit"),
        (#"{"query":{"q":"a","cursor":"x"}}"#, "/query/cursor"),
        (#"{"query":{"q":"a","op":"xor"}}"#, "/query/op"),
        (#"{"query":{"q":"a","from":"soon"}}"#, "/query/from"),
        (#"{"query":{"q":"(a","strict":1}}"#, "/query/q"), (#"{"query":{"q":["a","b"]}}"#, "/query/q"),
        (#"{"query":{"q":"a"},"colour":1}"#, "/colour"),
        (#"{"query":{"q":"a"},"title":"a\u0007"}"#, "/title"),
        (#"{"query":{"q":"a"},"title":"\#(String(repeating: "a", count: 401))"}"#, "/title"),
        (#"{"query":{"q":"a","from":false}}"#, "/query/from"),
        ("no json", ""),
    ])
    func `what is wrong is told with its place`(_ json: String, _ pointer: String) throws {
        let response = put("x", json)
        #expect(response.status == .badRequest, "\(response.text)")
        #expect(try response.object()["errors"][0]["pointer"].string == pointer, "\(response.text)")
        #expect(fixture.get("/v1/saved/x").status == .notFound)
    }

    @Test func `a query that is too long is not kept`() throws {
        let source = String(repeating: "a", count: 5000)
        let response = put("x", #"{"query":{"q":"a","source":"\#(source)"}}"#)
        #expect(response.status == .unprocessableContent)
        #expect(try response.object()["errors"][0]["pointer"].string == "/query")
    }

    @Test func `ids are plain and there is an end to their number`() throws {
        for id in ["%20", "a%2Fb", "%D8%A3", String(repeating: "a", count: 41)] {
            #expect(put(id, #"{"query":{"q":"a"}}"#).status == .badRequest, "\(id)")
        }
        for number in 0..<SavedSearch.most {
            let search = SavedSearch(id: "s\(number)", title: "", query: "q=a")
            #expect(try fixture.store.put(search) == .created)
        }
        #expect(put("more", #"{"query":{"q":"a"}}"#).status == .unprocessableContent)
        #expect(put("s7", #"{"query":{"q":"b"}}"#).status == .ok)
    }

    @Test func `keys read, curate and see what is theirs`() throws {
        let fixture = try Fixture(keys: [
            try KeyGrant(scopes: [.read, .write, .curate]), try KeyGrant(scopes: [.read]),
            try KeyGrant(scopes: [.read], sources: ["أ"]),
        ])
        let (all, reader, part) = (fixture.secrets[0], fixture.secrets[1], fixture.secrets[2])
        var ids: [String] = []
        for source in ["أ", "ب"] {
            let json = #"{"text":"اجتماع \#(source)","source":"\#(source)"}"#
            let response = fixture.send(.post, "/v1/articles", key: all, json: json)
            ids.append(try #require(try response.object()["id"].string))
        }
        let body = #"{"query":{"q":"اجتماع"}}"#
        #expect(fixture.send(.put, "/v1/saved/x", key: reader, json: body).status == .forbidden)
        #expect(fixture.send(.put, "/v1/saved/x", json: body).status == .unauthorized)
        #expect(fixture.send(.put, "/v1/saved/x", key: all, json: body).status == .created)
        #expect(fixture.send(.delete, "/v1/saved/x", key: reader).status == .forbidden)
        func found(_ target: String, _ key: String, _ name: String) throws -> Set<String> {
            Set(
                try fixture.send(.get, target, key: key).object()["items"].array.compactMap {
                    $0[name].string
                })
        }
        for (target, name) in [("/v1/saved/x/results", "article_id"), ("/v1/saved/x/feed", "id")] {
            #expect(try found(target, reader, name) == Set(ids))
            #expect(try found(target, part, name) == [ids[0]])
            #expect(try found(target + "?source=%D8%A8", part, name) == [])
        }
        let feed = "/v1/search/feed?q=%D8%A7%D8%AC%D8%AA%D9%85%D8%A7%D8%B9"
        #expect(try found(feed, reader, "id") == Set(ids))
        #expect(try found(feed, part, "id") == [ids[0]])
        #expect(fixture.send(.get, "/v1/saved", key: part).status == .forbidden)
    }
}

extension Fixture {
    /// Without a key.
    fileprivate func send(_ method: HTTPRequest.Method, _ target: String, json: String) -> Response {
        send(method, target, [.contentType: "application/json"], body: Array(json.utf8))
    }
}
