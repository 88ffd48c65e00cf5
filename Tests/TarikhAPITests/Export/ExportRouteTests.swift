import AccessControl
import ArticleStore
import Foundation
import HTTPServer
import HTTPTypes
import Testing

@testable import TarikhAPI

struct ExportRouteTests {
    let fixture: Fixture

    init() throws { fixture = try Fixture() }

    private func fill(_ numbers: Range<Int>) throws {
        _ = try fixture.store.insert(numbers.map { Fixture.article("w\($0)", year: 1000 + $0) })
    }

    private func lines(_ target: String) throws -> [JSON] {
        let response = fixture.get(target)
        #expect(response.status == .ok)
        return try response.body.split(separator: 0x0a).map { try JSON(Array($0)) }
    }

    private func ids(_ target: String) throws -> Set<String> {
        var ids: Set<String> = []
        var cursor = ""
        while true {
            let page = try fixture.get(target + cursor).object()
            ids.formUnion(page["items"].array.compactMap { $0["id"].string })
            guard let next = page["page"]["next_cursor"].string else { return ids }
            cursor = "&cursor=" + next
        }
    }

    @Test(arguments: [
        ("articles", ""), ("events", ""), ("entities", ""), ("events", "&from=1100&to=1150"),
        ("articles", "&entity=n_aze"), ("events", "&entity=!n_aze"), ("events", "&min_confidence=0.9"),
        ("entities", "&type=person"), ("entities", "&q=Azer"),
    ]) func `an export has all that the list has`(kind: String, filter: String) throws {
        try fill(0..<250)
        let all = try lines("/v1/export/\(kind)?format=ndjson\(filter)")
        let end = try #require(all.last)
        #expect(end["_end"].flag == true)
        #expect(end["count"].integer == all.count - 1)
        #expect(end["as_of"].integer == Int(try fixture.store.sequence()))
        let exported = all.dropLast().compactMap { $0["id"].string }
        #expect(exported.count == all.count - 1)
        #expect(Set(exported).count == exported.count)
        #expect(try Set(exported) == ids("/v1/\(kind)?limit=100\(filter)"))
    }

    @Test func `mentions, claims and the graph are taken out too`() throws {
        try fill(0..<30)
        let mentions = try lines("/v1/export/mentions")
        #expect(mentions.dropLast().allSatisfy { $0["entity_id"].string == "n_aze" })
        #expect(mentions.count == 31)
        #expect(try lines("/v1/export/mentions?entity=!n_aze").count == 1)
        let claims = try lines("/v1/export/claims")
        #expect(claims.count == 31)
        #expect(claims[0].keys.isSuperset(of: ["event_id", "article_id", "span", "relation"]))
        #expect(try lines("/v1/export/graph?unit=article").last?["_end"].flag == true)
    }

    @Test func `what is written meanwhile is not in it`() throws {
        try fill(0..<40)
        let response = fixture.service.router.respond(
            to: Request(method: .get, target: "/v1/export/articles"))
        let source = try #require(response.source)
        guard case .bytes(let first) = try source.next(ResponsePull(limit: 100)) else {
            Issue.record("nothing comes")
            return
        }
        #expect(first.count == 100)
        let id = try #require(try fixture.get("/v1/articles?limit=1").object()["items"][0]["id"].string)
        _ = try fixture.store.delete(id)
        try fill(100..<120)
        var rest = Response(status: .ok)
        rest.source = source
        rest.collect()
        let lines = (first + rest.body).split(separator: 0x0a)
        #expect(lines.count == 41)
        #expect(try lines.contains { try JSON(Array($0))["id"].string == id })
    }

    @Test func `CSV has a mark where asked, and no cell is a formula`() throws {
        let body = #"{"text":"=1+1 said \"so\", in 1999.","title":"=HYPERLINK(1)"}"#
        _ = fixture.send(.post, "/v1/articles", [.contentType: "application/json"], body: Array(body.utf8))
        let response = fixture.get("/v1/export/articles?format=csv&bom=1")
        #expect(response.body.starts(with: [0xef, 0xbb, 0xbf]))
        #expect(response.text.contains("'=HYPERLINK(1)"))
        #expect(response.text.contains("\"'=1+1 said \"\"so\"\", in 1999.\""))
        #expect(response.fields[.contentType]?.hasPrefix("text/csv") == true)
        #expect(response.fields[.contentDisposition] == "attachment; filename=\"tarikh-articles.csv\"")
        for kind in ExportKind.allCases {
            let text = fixture.get("/v1/export/\(kind.rawValue)?format=csv").text
            let header = text.split(separator: "\r\n").first.map(String.init)
            #expect(header == kind.columns.compactMap(\.self).joined(separator: ","))
        }
    }

    @Test func `FollowTheMoney has an entity a line`() throws {
        try fill(0..<3)
        let article = try #require(try lines("/v1/export/articles?format=ftm").first)
        #expect(article["schema"].string == "Article")
        // What is a thing has a name, if only its id.
        #expect(article["properties"]["name"][0].string == article["id"].string)
        #expect(article["properties"]["language"][0].string == "ara")
        #expect(article["properties"]["bodyText"][0].string?.contains("w0") == true)
        let event = try #require(try lines("/v1/export/events?format=ftm").first)
        #expect(event["schema"].string == "Event")
        #expect(event["properties"]["startDate"][0].string == "1000-01-01")
        #expect(event["properties"]["proof"].array.count == 1)
        // A place takes part in it, which is no party there.
        #expect(event["properties"]["involved"].array.isEmpty)
        let entity = try #require(try lines("/v1/export/entities?format=ftm").first)
        #expect(entity["schema"].string == "Address")
        #expect(entity["properties"]["country"][0].string == "az")
        #expect(fixture.get("/v1/export/claims?format=ftm").status == .notAcceptable)
    }

    @Test func `it takes the scope, and there are only so many at once`() throws {
        let fixture = try Fixture(keys: [
            KeyGrant(scopes: [.read]), KeyGrant(scopes: [.export]),
        ])
        #expect(
            fixture.send(.get, "/v1/export/articles", key: fixture.secrets[0]).status == .forbidden)
        #expect(fixture.send(.get, "/v1/export/articles", key: fixture.secrets[1]).status == .ok)
        let request = Request(method: .get, target: "/v1/export/events")
        var held = (0..<4).map { _ in self.fixture.service.router.respond(to: request) }
        #expect(held.allSatisfy { $0.source != nil })
        #expect(self.fixture.get("/v1/export/events").status == .serviceUnavailable)
        held.removeLast()
        #expect(self.fixture.get("/v1/export/events").status == .ok)
    }

    @Test func `a snapshot is not held for ever`() throws {
        try fill(0..<2)
        let clock = ManualClock()
        let source = ExportSource(
            try fixture.store.snapshot(), .articles(Criteria()), LineExport(), longest: 10
        ) { clock.now }
        guard case .bytes = try source.next(ResponsePull(limit: 10)) else {
            Issue.record("nothing comes")
            return
        }
        clock.set(11)
        #expect(throws: ExportSource.Failure.tooSlow) { try source.next(ResponsePull(limit: 10)) }
    }
}
