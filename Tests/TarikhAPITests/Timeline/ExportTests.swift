import ArticleStore
import Articles
import Foundation
import HTTPServer
import HTTPTypes
import TarikhAPI
import Testing

/// Every form of the timeline keeps to its specification, whatever the texts and years.
struct ExportTests {
    let fixture: Fixture

    init() throws {
        fixture = try Fixture()
        _ = try fixture.store.insert(try SampleEvents.all())
    }

    private func export(_ format: String, _ query: String = "") throws -> Response {
        let response = try fixture.get(
            "/v1/timeline?format=\(format)" + query, fields(host: "tarikh.example:8080"))
        try #require(response.status == .ok)
        return response
    }

    private func fields(host: String) throws -> HTTPFields {
        [try #require(HTTPField.Name("Host")): host]
    }

    private func omitted(_ response: Response) -> String? {
        response.fields.first { $0.name.canonicalName == "x-tarikh-omitted" }?.value
    }

    /// The titles as they are stored.
    private func titles() throws -> [String] {
        try fixture.get("/v1/timeline?limit=100").object()["items"].array.compactMap {
            $0["title"]["text"].string
        }
    }

    // MARK: iCalendar

    @Test func `a calendar is one by RFC 5545`() throws {
        let response = try export("ics")
        #expect(response.fields[.contentType] == "text/calendar; charset=utf-8")
        let calendar = try CalendarValidator.calendar(response.body)
        let events = Dictionary(
            uniqueKeysWithValues: calendar.components.map { ($0.value("X-TARIKH-EDTF") ?? "", $0) })
        // -9999, -0538, 0000 lie outside, `../..` has no day.
        #expect(events.count == 12)
        #expect(omitted(response) == "4")
        #expect(calendar.value("X-TARIKH-OMITTED") == "4")
        for event in calendar.components { #expect(event.value("TRANSP") == "TRANSPARENT") }
        let opening = try #require(events["1869-11-17"])
        #expect(opening.value("DTSTART") == "18691117")
        #expect(opening.value("DTEND") == "18691118")
        #expect(opening.value("GEO") == "30.0444;31.2357")
        #expect(opening.value("LOCATION") == "القاهرة")
        #expect(opening.all("SUMMARY").first?.parameters == ["LANGUAGE": "ar"])
        #expect(
            try CalendarValidator.texts(opening.value("SUMMARY") ?? "", isList: false)
                == ["افتتاح «قناة»، ثانٍ; ثالث, \\ رابع"])
        #expect(
            try CalendarValidator.texts(opening.value("CATEGORIES") ?? "", isList: true)
                == ["opening", "القاهرة"])
        #expect(opening.value("URL")?.hasPrefix("http://tarikh.example:8080/v1/events/e_") == true)
        #expect(opening.value("UID")?.hasSuffix("@tarikh") == true)
    }

    @Test(arguments: [
        ("1992-04", "19920401", "19920501"), ("199X", "19900101", "20000101"),
        ("19XX", "19000101", "20000101"), ("2018/2022", "20180101", "20230101"),
        ("1990/..", "19900101", "19900102"), ("../1980", "19801231", "19810101"),
        ("0001-01-01", "00010101", "00010102"), ("2024-02-29", "20240229", "20240301"),
    ])
    func `a calendar's event takes up all its days`(_ edtf: String, _ start: String, _ end: String) throws {
        let calendar = try CalendarValidator.calendar(try export("ics").body)
        let event = try #require(calendar.components.first { $0.value("X-TARIKH-EDTF") == edtf })
        #expect(event.value("DTSTART") == start)
        #expect(event.value("DTEND") == end)
    }

    @Test func `the last day of all has no day after it`() throws {
        let calendar = try CalendarValidator.calendar(try export("ics").body)
        func duration(_ edtf: String) -> String? {
            calendar.components.first { $0.value("X-TARIKH-EDTF") == edtf }?.value("DURATION")
        }
        #expect(duration("9999-12-31") == "P1D")
        #expect(duration("9999-06/9999-12") == "P214D")
    }

    @Test func `a calendar tells what is sure from what is not`() throws {
        let calendar = try CalendarValidator.calendar(try export("ics").body)
        func status(_ edtf: String) -> String? {
            calendar.components.first { $0.value("X-TARIKH-EDTF") == edtf }?.value("STATUS")
        }
        #expect(status("1869-11-17") == "CONFIRMED")
        #expect(status("1992-04") == "TENTATIVE")
        #expect(status("2018/2022") == "TENTATIVE")
        #expect(status("19XX") == "CANCELLED")
    }

    @Test func `a calendar keeps texts as they are but for controls`() throws {
        let calendar = try CalendarValidator.calendar(try export("ics").body)
        let summaries = try calendar.components.compactMap { $0.value("SUMMARY") }.flatMap {
            try CalendarValidator.texts($0, isList: false)
        }
        #expect(summaries.contains("<b>&\"'</b>\u{202e}\u{200f}"))
        #expect(summaries.contains(SampleEvents.longTitle))
        #expect(summaries.contains(SampleEvents.quotation))
        let text = try #require(
            calendar.components.first { $0.value("X-TARIKH-EDTF") == "9999-12-31" }?.value("DESCRIPTION"))
        #expect(try CalendarValidator.texts(text, isList: false) == ["-5\nسطر ثانٍ\nثالث"])
    }

    @Test func `a calendar without events is one nevertheless`() throws {
        let response = try export("ics", "&entity=n_nobody")
        let calendar = try CalendarValidator.calendar(response.body)
        #expect(calendar.components.map(\.name) == ["VTIMEZONE"])
        #expect(omitted(response) == "0")
    }

    // MARK: CSV

    @Test func `a table is one by RFC 4180`() throws {
        let response = try export("csv")
        #expect(response.fields[.contentType] == "text/csv; charset=utf-8; header=present")
        let records = try CSVValidator.records(response.body)
        #expect(records.count == 17)
        #expect(omitted(response) == "0")
        let header = try #require(records.first)
        #expect(Set(header).count == header.count)
        func cells(_ column: String) throws -> [String] {
            let index = try #require(header.firstIndex(of: column))
            return records.dropFirst().map { $0[index] }
        }
        #expect(try cells("lower_year").contains("-9999"))
        #expect(try cells("lower_year").contains("-538"))
        #expect(try cells("upper_year").contains("9999"))
        #expect(try cells("lat").filter { !$0.isEmpty } == ["30.0444", "30.0444", "30.0444", "30.0444"])
        #expect(try cells("confidence").allSatisfy { $0 == "0.75" })
        let titles = try cells("title")
        #expect(titles.contains("افتتاح «قناة»، ثانٍ; ثالث, \\ رابع"))
        #expect(titles.contains(SampleEvents.longTitle))
        #expect(titles.contains(SampleEvents.quotation))
        #expect(titles.contains("<b>&\"'</b>\u{202e}\u{200f}"))
        #expect(try cells("text").contains("'-5\r\nسطر ثانٍ\nثالث"))
    }

    @Test func `no cell is a formula`() throws {
        let records = try CSVValidator.records(try export("csv").body)
        let title = 1
        let titles = records.map { $0[title] }
        #expect(titles.contains("'=HYPERLINK(\"http://x\")"))
        #expect(titles.contains("'@SUM(1+1)"))
        #expect(titles.contains("'+1 -2"))
        // A number is none.
        #expect(titles.contains("-5"))
        for cell in records.flatMap(\.self) {
            let isHarmless = cell.first.map { !"=+-@\t\r".contains($0) } ?? true
            #expect(isHarmless || Double(cell) != nil, "\(cell)")
        }
    }

    @Test func `a byte order mark comes when it is asked for`() throws {
        #expect(try export("csv").body.starts(with: Array("id,title,".utf8)))
        #expect(try export("csv", "&bom=1").body.starts(with: [0xef, 0xbb, 0xbf] + Array("id,title,".utf8)))
        #expect(fixture.get("/v1/timeline?bom=1").status == .badRequest)
        #expect(fixture.get("/v1/timeline?format=csv&bom=yes").status == .badRequest)
    }

    // MARK: NDJSON

    @Test func `lines are the list's objects and an end`() throws {
        let response = try export("ndjson")
        #expect(response.fields[.contentType] == "application/x-ndjson")
        #expect(response.body.last == 0x0a)
        let lines = response.text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
        #expect(lines.count == 17)
        let list = fixture.get("/v1/timeline?limit=100").text
        #expect(list.hasPrefix("{\"items\":[" + lines.dropLast().joined(separator: ",") + "],\"page\":"))
        let end = try JSON(Array(try #require(lines.last).utf8))
        #expect(end["_end"].flag == true)
        #expect(end["count"].integer == 16)
        #expect(end["total"].integer == 16)
        #expect(try end["as_of"].integer == Int(fixture.store.sequence()))
    }

    // MARK: TimelineJS

    @Test func `a TimelineJS timeline is one by its documentation`() throws {
        let response = try export("timelinejs")
        #expect(response.fields[.contentType] == "application/vnd.timelinejs+json")
        let events = try TimelineJSValidator.events(response.body)
        #expect(events.count == 15)
        #expect(omitted(response) == "1")
        let document = try response.object()
        #expect(document["scale"].string == "human")
        #expect(document["omitted"]["undated"].integer == 1)
        #expect(document["omitted"]["out_of_range"].integer == 0)
    }

    private static let slides: [(String, String)] = [
        ("افتتاح «قناة»", #"{"start_date":{"year":1869,"month":11,"day":17},"text""#),
        ("&lt;b&gt;&amp;&quot;&#39;&lt;/b&gt;", #"{"start_date":{"year":1992,"month":4},"text""#),
        ("=HYPERLINK", #"{"start_date":{"year":-538,"display_date":"-0538"},"text""#),
        ("@SUM", #"{"start_date":{"year":-9999,"month":1,"day":1,"display_date":"-9999-01-01"},"text""#),
        ("+1 -2", #"{"start_date":{"year":0,"display_date":"0000"},"text""#),
        ("-5", #"{"start_date":{"year":9999,"month":12,"day":31},"text""#),
        (
            "عقد",
            #"{"start_date":{"year":1990,"month":1,"day":1,"display_date":"199X"},"end_date":{"year":1999,"month":12,"day":31,"display_date":"199X"},"display_date":"199X","text""#
        ),
        ("منذ", #"{"start_date":{"year":1990,"month":1,"day":1,"display_date":"1990/.."},"text""#),
        ("حتى", #"{"start_date":{"year":1980,"month":12,"day":31,"display_date":"../1980"},"text""#),
        ("نحو", #"{"start_date":{"year":1991,"display_date":"1991~"},"text""#),
    ]

    @Test(arguments: slides)
    func `a slide says as much of the date as is known`(_ headline: String, _ start: String) throws {
        let text = try export("timelinejs").text
        #expect(text.contains(start + ":{\"headline\":\"" + headline))
    }

    @Test func `a slide's text is HTML of the right direction`() throws {
        let slide = try #require(
            try export("timelinejs").object()["events"].array.first {
                $0["text"]["headline"].string?.hasPrefix("&lt;b&gt;") == true
            })
        #expect(
            slide["text"]["text"].string
                == "<p lang=\"ar\" dir=\"rtl\">&lt;b&gt;&amp;&quot;&#39;&lt;/b&gt;\u{202e}\u{200f} — نص الجملة.</p>"
        )
        #expect(slide["group"].string == "opening")
    }

    // MARK: JSON Feed

    @Test func `a feed is one by JSON Feed 1,1`() throws {
        let response = try export("jsonfeed")
        #expect(response.fields[.contentType] == "application/feed+json")
        _ = try JSONFeedValidator.feed(response.body)
        let feed = try response.object()
        #expect(feed["feed_url"].string == "http://tarikh.example:8080/v1/timeline?format=jsonfeed")
        #expect(feed["next_url"].string == nil)
        #expect(feed["items"].array.count == 16)
        #expect(feed["_tarikh"]["omitted"]["undated"].integer == 0)
        let item = try #require(feed["items"].array.first { $0["_tarikh"]["date"]["edtf"].string == "199X" })
        #expect(item["title"].string == "عقد")
        #expect(item["content_text"].string == "عقد — نص الجملة.")
        #expect(item["language"].string == "ar")
        #expect(item["tags"].array.compactMap(\.string) == ["opening", "قرية"])
        // The date of the event is no date of publication.
        #expect(feed["items"].array.allSatisfy { $0["date_published"].string == nil })
        #expect(feed["items"].array.allSatisfy { $0["date_modified"].string?.hasPrefix("20") == true })
    }

    @Test func `a feed chosen by Accept still names itself`() throws {
        var fields = try fields(host: "tarikh.example")
        fields[.accept] = "application/feed+json"
        let first = fixture.get("/v1/timeline?limit=10", fields)
        _ = try JSONFeedValidator.feed(first.body)
        let feed = try first.object()
        #expect(feed["feed_url"].string == "http://tarikh.example/v1/timeline?limit=10&format=jsonfeed")
        let next = try #require(feed["next_url"].string)
        let second = fixture.get(String(next.dropFirst("http://tarikh.example".count)))
        #expect(second.status == .ok)
        _ = try JSONFeedValidator.feed(first.body)
        let ids = try (feed["items"].array + second.object()["items"].array).compactMap { $0["id"].string }
        #expect(Set(ids).count == 16)
        #expect(try second.object()["next_url"].string == nil)
    }

    @Test(arguments: ["a b", "x\"y", "é", ""])
    func `a host that is none is not repeated`(_ host: String) throws {
        let response = try fixture.get("/v1/timeline?format=jsonfeed", fields(host: host))
        #expect(try response.object()["feed_url"].string == "/v1/timeline?format=jsonfeed")
    }

    @Test func `a configured address wins over the host`() throws {
        let fixture = try Fixture { $0.publicURL = "https://news.example/tarikh/" }
        _ = try fixture.store.insert([Fixture.article("وقعت", year: 1992)])
        let feed = try fixture.get("/v1/timeline?format=jsonfeed", fields(host: "inside")).object()
        #expect(feed["feed_url"].string == "https://news.example/tarikh/v1/timeline?format=jsonfeed")
        #expect(feed["items"][0]["url"].string?.hasPrefix("https://news.example/tarikh/v1/events/e_") == true)
    }

    // MARK: GeoJSON

    @Test func `a map is one by RFC 7946`() throws {
        let response = try export("geojson")
        #expect(response.fields[.contentType] == "application/geo+json")
        let features = try GeoJSONValidator.features(response.body)
        #expect(features.count == 4)
        #expect(omitted(response) == "12")
        let document = try response.object()
        #expect(document["omitted"]["no_place"].integer == 12)
        #expect(
            document["features"][0]["geometry"]["coordinates"].array.compactMap { $0.value as? Double }
                == [31.2357, 30.0444])
        #expect(document["features"][0]["properties"]["date"]["edtf"].string == "-9999-01-01")
        #expect(document["features"][0]["properties"]["place"].string == "القاهرة")
    }

    // MARK: All

    @Test(arguments: ["json", "ndjson", "csv", "ics", "timelinejs", "jsonfeed", "geojson"])
    func `Arabic is not escaped`(_ format: String) throws {
        let text = try export(format).text.replacingOccurrences(
            of: "\r\n ", with: "", options: .literal)
        #expect(text.contains("افتتاح «قناة»، ثانٍ"))
        #expect(!text.contains("\\u06"), "\(format)")
    }

    @Test(arguments: ["ndjson", "csv", "ics", "timelinejs", "jsonfeed"])
    func `pages of every form reach everything once`(_ format: String) throws {
        var seen: [String] = []
        var target: String? = "/v1/timeline?limit=7&format=" + format
        while let asked = target, seen.count < 100 {
            let response = fixture.get(asked)
            try #require(response.status == .ok)
            let mark = ["csv": "events/e_", "ics": "UID:e_"][format] ?? "id\":\"e_"
            seen += response.text.components(separatedBy: mark).dropFirst().map {
                String($0.prefix { $0.isLetter || $0.isNumber })
            }
            let link = response.fields.first { $0.name.canonicalName == "link" }?.value
            target = link.map { String($0.dropFirst().prefix { $0 != ">" }) }
        }
        #expect(Set(seen).count == seen.count)
        #expect(seen.count == ["ics": 12, "timelinejs": 15][format] ?? 16)
    }

    @Test func `an entity's timeline has the same forms`() throws {
        let response = fixture.get("/v1/entities/n_cairo/timeline?format=geojson")
        #expect(try GeoJSONValidator.features(response.body).count == 4)
        #expect(omitted(response) == "0")
    }

    @Test func `a sentence without end is cut at a character`() throws {
        let fixture = try Fixture()
        let sentence = String(repeating: "ا", count: 5000)
        _ = try fixture.store.insert([
            SampleEvents.event(
                "x", try SampleEvents.date("1992", "1992-01-01", "1992-12-31", .year), rest: sentence)
        ])
        let item = try fixture.get("/v1/timeline?format=jsonfeed").object()["items"][0]
        #expect(item["content_text"].string == "x" + String(repeating: "ا", count: 999) + "…")
    }

    // MARK: Years

    @Test(arguments: [
        ("from=-9999-01-01&to=-9999-01-01", ["-9999-01-01"]), ("from=-9999&to=-0539", ["-9999-01-01"]),
        ("from=-0538&to=-0538", ["-0538"]), ("from=-0538-12-31&to=-0001", ["-0538"]),
        ("from=0000&to=0000", ["0000"]), ("from=0001-01-01&to=0001-01-01", ["0001-01-01"]),
        ("from=9999-12-31&to=9999-12-31", ["9999-06/9999-12", "9999-12-31"]),
        ("from=-0999&to=0000-06&match=certain", ["-0538"]),
    ])
    func `years from -9999 to 9999 are found`(_ query: String, _ expected: [String]) throws {
        // `../..` and what is open on one side meets every interval.
        let open: Set = ["../..", "1990/..", "../1980"]
        let items = try fixture.get("/v1/timeline?limit=100&" + query).object()["items"].array
        #expect(items.compactMap { $0["date"]["edtf"].string }.filter { !open.contains($0) } == expected)
    }

    @Test func `events come in the order of their days`() throws {
        let lower = try fixture.get("/v1/timeline?limit=100").object()["items"].array.map {
            $0["date"]["lower"].string
        }
        #expect(
            lower == [
                nil, nil, "-9999-01-01", "-0538-01-01", "0000-01-01", "0001-01-01", "1869-11-17",
                "1900-01-01",
                "1990-01-01", "1990-01-01", "1991-01-01", "1992-04-01", "2018-01-01", "2024-02-29",
                "9999-06-01",
                "9999-12-31",
            ])
    }
}
