import AccessControl
import Foundation
import HTTPServer
import HTTPTypes
import TarikhAPI
import TestSupport
import Testing

struct FeedRouteTests {
    @Test func `without a word of it nothing is fetched, whoever asks`() throws {
        let fixture = try Fixture()
        for response in [
            fixture.get("/v1/feeds"), fixture.post("/v1/feeds", json: #"{"url":"https://example.org/"}"#),
            fixture.get("/v1/feeds/f_1"), fixture.send(.delete, "/v1/feeds/f_1"),
            fixture.post("/v1/feeds/f_1/poll", json: ""),
        ] {
            #expect(response.status == .forbidden)
            let problem = try response.object()
            #expect(problem["code"].string == "fetching_off")
            #expect(problem["detail"].string?.contains("--feeds") == true)
        }
        #expect(!FileManager.default.fileExists(atPath: fixture.folder + "/feeds.sqlite"))
        #expect(fixture.get("/v1/problems/fetching_off").status == .ok)
    }

    @Test func `feeds take the scope admin`() throws {
        let fixture = try Fixture(keys: [
            try KeyGrant(scopes: [.read, .write, .curate, .export, .metrics]), try KeyGrant(scopes: [.admin]),
        ]) { $0.fetch = true }
        let body = #"{"url":"https://example.org/rss?token=secret"}"#
        #expect(fixture.send(.get, "/v1/feeds", key: fixture.secrets[0]).status == .forbidden)
        #expect(fixture.send(.post, "/v1/feeds", key: fixture.secrets[0], json: body).status == .forbidden)
        #expect(fixture.send(.post, "/v1/feeds", key: fixture.secrets[1], json: body).status == .created)
        #expect(fixture.send(.delete, "/v1/feeds/f_1", key: fixture.secrets[0]).status == .forbidden)
        let audit = try fixture.send(.get, "/v1/audit", key: fixture.secrets[1]).object()
        #expect(audit["items"].array.map { $0["subject"].string }.contains("f_1"))
    }

    /// Not started, so nothing is polled.
    @Test func `a feed is added, listed and taken away`() throws {
        let fixture = try Fixture { $0.fetch = true }
        let made = fixture.post(
            "/v1/feeds",
            json: #"{"url":"HTTPS://Example.org/rss","source":"وكالة","interval":60,"pages":true}"#)
        #expect(made.status == .created)
        let feed = try made.object()
        let id = try #require(feed["id"].string)
        #expect(made.fields[.location] == "/v1/feeds/" + id)
        #expect(feed["url"].string == "https://example.org/rss")
        #expect(feed["source"].string == "وكالة")
        #expect(feed["interval"].integer == 60)
        #expect(feed["pages"].flag == true && feed["fixed"].flag == false && feed["polling"].flag == false)
        #expect(feed["failures"].integer == 0 && feed["articles"].integer == 0)
        #expect(feed["next_at"].string == feed["created_at"].string)
        #expect(
            feed.keys == [
                "id", "url", "source", "interval", "pages", "fixed", "created_at", "polling", "polled_at",
                "succeeded_at", "next_at", "status", "failures", "error", "articles", "etag", "last_modified",
            ])
        #expect(
            fixture.post("/v1/feeds", json: #"{"url":"https://example.org:443/rss"}"#).status == .conflict)
        #expect(fixture.post("/v1/feeds", json: #"{"url":"https://example.org/b"}"#).status == .created)
        let list = try fixture.get("/v1/feeds?limit=1").object()
        #expect(list["items"].array.map { $0["id"].string } == [id])
        #expect(list["page"]["total"].integer == 2)
        let cursor = try #require(list["page"]["next_cursor"].string)
        let rest = try fixture.get("/v1/feeds?limit=1&cursor=" + cursor).object()
        #expect(rest["items"][0]["interval"].integer == 900)
        #expect(fixture.post("/v1/feeds/\(id)/poll", json: "").status == .accepted)
        #expect(fixture.send(.delete, "/v1/feeds/" + id).status == .noContent)
        #expect(fixture.send(.delete, "/v1/feeds/" + id).status == .notFound)
        #expect(fixture.get("/v1/feeds/" + id).status == .notFound)
        #expect(fixture.post("/v1/feeds/\(id)/poll", json: "").status == .notFound)
    }

    @Test(arguments: [
        ("{}", "/url"), (#"{"url":3}"#, "/url"), (#"{"url":"file:///etc/passwd"}"#, "/url"),
        (#"{"url":"http://2130706433/"}"#, "/url"), (#"{"url":"http://127.0.0.1/"}"#, "/url"),
        (#"{"url":"http://[::ffff:10.0.0.1]/"}"#, "/url"), (#"{"url":"http://a:b@example.org/"}"#, "/url"),
        (#"{"url":"http://example.org:22/"}"#, "/url"),
        (#"{"url":"http://a.org/","interval":59}"#, "/interval"),
        (#"{"url":"http://a.org/","interval":"60"}"#, "/interval"),
        (#"{"url":"http://a.org/","page":true}"#, "/page"),
        ("[", ""),
    ])
    func `what is wrong is named`(_ body: String, _ pointer: String) throws {
        let fixture = try Fixture { $0.fetch = true }
        let response = fixture.post("/v1/feeds", json: body)
        #expect(response.status == .badRequest)
        #expect(try response.object()["errors"][0]["pointer"].string == pointer)
        #expect(try fixture.get("/v1/feeds").object()["items"].array.isEmpty)
    }
}
