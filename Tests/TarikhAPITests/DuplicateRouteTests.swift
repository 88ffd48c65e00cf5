import AccessControl
import HTTPServer
import HTTPTypes
import Testing

/// Copies of articles, and lists and searches that show one of each.
struct DuplicateRouteTests {
    private static let text = """
        The port of Salalah reopened on Monday after a storm that had closed it for nine days, the harbour office said. Four ships \
        that waited outside came in before noon, among them a tanker with diesel for the power station. Crews had cleared two sunken \
        barges from the western basin since Friday.
        """

    /// Three copies of A, B and C, and two others.
    private func filled(_ fixture: Fixture, key: String? = nil) throws -> [String] {
        let bodies = [
            (Self.text, "A"), (Self.text + " It rained.", "B"), (Self.text + " It was windy.", "C"),
            ("The port of Sohar stayed open.", "A"), ("The port of Duqm was closed on Monday.", "B"),
        ]
        return try bodies.map { text, source in
            let json = #"{"text":"\#(text)","source":"\#(source)"}"#
            let response =
                key.map { fixture.send(.post, "/v1/articles", key: $0, json: json) }
                ?? fixture.post("/v1/articles", json: json)
            return try #require(try response.object()["id"].string)
        }
    }

    @Test func `an article says of what it is a copy, and its copies are listed`() throws {
        let fixture = try Fixture()
        let ids = try filled(fixture)
        let first = try fixture.get("/v1/articles/" + ids[0]).object()
        let second = try fixture.get("/v1/articles/" + ids[1]).object()
        #expect(first["duplicate_of"].value == nil && second["duplicate_of"].string == ids[0])
        #expect(
            first["cluster_id"].string != nil && first["cluster_id"].string == second["cluster_id"].string)
        let copies = try fixture.get("/v1/articles/\(ids[1])/duplicates?limit=1").object()
        #expect(copies["items"].array.map { $0["article_id"].string } == [ids[0]])
        #expect(copies["page"]["total"].integer == 2)
        let cursor = try #require(copies["page"]["next_cursor"].string)
        let rest = try fixture.get("/v1/articles/\(ids[1])/duplicates?limit=1&cursor=" + cursor).object()
        #expect(rest["items"].array.map { $0["article_id"].string } == [ids[2]])
        #expect((rest["items"][0]["similarity"].double ?? 0) > 0.6)
        #expect(try fixture.get("/v1/articles/\(ids[3])/duplicates").object()["page"]["total"].integer == 0)
        #expect(fixture.get("/v1/articles/a_zz/duplicates").status == .notFound)
    }

    @Test func `what a client has is old once a copy has come`() throws {
        let fixture = try Fixture()
        let made = fixture.post("/v1/articles", json: #"{"text":"\#(Self.text)"}"#)
        let path = "/v1/articles/" + (try made.object()["id"].string ?? "")
        let tag = try #require(fixture.get(path).fields[.eTag])
        _ = fixture.post("/v1/articles", json: #"{"text":"\#(Self.text) More."}"#)
        let now = fixture.get(path, [.ifNoneMatch: tag])
        #expect(now.status == .ok && now.fields[.eTag] != tag)
        let current = try #require(now.fields[.eTag])
        let body = Array(#"{"text":"Another."}"#.utf8)
        let put = fixture.send(
            .put, path, [.ifMatch: current, .contentType: "application/json"], body: body)
        #expect(put.status == .ok)
    }

    @Test func `a search shows the best of each cluster, on all pages`() throws {
        let fixture = try Fixture()
        let ids = try filled(fixture)
        let all = try fixture.get("/v1/search?q=port").object()
        #expect(all["page"]["total"].integer == 5 && all["items"][0]["others"].value == nil)
        let one = try fixture.get("/v1/search?q=port&collapse=cluster").object()
        #expect(one["page"]["total"].integer == 3 && one["page"]["total_relation"].string == "eq")
        let others = one["items"].array.map { $0["others"].integer ?? -1 }
        #expect(others.sorted() == [0, 0, 2])
        let best = all["items"].array.compactMap { $0["article_id"].string }.first(
            where: ids.prefix(3).contains)
        #expect(one["items"].array.contains { $0["article_id"].string == best })
        var shown: [String] = []
        var target = "/v1/search?q=port&collapse=cluster&limit=1"
        while true {
            let page = try fixture.get(target).object()
            shown += page["items"].array.compactMap { $0["article_id"].string }
            guard let cursor = page["page"]["next_cursor"].string else { break }
            target = "/v1/search?q=port&collapse=cluster&limit=1&cursor=" + cursor
        }
        #expect(shown == one["items"].array.compactMap { $0["article_id"].string })
        // A filter that leaves the first one out has another stand for the cluster.
        let some = try fixture.get("/v1/search?q=port&collapse=cluster&source=B,C").object()
        #expect(some["items"].array.map { $0["others"].integer ?? -1 }.sorted() == [0, 1])
    }

    @Test func `a list shows one of each cluster`() throws {
        let fixture = try Fixture()
        let ids = try filled(fixture)
        let list = try fixture.get("/v1/articles?collapse=cluster&sort=-ingested_at").object()
        #expect(list["items"].array.map { $0["id"].string } == [ids[4], ids[3], ids[0]])
        #expect(list["items"].array.map { $0["others"].integer } == [0, 0, 2])
        #expect(fixture.get("/v1/articles?collapse=all").status == .badRequest)
    }

    @Test func `a key for some sources sees no copies of others`() throws {
        let fixture = try Fixture(keys: [
            try KeyGrant(scopes: [.read], sources: ["A", "B"]), try KeyGrant(scopes: [.read, .write]),
        ])
        let ids = try filled(fixture, key: fixture.secrets[1])
        let path = "/v1/articles/\(ids[0])/duplicates"
        let own = try fixture.send(.get, path, key: fixture.secrets[0]).object()
        #expect(own["items"].array.map { $0["article_id"].string } == [ids[1]])
        #expect(try fixture.send(.get, path, key: fixture.secrets[1]).object()["items"].array.count == 2)
    }
}
