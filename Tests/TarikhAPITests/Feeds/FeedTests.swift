import AccessControl
import ArticleStore
import Articles
import Foundation
import HTTPServer
import HTTPTypes
import TarikhAPI
import Testing

/// What searches and the timeline are as feeds.
struct FeedTests {
    let fixture: Fixture

    init() throws {
        fixture = try Fixture()
        _ = try fixture.store.insert(try SampleEvents.all())
    }

    private func get(_ target: String) throws -> Response {
        let response = fixture.get(target, [try #require(HTTPField.Name("Host")): "tarikh.example"])
        try #require(response.status == .ok, "\(response.text)")
        return response
    }

    private static func post(_ text: String, _ more: String = "", to fixture: Fixture) throws -> String {
        let response = fixture.post("/v1/articles", json: "{\"text\":\"\(text)\"\(more)}")
        return try #require(try response.object()["id"].string, "\(response.text)")
    }

    // MARK: Timeline

    @Test func `the timeline is a feed by RFC 4287`() throws {
        let response = try get("/v1/timeline?format=atom&limit=100")
        #expect(response.fields[.contentType] == "application/atom+xml; charset=utf-8")
        let feed = try AtomValidator.feed(response.body)
        let entries = feed.all("entry")
        #expect(entries.count == 16)
        #expect(
            feed.all("link")[0].attributes["href"]
                == "http://tarikh.example/v1/timeline?format=atom&limit=100")
        let opening = try #require(entries.first { $0.text("title")?.hasPrefix("1869-11-17 · ") == true })
        #expect(opening.text("title") == "1869-11-17 · افتتاح «قناة»، ثانٍ; ثالث, \\ رابع")
        #expect(opening.attributes.values.contains("ar"))
        #expect(opening.all("category").compactMap { $0.attributes["term"] } == ["opening", "القاهرة"])
        #expect(opening.text("id")?.hasPrefix("tag:tarikh.invalid,2026:e_") == true)
        let links = opening.all("link").compactMap { $0.attributes["href"] }
        #expect(links[0].hasPrefix("http://tarikh.example/?view=event&event=e_"))
        #expect(links[1].hasPrefix("http://tarikh.example/v1/events/e_"))
        #expect(entries.contains { $0.text("content")?.contains("<b>&\"'</b>") == true })
        #expect(!response.text.contains("\u{7}"))
    }

    @Test func `pages of the timeline lead on`() throws {
        let first = try AtomValidator.feed(try get("/v1/timeline?format=atom&limit=10").body)
        let next = first.all("link").first { $0.attributes["rel"] == "next" }?.attributes["href"]
        let second = try AtomValidator.feed(
            try get(try #require(next?.replacing("http://tarikh.example", with: ""))).body)
        let ids = (first.all("entry") + second.all("entry")).compactMap { $0.text("id") }
        #expect(Set(ids).count == 16)
    }

    @Test func `an empty timeline is a feed`() throws {
        let fixture = try Fixture()
        let feed = try AtomValidator.feed(fixture.get("/v1/timeline?format=atom").body)
        #expect(feed.all("entry").isEmpty)
        #expect(feed.text("updated") == "1970-01-01T00:00:00Z")
    }

    // MARK: Search

    @Test func `a search is a feed of the newest, with all the words`() throws {
        let fixture = try Fixture()
        let more =
            #","title":"عنوان أول","source":"وكالة \"أ\" & <ب>","url":"https://news.example/a?b=1&c=2","published_at":"2024-02-29T10:00:00Z","tags":["سياسة","<x>"]"#
        let first = try Self.post("اجتماع السفير في القاهرة", more, to: fixture)
        let second = try Self.post("السفير وصل", to: fixture)
        let third = try Self.post("السفير يعقد اجتماع ثان", to: fixture)
        let query = "q=%D8%A7%D8%AC%D8%AA%D9%85%D8%A7%D8%B9%20%D8%A7%D9%84%D8%B3%D9%81%D9%8A%D8%B1"
        let host = try #require(HTTPField.Name("Host"))
        let json = fixture.get("/v1/search/feed?" + query, [host: "tarikh.example"])
        #expect(json.fields[.contentType] == "application/feed+json")
        _ = try JSONFeedValidator.feed(json.body)
        let items = try json.object()["items"].array
        #expect(items.map { $0["id"].string } == [third, first])
        #expect(items[1]["title"].string == "عنوان أول")
        #expect(items[1]["external_url"].string == "https://news.example/a?b=1&c=2")
        #expect(items[1]["url"].string == "http://tarikh.example/?view=article&article=" + first)
        #expect(items[1]["_tarikh"]["url"].string == "http://tarikh.example/v1/articles/" + first)
        #expect(items[1]["date_published"].string == "2024-02-29T10:00:00Z")
        #expect(items[1]["authors"][0]["name"].string == "وكالة \"أ\" & <ب>")
        #expect(items[0]["date_published"].value == nil)

        let response = fixture.get("/v1/search/feed?format=atom&" + query, [host: "tarikh.example"])
        let atom = try AtomValidator.feed(response.body)
        #expect(
            atom.all("entry").compactMap { $0.text("id") }
                == [third, first].map { "tag:tarikh.invalid,2026:" + $0 })
        let entry = atom.all("entry")[1]
        #expect(entry.all("author")[0].text("name") == "وكالة \"أ\" & <ب>")
        #expect(entry.text("published") == "2024-02-29T10:00:00Z")
        #expect(entry.all("category").compactMap { $0.attributes["term"] } == ["سياسة", "<x>"])
        #expect(!response.text.contains("<x>"))

        let any = try fixture.get("/v1/search/feed?op=or&" + query).object()["items"].array
        #expect(Set(any.compactMap { $0["id"].string }) == [first, second, third])
        #expect(try fixture.get("/v1/search/feed?limit=1&" + query).object()["items"].array.count == 1)
        #expect(
            try fixture.get("/v1/search/feed?q=title:%D8%B9%D9%86%D9%88%D8%A7%D9%86").object()["items"].array
                .count == 1)
    }

    @Test func `an address that is none is no link`() throws {
        let fixture = try Fixture()
        var metadata = ArticleMetadata()
        metadata.url = "javascript:alert(1)"
        let date = try SampleEvents.date("1992", "1992-01-01", "1992-12-31", .year)
        _ = try fixture.store.insert([SampleEvents.event("افتتاح", date, metadata: metadata)])
        for format in ["atom", "jsonfeed"] {
            let response = fixture.get(
                "/v1/search/feed?q=%D8%A7%D9%81%D8%AA%D8%AA%D8%A7%D8%AD&format=" + format)
            #expect(response.text.contains("a_1"))
            #expect(!response.text.contains("javascript"))
        }
    }

    @Test func `a long text is cut at a character`() throws {
        let fixture = try Fixture()
        _ = try Self.post("كلمة" + String(repeating: "ا", count: 5000), to: fixture)
        _ = try Self.post("x كلمة" + String(repeating: "ا", count: 5000), to: fixture)
        let items = try fixture.get("/v1/search/feed?q=%D9%83%D9%84%D9%85%D8%A9*").object()["items"].array
        #expect(items.count == 2)
        for item in items {
            let text = try #require(item["content_text"].string)
            #expect(text.hasSuffix("ا…") && text.utf8.count <= 2003 && !text.contains("\u{fffd}"))
        }
    }

    @Test func `a feed is new when an article comes, and in memory until then`() throws {
        let fixture = try Fixture()
        _ = try Self.post("اجتماع أول", to: fixture)
        let target = "/v1/search/feed?q=%D8%A7%D8%AC%D8%AA%D9%85%D8%A7%D8%B9"
        let first = fixture.get(target)
        #expect(fixture.get(target, [.ifNoneMatch: first.fields[.eTag] ?? ""]).status == .notModified)
        _ = try Self.post("اجتماع ثان", to: fixture)
        let second = fixture.get(target, [.ifNoneMatch: first.fields[.eTag] ?? ""])
        #expect(second.status == .ok)
        #expect(try second.object()["items"].array.count == 2)
    }

    @Test(arguments: [
        ("", "q"), ("q=a&limit=0", "limit"), ("q=a&limit=201", "limit"), ("q=a&cursor=x", "cursor"),
        ("q=a&facets=source", "facets"), ("q=a&op=xor", "op"), ("q=a&from=soon", "from"),
    ])
    func `what is wrong is said`(_ query: String, _ parameter: String) throws {
        let response = fixture.get("/v1/search/feed?" + query)
        #expect(response.status == .badRequest)
        #expect(try response.object()["errors"][0]["parameter"].string == parameter)
        #expect(fixture.get("/v1/search/feed?q=a&format=rss").status == .notAcceptable)
    }
}
