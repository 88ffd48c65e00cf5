import ArticleStore
import Articles
import HTTPServer
import HTTPTypes
import Testing
import TextAnalysis

struct HistogramRouteTests {
    let fixture: Fixture

    init() throws {
        fixture = try Fixture()
        _ = try fixture.store.insert(try SampleEvents.all())
    }

    private func histogram(_ query: String) throws -> JSON {
        let response = fixture.get("/v1/timeline/histogram?" + query)
        try #require(response.status == .ok, "\(response.text)")
        return try response.object()
    }

    @Test func `a histogram is written with every key`() throws {
        let sequence = try fixture.store.sequence()
        #expect(
            fixture.get("/v1/timeline/histogram?interval=century&to=0001").text == """
                {"interval":"century","date":"event","spread":"lower","buckets":[\
                {"start":"-9999/-9901","lower":"-9999-01-01","upper":"-9901-12-31","count":1},\
                {"start":"-0600/-0501","lower":"-0600-01-01","upper":"-0501-12-31","count":1},\
                {"start":"00XX","lower":"0000-01-01","upper":"0099-12-31","count":2},\
                {"start":"19XX","lower":"1900-01-01","upper":"1999-12-31","count":1}],\
                "total":5,"open_ended":1,"omitted":{"undated":1,"out_of_range":0,"no_place":0},\
                "as_of":\(sequence),"matched_by":[]}
                """)
    }

    @Test(arguments: ["day", "week", "month", "quarter", "year", "decade", "century"])
    func `events are all counted, whatever the interval and spread`(_ interval: String) throws {
        for spread in ["lower", "even"] {
            let query = "interval=\(interval)&spread=\(spread)"
            let response = fixture.get("/v1/timeline/histogram?" + query)
            guard response.status == .ok else {
                // A century by days.
                #expect(interval == "day" && spread == "even")
                continue
            }
            let answer = try response.object()
            let sum = answer["buckets"].array.reduce(0.0) { $0 + ($1["count"].value as? Double ?? 0) }
            #expect(abs(sum - 15) < 1e-9)
            #expect(answer["total"].integer == 15)
            #expect(answer["open_ended"].integer == 2)
            #expect(answer["omitted"]["undated"].integer == 1)
            let lower = answer["buckets"].array.compactMap { $0["lower"].string }
            #expect(Set(lower).count == lower.count)
        }
    }

    @Test func `too many buckets are refused with what to take instead`() throws {
        let response = fixture.get("/v1/timeline/histogram?interval=day&spread=even")
        #expect(response.status == .badRequest)
        let problem = try response.object()
        #expect(problem["errors"][0]["code"].string == "too_many_buckets")
        #expect(problem["detail"].string?.contains("interval=week") == true)
        let filled = try fixture.get("/v1/timeline/histogram?interval=month&fill=1").object()
        #expect(filled["detail"].string?.contains("interval=decade") == true)
        #expect(
            fixture.get("/v1/timeline/histogram?interval=decade&fill=1").status == .ok)
    }

    @Test func `filters narrow it`() throws {
        let answer = try histogram("interval=year&from=1991&to=1992&precision=month,year")
        #expect(answer["buckets"].array.compactMap { $0["start"].string } == ["1991", "1992"])
        #expect(try histogram("entity=n_cairo&interval=century")["total"].integer == 4)
        #expect(try histogram("entity=n_nobody")["buckets"].array.isEmpty)
    }

    @Test func `events are counted by when they were published`() throws {
        let fixture = try Fixture()
        let date = try SampleEvents.date("1992", "1992-01-01", "1992-12-31", .year)
        // One second before 1970, one after, and one of which it is not known.
        _ = try fixture.store.insert([
            SampleEvents.event("أ", date, metadata: ArticleMetadata(publishedAt: -1)),
            SampleEvents.event("ب", date, metadata: ArticleMetadata(publishedAt: 1)),
            SampleEvents.event("ج", date, metadata: ArticleMetadata(publishedAt: 86_400)),
            SampleEvents.event("د", date),
        ])
        let answer = try fixture.get("/v1/timeline/histogram?date=published&interval=day").object()
        #expect(
            answer["buckets"].array.compactMap { $0["start"].string }
                == ["1969-12-31", "1970-01-01", "1970-01-02"])
        #expect(answer["omitted"]["undated"].integer == 1)
        #expect(answer["total"].integer == 3)
        let filtered = try fixture.get("/v1/timeline/histogram?date=published&from=1993").object()
        #expect(filtered["total"].integer == 0)
    }

    @Test func `years that are too far away are counted apart`() throws {
        let fixture = try Fixture()
        var date = try SampleEvents.date("Y-17000", nil, nil, .year)
        date.lower = CivilDate(year: -17_000, month: 1, day: 1)
        date.upper = CivilDate(year: -17_000, month: 12, day: 31)
        _ = try fixture.store.insert([SampleEvents.event("أ", date)])
        let response = fixture.get("/v1/timeline/histogram")
        #expect(try response.object()["omitted"]["out_of_range"].integer == 1)
        #expect(response.fields.first { $0.name.canonicalName == "x-tarikh-omitted" }?.value == "1")
    }

    @Test(arguments: [
        ("interval=hour", "interval"), ("spread=upper", "spread"), ("date=ingested", "date"),
        ("fill=2", "fill"),
        ("limit=5", "limit"), ("from=2023-13", "from"),
    ])
    func `a bad parameter is told`(_ query: String, _ parameter: String) throws {
        let response = fixture.get("/v1/timeline/histogram?" + query)
        #expect(response.status == .badRequest)
        #expect(try response.object()["errors"][0]["parameter"].string == parameter)
    }
}
