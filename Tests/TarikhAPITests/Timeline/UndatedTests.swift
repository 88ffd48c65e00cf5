import ArticleStore
import Articles
import HTTPServer
import HTTPTypes
import Testing

/// Events of which it is not known when they happened.
struct UndatedTests {
    let fixture: Fixture

    init() throws {
        fixture = try Fixture()
        _ = try fixture.store.insert([
            SampleEvents.event(
                "افتتاح", try SampleEvents.date("1992", "1992-01-01", "1992-12-31", .year),
                place: SampleEvents.cairo),
            SampleEvents.event("تعيين السفير", nil, rest: " في منصبه.", place: SampleEvents.cairo),
        ])
    }

    private func omitted(_ response: Response) -> String? {
        response.fields.first { $0.name.canonicalName == "x-tarikh-omitted" }?.value
    }

    @Test(arguments: ["json", "ndjson", "csv", "ics", "timelinejs", "jsonfeed", "geojson"])
    func `they are left out and counted`(_ format: String) {
        let response = fixture.get("/v1/timeline?format=" + format)
        #expect(omitted(response) == "1")
        #expect(response.text.contains("افتتاح"))
        #expect(!response.text.contains("تعيين السفير"))
        #expect(omitted(fixture.get("/v1/timeline?to=2000&format=" + format)) == "0")
        #expect(omitted(fixture.get("/v1/timeline?entity=n_nobody&format=" + format)) == "0")
    }

    @Test(arguments: [
        ("json", true), ("ndjson", true), ("csv", true), ("jsonfeed", true), ("geojson", true),
        ("ics", false),
        ("timelinejs", false),
    ])
    func `they come when they are asked for, where a form can say it`(_ format: String, _ isThere: Bool) {
        let response = fixture.get("/v1/timeline?undated=include&format=" + format)
        #expect(response.text.contains("تعيين السفير") == isThere)
        #expect(omitted(response) == (isThere ? "0" : "1"))
    }

    @Test func `a table leaves their cells empty`() throws {
        let records = try CSVValidator.records(
            fixture.get("/v1/timeline?undated=include&format=csv").body)
        let record = try #require(records.first { $0[1] == "تعيين السفير" })
        #expect(record[5..<14].allSatisfy { $0.isEmpty })
        #expect(record[14] == "occurred")
    }

    @Test func `histogram and groups tell them apart`() throws {
        let histogram = try fixture.get("/v1/timeline/histogram").object()
        #expect(histogram["total"].integer == 1)
        #expect(histogram["omitted"]["undated"].integer == 1)
        let years = try fixture.get("/v1/timeline?group_by=year&undated=include").object()
        #expect(years["groups"].array.compactMap { $0["key"].string } == ["1992"])
        func places(_ query: String) throws -> [Int?] {
            try fixture.get("/v1/timeline?group_by=place" + query).object()["groups"].array.map {
                $0["count"].integer
            }
        }
        #expect(try places("") == [1])
        #expect(try places("&undated=include") == [2])
    }
}
