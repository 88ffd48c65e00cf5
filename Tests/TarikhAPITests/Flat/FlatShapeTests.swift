import ArticleStore
import Articles
import Foundation
import HTTPServer
import HTTPTypes
import Testing

/// What all resources of `/v1/flat/` have in common.
struct FlatShapeTests {
    static let queries = [
        "series", "series?by=entity", "series?by=source,entity&fill=1&interval=century",
        "series?metric=articles&by=place", "series?metric=mentions", "top", "top?field=source&other=1",
        "top?field=place&metric=articles", "top?field=year&n=1&other=1", "places", "places?metric=mentions",
        "cooccurrence", "cooccurrence?unit=article&measure=pmi", "events", "events?sort=-salience&limit=3",
        "annotations", "nodes", "edges?unit=article", "variables", "variables?field=source",
        "variables?field=place&q=%D8%A7", "variables?field=year", "matrix", "matrix?rows=source&cols=year",
        "matrix?rows=place&cols=source", "matrix?metric=articles&rows=entity&cols=source",
    ]

    /// Articles with every kind of date and of name.
    static func fixture() throws -> Fixture {
        let fixture = try Fixture()
        var metadata = ArticleMetadata(source: "وكالة \"أ\"، ب")
        metadata.publishedAt = 1_700_000_000
        let dated = try SampleEvents.date("1992-04-07", "1992-04-07", "1992-04-07", .day)
        let samples =
            try SampleEvents.all() + [
                SampleEvents.event("لقاء ثان", dated, place: SampleEvents.cairo, metadata: metadata),
                SampleEvents.event("بلا تاريخ", nil, place: SampleEvents.nowhere, metadata: metadata),
            ]
        _ = try fixture.store.insert(samples)
        _ = try fixture.store.insert(EntityFixture.samples)
        return fixture
    }

    private static func resource(_ query: String) -> String { String(query.prefix { $0 != "?" }) }

    private static func target(_ query: String, _ more: String = "") -> String {
        "/v1/flat/" + query + (more.isEmpty ? "" : (query.contains("?") ? "&" : "?") + more)
    }

    @Test func `every row has one shape, in every form`() throws {
        let fixture = try Self.fixture()
        for query in Self.queries {
            let resource = Self.resource(query)
            let json = fixture.get(Self.target(query))
            try #require(json.status == .ok, "\(query): \(json.text)")
            #expect(json.fields[.contentType] == "application/json")
            let rows = try RowShape.rows(json.body, of: resource)
            #expect(!rows.isEmpty, "\(query)")
            #expect(!json.text.contains("null"), "\(query)")

            let lines = fixture.get(Self.target(query, "format=ndjson"))
            #expect(lines.fields[.contentType] == "application/x-ndjson")
            #expect(lines.text == json.text.dropFirst().dropLast().replacing("},{", with: "}\n{") + "\n")

            let csv = fixture.get(Self.target(query, "format=csv"))
            let records = try CSVValidator.records(csv.body)
            #expect(records.first == RowShape.all[resource]?.map(\.name))
            #expect(records.count == rows.count + 1)
            for (index, column) in (RowShape.all[resource] ?? []).enumerated() where column.kind != .text {
                #expect(
                    records.dropFirst().allSatisfy { Double($0[index]) != nil }, "\(query) \(column.name)")
            }
        }
    }

    @Test func `the envelope holds the same rows, and no cursor where nothing follows`() throws {
        let fixture = try Self.fixture()
        for query in Self.queries where !query.contains("limit=") {
            let answer = try fixture.get(Self.target(query, "envelope=1")).object()
            let rows = fixture.get(Self.target(query)).text
            #expect(fixture.get(Self.target(query, "envelope=1")).text.hasPrefix("{\"rows\":" + rows))
            #expect(answer["page"].keys.contains("next_cursor"))
            #expect(answer["page"]["next_cursor"].value == nil)
            #expect(answer["page"]["has_more"].flag == false)
            #expect(answer["page"]["total"].integer == answer["rows"].array.count)
            #expect(answer["omitted"]["undated"].integer != nil)
        }
    }

    @Test func `an empty store has no rows`() throws {
        let fixture = try Fixture()
        for query in Self.queries {
            let json = fixture.get(Self.target(query))
            #expect(json.status == .ok)
            #expect(json.text == "[]", "\(query)")
            #expect(fixture.get(Self.target(query, "format=ndjson")).body.isEmpty)
            let records = try CSVValidator.records(fixture.get(Self.target(query, "format=csv")).body)
            #expect(records == [RowShape.all[Self.resource(query)]?.map(\.name)])
        }
    }

    @Test func `Arabic is not escaped`() throws {
        let fixture = try Self.fixture()
        for resource in ["events", "top", "nodes", "variables", "matrix", "annotations", "series?by=entity"] {
            for format in ["json", "ndjson", "csv"] {
                let text = fixture.get(Self.target(resource, "format=" + format)).text
                #expect(
                    text.contains("افتتاح") || text.contains("القاهرة") || text.contains("مصر"), "\(resource)"
                )
                #expect(!text.contains("\\u06"))
            }
        }
    }

    @Test func `what is asked again comes from memory until something changes`() throws {
        let fixture = try Self.fixture()
        func isHit(_ response: Response) -> Bool {
            response.fields[HTTPField.Name("Server-Timing") ?? .server]?.contains("cache;desc=hit") ?? false
        }
        for query in Self.queries {
            let first = fixture.get(Self.target(query))
            #expect(!isHit(first))
            #expect(isHit(fixture.get(Self.target(query))))
            let known = fixture.get(Self.target(query), [.ifNoneMatch: first.fields[.eTag] ?? ""])
            #expect(known.status == .notModified)
        }
        _ = try fixture.store.insert([Fixture.article("افتتحت", year: 2001)])
        for query in Self.queries { #expect(!isHit(fixture.get(Self.target(query)))) }
        let times = try fixture.get("/v1/flat/events").object().array.compactMap { $0["edtf"].string }
        #expect(times.contains("2001"))
    }

    @Test func `a variable that nothing is chosen of is no filter`() throws {
        let fixture = try Self.fixture()
        #expect(
            fixture.get("/v1/flat/events?entity=&source=").body
                == fixture.get("/v1/flat/events").body)
    }

    @Test(arguments: [
        ("series?metric=likes", "metric"), ("series?interval=hour", "interval"), ("series?by=year", "by"),
        ("series?n=0", "n"),
        ("series?n=101", "n"), ("series?fill=maybe", "fill"), ("series?undated=only", "undated"),
        ("series?metric=articles&by=entity,place", "by"),
        ("series?metric=articles&min_sources=2", "min_sources"),
        ("series?from=2023-13", "from"), ("series?to=soon", "to"), ("series?from=2000&to=1999", "to"),
        ("series?interval=day&fill=1", "interval"), ("top?field=colour", "field"), ("top?n=1001", "n"),
        ("top?n=-1", "n"), ("top?n=99999999999999999999", "n"), ("top?other=2", "other"),
        ("cooccurrence?unit=page", "unit"), ("cooccurrence?n=5001", "n"), ("cooccurrence?limit=5", "limit"),
        ("events?limit=10001", "limit"), ("events?cursor=abc", "cursor"), ("events?sort=title", "sort"),
        ("events?entity=a,,b", "entity"), ("events?offset=1", "offset"), ("annotations?limit=0", "limit"),
        ("nodes?limit=5001", "limit"), ("edges?min_weight=nan", "min_weight"),
        ("variables?field=colour", "field"), ("variables?n=1001", "n"),
        ("variables?field=year&type=person", "type"), ("matrix?n=101", "n"),
        ("matrix?m=101", "m"), ("matrix?metric=articles&rows=entity&cols=place", "cols"),
        ("events?envelope=2", "envelope"), ("events?envelope=1&format=csv", "envelope"),
        ("events?bom=1", "bom"), ("events?limit=", "limit"), ("events?from=", "from"),
        ("events?lang=", "lang"), ("top?source=%ff", "source"), ("events?%00=1", "\0"),
        ("variables?q=" + String(repeating: "a", count: 401), "q"),
    ])
    func `what is wrong is told with its place`(_ query: String, _ parameter: String) throws {
        let fixture = try Self.fixture()
        let response = fixture.get("/v1/flat/" + query)
        #expect(response.status == .badRequest, "\(query)")
        #expect(response.fields[.contentType] == "application/problem+json")
        #expect(try response.object()["errors"][0]["parameter"].string == parameter)
    }

    @Test func `other forms are not there`() throws {
        let fixture = try Fixture()
        #expect(fixture.get("/v1/flat/events?format=xml").status == .notAcceptable)
        #expect(fixture.get("/v1/flat/events", [.accept: "text/html"]).status == .notAcceptable)
        #expect(fixture.get("/v1/flat/other").status == .notFound)
        #expect(fixture.send(.post, "/v1/flat/events").status == .methodNotAllowed)
    }
}
