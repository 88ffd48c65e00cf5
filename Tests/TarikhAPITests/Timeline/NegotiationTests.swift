import ArticleStore
import HTTPServer
import HTTPTypes
import Testing

@testable import TarikhAPI

/// RFC 9110, 12.5.1.
struct NegotiationTests {
    private let forms: [MediaType] = [
        .json, .ndjson, .csv, .calendar, .timelineJS, .jsonFeed, .atom, .geoJSON,
    ]

    private func chosen(_ accept: String?, format: String? = nil) -> String? {
        var request = Request(method: .get, target: "/")
        if let accept { request.fields[.accept] = accept }
        return try? MediaType.chosen(of: forms, by: request, format: format).format
    }

    @Test(arguments: [
        ("", "json"), ("*/*", "json"), ("application/*", "json"), ("text/*", "csv"), ("text/calendar", "ics"),
        ("TEXT/Calendar; Q=0.1", "ics"), ("text/csv;q=0.5, text/calendar;q=0.8", "ics"),
        ("text/csv;q=0.8, text/calendar;q=0.8", "csv"), ("application/json;q=0.1, */*;q=0.2", "ndjson"),
        ("*/*, application/json;q=0", "ndjson"),
        ("text/*;q=0.9, text/csv;q=0.1, application/json;q=0.5", "ics"),
        ("text/html, application/xhtml+xml, application/xml;q=0.9, */*;q=0.8", "json"),
        ("application/feed+json, application/json;q=0.9", "jsonfeed"),
        ("application/geo+json;q=0.001", "geojson"), ("application/json;charset=utf-8", "json"),
        ("text/csv;header=present", "csv"), ("text/csv;q=0.2;header=absent, text/calendar;q=0.1", "ics"),
        ("text/csv;header=absent;q=1, text/csv;q=0.1, text/calendar;q=0.2", "ics"),
        ("text/csv;q=0.3, text/csv;header=present;q=0.6, text/calendar;q=0.5", "csv"),
        ("nonsense, application/vnd.timelinejs+json", "timelinejs"), (" , ,text/csv", "csv"),
    ])
    func `the form with the greatest weight is chosen`(_ accept: String, _ format: String) {
        #expect(chosen(accept) == format)
    }

    @Test(arguments: [
        "text/html", "*/*;q=0", "application/json;q=0.0", "application/xml, text/html;q=0.9", "text/csv;q=0",
        "application/json;version=2", "nonsense",
    ])
    func `what is accepted nowhere is refused`(_ accept: String) {
        #expect(chosen(accept) == nil)
    }

    @Test func `without a field the first form is chosen`() {
        #expect(chosen(nil) == "json")
    }

    @Test func `the parameter wins over the field`() {
        #expect(chosen("application/json", format: "csv") == "csv")
        #expect(chosen("*/*", format: "xml") == nil)
        #expect(chosen("text/csv", format: "") == nil)
    }

    @Test func `a refusal lists what there is`() throws {
        let fixture = try Fixture()
        for response in [
            fixture.get("/v1/timeline?format=xlsx"), fixture.get("/v1/timeline", [.accept: "text/html"]),
        ] {
            #expect(response.status == .notAcceptable)
            let problem = try response.object()
            #expect(problem["available"].array.compactMap(\.string) == forms.map(\.name))
            #expect(problem["code"].string == "not_acceptable")
            #expect(problem["detail"].string?.contains("text/calendar (format=ics)") == true)
        }
        #expect(
            try fixture.get("/v1/events?format=csv").object()["available"].array.compactMap(\.string)
                == ["application/json"])
    }

    @Test func `the answer says that it was chosen, and forms are not taken for each other`() throws {
        let fixture = try Fixture()
        _ = try fixture.store.insert([Fixture.article("وقعت", year: 1992)])
        let list = fixture.get("/v1/timeline", [.accept: "application/json"])
        let table = fixture.get("/v1/timeline", [.accept: "text/csv"])
        #expect(list.fields[.vary]?.contains("Accept") == true)
        #expect(table.fields[.contentType]?.hasPrefix("text/csv") == true)
        let tag = try #require(list.fields[.eTag])
        #expect(table.fields[.eTag] != tag)
        #expect(fixture.get("/v1/timeline", [.accept: "text/csv", .ifNoneMatch: tag]).status == .ok)
        #expect(
            fixture.get("/v1/timeline", [.accept: "application/json", .ifNoneMatch: tag]).status
                == .notModified)
    }
}
