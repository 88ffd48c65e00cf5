import AccessControl
import Foundation
import HTTPServer
import HTTPTypes
import Testing

struct KeyRouteTests {
    private func admin() throws -> Fixture {
        try Fixture(keys: [try KeyGrant(name: "root", scopes: [.admin])])
    }

    @Test func `a key is made, shown once, listed and taken away`() throws {
        let fixture = try admin()
        let root = fixture.secrets[0]
        let body =
            #"{"name":"feed","scopes":["write","read"],"sources":["وكالة"],"rate":60,"expires_at":"2999-01-01"}"#
        let made = fixture.send(.post, "/v1/keys", key: root, json: body)
        #expect(made.status == .created)
        #expect(made.fields[.cacheControl] == "no-store")
        let key = try made.object()
        let id = try #require(key["id"].string)
        let secret = try #require(key["secret"].string)
        #expect(made.fields[.location] == "/v1/keys/" + id)
        #expect(key["scopes"].array.compactMap(\.string) == ["read", "write"])
        #expect(key["sources"][0].string == "وكالة")
        #expect(key["expires_at"].string == "2999-01-01T00:00:00Z")
        #expect(fixture.send(.get, "/v1/articles", key: secret).status == .ok)

        let listed = fixture.send(.get, "/v1/keys", key: root)
        #expect(try listed.object()["items"].array.map { $0["name"].string } == ["root", "feed"])
        #expect(try listed.object()["page"]["total"].integer == 2)
        let one = fixture.send(.get, "/v1/keys/" + id, key: root)
        #expect(one.status == .ok)
        for response in [listed, one] {
            #expect(!response.text.contains(secret) && !response.text.contains("secret"))
        }
        #expect(fixture.send(.delete, "/v1/keys/" + id, key: root).status == .noContent)
        #expect(fixture.send(.delete, "/v1/keys/" + id, key: root).status == .notFound)
        #expect(fixture.send(.get, "/v1/keys/" + id, key: root).status == .notFound)
        #expect(fixture.send(.get, "/v1/articles", key: secret).status == .unauthorized)
    }

    @Test func `the first key is made from this machine, and shuts the door`() throws {
        let fixture = try Fixture()
        #expect(fixture.get("/v1/stats").status == .ok)
        #expect(fixture.send(.post, "/v1/keys", [.origin: "https://evil.example"]).status == .forbidden)
        let made = fixture.post("/v1/keys", json: #"{"scopes":["read"]}"#)
        #expect(made.status == .created)
        #expect(fixture.get("/v1/stats").status == .unauthorized)
        let secret = try #require(try made.object()["secret"].string)
        #expect(fixture.send(.get, "/v1/stats", key: secret).status == .ok)
    }

    /// As `tarikh keys` does while the service runs.
    @Test func `keys that others add and remove are noticed within two seconds`() throws {
        let fixture = try Fixture()
        let store = try KeyStore(folder: fixture.folder)
        let (key, secret) = try store.add(try KeyGrant(scopes: [.read]), at: 0)
        func waits(for status: Int, key: String) -> Bool {
            let end = Date().addingTimeInterval(2)
            while Date() < end {
                if fixture.send(.get, "/v1/stats", key: key).status.code == status { return true }
                Thread.sleep(forTimeInterval: 0.02)
            }
            return false
        }
        #expect(waits(for: 200, key: secret.text))
        _ = try store.add(try KeyGrant(scopes: [.read]), at: 0)
        _ = try store.remove(key.id)
        #expect(waits(for: 401, key: secret.text))
    }

    @Test(arguments: [
        (#"{}"#, "/scopes"), (#"{"scopes":[]}"#, "/scopes"), (#"{"scopes":["reed"]}"#, "/scopes/0"),
        (#"{"scopes":"read"}"#, "/scopes"), (#"{"scopes":["read"],"rate":0}"#, "/rate"),
        (#"{"scopes":["read"],"sources":["a,b"]}"#, "/sources"),
        (#"{"scopes":["read"],"expires_at":"soon"}"#, "/expires_at"),
        (#"{"scopes":["read"],"expires_at":"2001-01-01"}"#, "/expires_at"),
        (#"{"scopes":["read"],"colour":1}"#, "/colour"), ("no", ""),
    ])
    func `what a key can't be is told with its place`(_ json: String, _ pointer: String) throws {
        let fixture = try admin()
        let response = fixture.send(.post, "/v1/keys", key: fixture.secrets[0], json: json)
        #expect(response.status == .badRequest)
        #expect(try response.object()["errors"][0]["pointer"].string == pointer)
    }

    @Test func `writes are written down`() throws {
        let fixture = try Fixture(keys: [
            try KeyGrant(scopes: [.admin]), try KeyGrant(scopes: [.write, .read]),
        ])
        let (root, feed) = (fixture.secrets[0], fixture.secrets[1])
        let posted = fixture.send(.post, "/v1/articles", key: feed, json: #"{"text":"سفارة"}"#)
        let article = try #require(try posted.object()["id"].string)
        _ = fixture.send(.post, "/v1/events/e_1/merge", key: feed, json: #"{"ids":["e_2"]}"#)
        _ = fixture.send(.delete, "/v1/articles/" + article, key: feed)
        // Reading, previews and strangers leave no trace.
        _ = fixture.send(.get, "/v1/articles", key: feed)
        _ = fixture.send(.post, "/v1/parse", key: feed, json: #"{"text":"a"}"#)
        _ = fixture.send(.delete, "/v1/articles/a_1", key: "wrong")
        _ = fixture.post("/v1/articles", json: #"{"text":"a"}"#)

        let log = fixture.send(.get, "/v1/audit?limit=2", key: root)
        let page = try log.object()
        #expect(page["page"]["total"].integer == 3)
        func row(_ entry: JSON) -> [String?] {
            [
                entry["actor"].string, entry["method"].string, entry["route"].string, entry["subject"].string,
                entry["status"].integer.map(String.init),
            ]
        }
        #expect(
            page["items"].array.map(row) == [
                ["k_2", "DELETE", "/v1/articles/{id}", article, "204"],
                ["k_2", "POST", "/v1/events/{id}/merge", "e_1", "403"],
            ])
        #expect(page["items"][0]["request_id"].string?.count == 26)
        let cursor = try #require(page["page"]["next_cursor"].string)
        let rest = try fixture.send(.get, "/v1/audit?limit=2&cursor=" + cursor, key: root).object()
        #expect(rest["items"].array.map(row) == [["k_2", "POST", "/v1/articles", article, "201"]])
        #expect(rest["page"]["next_cursor"].string == nil)
        let mine = try fixture.send(.get, "/v1/audit?actor=k_1", key: root).object()
        #expect(mine["items"].array.isEmpty)
        #expect(fixture.log.allFailures.isEmpty)
    }
}
