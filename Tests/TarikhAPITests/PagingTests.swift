import ArticleStore
import HTTPServer
import HTTPTypes
import Testing

struct PagingTests {
    let fixture: Fixture

    init() throws {
        fixture = try Fixture()
        _ = try fixture.store.insert((0..<25).map { Fixture.article("سفارة", year: 1980 + $0) })
    }

    @Test(arguments: [
        "/v1/articles?limit=10", "/v1/articles?limit=10&sort=-ingested_at",
        "/v1/articles?limit=10&sort=title",
        "/v1/timeline?limit=10", "/v1/entities/n_aze/mentions?limit=10",
        "/v1/entities/n_aze/articles?limit=10",
        "/v1/search?q=%D8%B3%D9%81%D8%A7%D8%B1%D8%A9&limit=10",
    ])
    func `pages reach everything once`(_ target: String) throws {
        var seen: [String] = []
        var sizes: [Int] = []
        var next: String? = target
        while let target = next, sizes.count < 5 {
            let response = fixture.get(target)
            let object = try response.object()
            let items = object["items"].array
            sizes.append(items.count)
            seen += items.compactMap { $0["id"].string ?? $0["article_id"].string }
            #expect(object["page"]["total"].integer == 25)
            #expect(object["page"]["has_more"].flag == (seen.count < 25))
            #expect((object["page"]["next_cursor"].string == nil) == (seen.count == 25))
            next = link(of: response)
        }
        #expect(sizes == [10, 10, 5])
        #expect(Set(seen).count == 25)
    }

    private func link(of response: Response) -> String? {
        let link = response.fields.first { $0.name.canonicalName == "link" }?.value
        guard let link, link.hasPrefix("<"), link.hasSuffix(">; rel=\"next\"") else { return nil }
        return String(link.dropFirst().prefix { $0 != ">" })
    }

    @Test func `a search's pages show one state`() throws {
        let first = fixture.get("/v1/search?q=%D8%B3%D9%81%D8%A7%D8%B1%D8%A9&limit=10")
        _ = try fixture.store.insert((0..<10).map { Fixture.article("سفارة سفارة", year: 2010 + $0) })
        let second = try fixture.get(try #require(link(of: first))).object()
        #expect(second["page"]["total"].integer == 25)
        #expect(try second["page"]["as_of"].integer == first.object()["page"]["as_of"].integer)
        #expect(second["items"].array.count == 10)
    }

    @Test func `a cursor belongs to its query`() throws {
        let cursor = try #require(
            try fixture.get("/v1/articles?limit=10").object()["page"]["next_cursor"].string)
        #expect(fixture.get("/v1/articles?limit=10&cursor=" + cursor).status == .ok)
        for target in [
            "/v1/articles?limit=10&lang=ar&cursor=", "/v1/timeline?limit=10&cursor=",
            "/v1/articles?limit=10&cursor=A",
        ] {
            let response = fixture.get(target + cursor)
            #expect(response.status == .badRequest)
            #expect(try response.object()["code"].string == "invalid_cursor")
        }
    }

    @Test func `filters narrow the timeline`() throws {
        func years(_ query: String) throws -> [String] {
            try fixture.get("/v1/timeline?limit=100&" + query).object()["items"].array.compactMap {
                $0["date"]["edtf"].string
            }
        }
        #expect(try years("from=1990&to=1992") == ["1990", "1991", "1992"])
        #expect(try years("from=1990-06&to=1991-06") == ["1990", "1991"])
        #expect(try years("from=1990-06&to=1992&match=certain") == ["1991", "1992"])
        #expect(try years("from=631152000000&to=1990-12-31T00:00:00Z") == ["1990"])
        #expect(try years("entity=Azerbaijan&to=1981") == ["1980", "1981"])
        #expect(try years("entity=!n_aze") == [])
        #expect(try years("entity=nobody") == [])
        #expect(try years("entity=nobody,n_aze&to=1980") == ["1980"])
        #expect(try years("lang=en") == [])
        #expect(try years("precision=year,day&from=2004") == ["2004"])
        #expect(try years("precision=!year") == [])
    }
}
