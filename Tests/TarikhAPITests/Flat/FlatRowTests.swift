import AccessControl
import ArticleStore
import Articles
import HTTPServer
import HTTPTypes
import Testing
import TextAnalysis

/// What the rows say.
struct FlatRowTests {
    let fixture: Fixture

    init() throws { fixture = try FlatShapeTests.fixture() }

    private func rows(_ query: String, _ fixture: Fixture? = nil) throws -> [JSON] {
        let response = (fixture ?? self.fixture).get("/v1/flat/" + query)
        try #require(response.status == .ok, "\(response.text)")
        return try RowShape.rows(response.body, of: String(query.prefix { $0 != "?" }))
    }

    private func omitted(_ query: String) -> String? {
        fixture.get("/v1/flat/" + query).fields.first { $0.name.canonicalName == "x-tarikh-omitted" }?.value
    }

    // MARK: Events

    @Test func `an event as a row`() throws {
        let fixture = try Fixture()
        _ = try fixture.store.insert([
            SampleEvents.event(
                "افتتاح", try SampleEvents.date("1992-04-07", "1992-04-07", "1992-04-07", .day),
                place: SampleEvents.cairo)
        ])
        #expect(
            fixture.get("/v1/flat/events").text == """
                [{"time":"1992-04-07T00:00:00Z","time_ms":702604800000,"timeEnd":"1992-04-07T23:59:59Z",\
                "timeEnd_ms":702691199000,"edtf":"1992-04-07","precision":"day","title":"افتتاح",\
                "text":"افتتاح — نص الجملة.","tags":"","place":"القاهرة","confidence":0.75,"sources":1,\
                "event_id":"e_1","article_id":"a_1","url":"/v1/events/e_1"}]
                """)
        #expect(
            fixture.get("/v1/flat/annotations").text == """
                [{"time":"1992-04-07T00:00:00Z","timeEnd":"1992-04-07T23:59:59Z","title":"افتتاح",\
                "text":"افتتاح — نص الجملة.","tags":""}]
                """)
    }

    @Test(arguments: [
        ("-9999-01-01", "-009999-01-01T00:00:00Z", -377_705_116_800_000),
        ("-0538", "-000538-01-01T00:00:00Z", -79_144_819_200_000),
        ("0000", "0000-01-01T00:00:00Z", -62_167_219_200_000),
        ("0001-01-01", "0001-01-01T00:00:00Z", -62_135_596_800_000),
        ("1869-11-17", "1869-11-17T00:00:00Z", -3_159_561_600_000),
        ("9999-12-31", "9999-12-31T00:00:00Z", 253_402_214_400_000),
    ])
    func `times of all years are numbers too`(_ edtf: String, _ text: String, _ milliseconds: Int) throws {
        let row = try #require(try rows("events").first { $0["edtf"].string == edtf })
        #expect(row["time"].string == text)
        #expect(row["time_ms"].integer == milliseconds)
    }

    @Test func `an open end has the day that is known, and what has none is counted`() throws {
        let rows = try rows("events")
        func times(_ edtf: String) -> [String?] {
            let row = rows.first { $0["edtf"].string == edtf }
            return [row?["time"].string, row?["timeEnd"].string]
        }
        #expect(times("1990/..") == ["1990-01-01T00:00:00Z", "1990-01-01T23:59:59Z"])
        #expect(times("../1980") == ["1980-12-31T00:00:00Z", "1980-12-31T23:59:59Z"])
        #expect(!rows.contains { $0["edtf"].string == "../.." })
        // `../..` and the one without a date.
        #expect(omitted("events") == "2")
        #expect(omitted("annotations") == "2")
        #expect(omitted("series") == "2")
        #expect(omitted("top?field=year") == "2")
        #expect(omitted("matrix?rows=place&cols=year") == "2")
    }

    @Test func `bounds are dates or milliseconds`() throws {
        func found(_ query: String) throws -> [String] {
            try rows("events?match=certain&" + query).compactMap { $0["edtf"].string }
        }
        #expect(try found("from=1992-04-07&to=1992-04-07") == ["1992-04-07"])
        #expect(try found("from=702604800000&to=702691199000") == ["1992-04-07"])
        #expect(try found("from=-79144819200000&to=-79113283200000") == ["-0538"])
        #expect(try found("from=-3159561600000&to=0") == ["1869-11-17"])
        #expect(try found("from=0&to=702691199000").contains("1992-04-07"))
        #expect(try found("from=0&to=702691199000").contains("1869-11-17") == false)
    }

    @Test func `pages lead on to all rows`() throws {
        var seen: [String] = []
        var target: String? = "/v1/flat/events?limit=5&envelope=1"
        while let asked = target, seen.count < 100 {
            let answer = try fixture.get(asked).object()
            seen += answer["rows"].array.compactMap { $0["event_id"].string }
            let cursor = answer["page"]["next_cursor"].string
            #expect(answer["page"]["has_more"].flag == (cursor != nil))
            target = cursor.map { "/v1/flat/events?limit=5&envelope=1&cursor=" + $0 }
        }
        #expect(seen.count == 16)
        #expect(Set(seen).count == 16)
        let link = fixture.get("/v1/flat/events?limit=5").fields.first { $0.name.canonicalName == "link" }
        #expect(link?.value.contains("cursor=") == true)
    }

    // MARK: Counts

    @Test func `events by year`() throws {
        let values = Dictionary(
            try rows("series?from=1990&to=1993").map { ($0["time"].string ?? "", $0["value"].integer ?? 0) }
        ) { $0 + $1 }
        // What meets the bounds counts on its first day, wherever that is.
        #expect(values["1992-01-01T00:00:00Z"] == 2)
        #expect(values["1991-01-01T00:00:00Z"] == 1)
        #expect(values["1990-01-01T00:00:00Z"] == 2)
        #expect(values["1900-01-01T00:00:00Z"] == 1)
        let all = try rows("series?interval=century")
        #expect(all.first?["time"].string == "-009999-01-01T00:00:00Z")
        #expect(all.compactMap { $0["value"].integer }.reduce(0, +) == 16)
        #expect(all.allSatisfy { $0["series"].string == "events" })
    }

    @Test func `series are filled over the time that all of them cover`() throws {
        let query = "series?by=entity&interval=decade&from=1860&to=2030"
        let sparse = try rows(query)
        let filled = try rows(query + "&fill=1")
        let labels = Set(filled.compactMap { $0["series"].string })
        #expect(labels == Set(sparse.compactMap { $0["series"].string }))
        let times = Set(filled.compactMap { $0["time_ms"].integer })
        #expect(filled.count == labels.count * times.count)
        #expect(filled.count > sparse.count)
        #expect(
            filled.compactMap { $0["value"].integer }.reduce(0, +)
                == sparse.compactMap { $0["value"].integer }.reduce(0, +))
        let order = filled.compactMap { $0["time_ms"].integer }
        #expect(order == order.sorted())
    }

    @Test func `articles and mentions count on the day of publication`() throws {
        let articles = try rows("series?metric=articles&interval=day")
        #expect(articles.map { $0["time"].string } == ["2023-11-14T00:00:00Z"])
        #expect(articles.map { $0["value"].integer } == [2])
        #expect(try rows("series?metric=articles&to=2023-11-13").isEmpty)
        #expect(try rows("series?metric=articles&from=2023-11-14&to=2023-11-14").count == 1)
        #expect(try rows("series?metric=mentions&entity=n_cairo")[0]["value"].integer == 1)
        // Those that are not known to be published.
        #expect(omitted("series?metric=articles") == "20")
    }

    @Test func `the greatest come first, and shares add up`() throws {
        let top = try rows("top?field=place&n=1&other=1")
        #expect(top[0]["id"].string == "n_cairo")
        #expect(top[0]["value"].integer == 5)
        #expect(top[1]["label"].string == "other")
        #expect(abs(top.compactMap { $0["share"].double }.reduce(0, +) - 1) < 0.000_01)
        #expect(try rows("top?field=source")[0]["label"].string == "وكالة \"أ\"، ب")
        #expect(try rows("top?field=source&metric=articles").map { $0["value"].integer } == [2, 2, 2])
        #expect(try rows("top?metric=mentions&entity=n_egypt")[0]["id"].string == "n_egypt")
        #expect(try rows("top?field=year&n=1000").contains { $0["id"].string == "-0538" })
    }

    @Test func `places have their coordinates`() throws {
        let places = try rows("places")
        #expect(places.map { $0["id"].string } == ["n_cairo"])
        #expect(places[0]["lat"].double == 30.0444 && places[0]["lon"].double == 31.2357)
        #expect(omitted("places") == "1")
    }

    @Test func `a matrix has every pair`() throws {
        let cells = try rows("matrix?rows=place&cols=year&n=2&m=100")
        let rowNames = Set(cells.compactMap { $0["row"].string })
        let columns = Set(cells.compactMap { $0["col"].string })
        #expect(rowNames == ["القاهرة", "قرية"])
        #expect(cells.count == rowNames.count * columns.count)
        func value(_ row: String, _ column: String) -> Int? {
            cells.first { $0["row"].string == row && $0["col"].string == column }?["value"].integer
        }
        #expect(value("القاهرة", "1992") == 1)
        #expect(value("القاهرة", "-9999") == 1)
        #expect(value("قرية", "1990") == 1)
        #expect(value("قرية", "1992") == 0)
        let sum = cells.compactMap { $0["value"].integer }.reduce(0, +)
        #expect(sum == 6)
    }

    @Test func `two of the same name are told apart`() throws {
        let fixture = try Fixture()
        let date = try SampleEvents.date("1992", "1992-01-01", "1992-12-31", .year)
        let places = ["n_one", "n_two"].enumerated().map { index, id in
            Entity(
                id: id, kind: .place, label: "طرابلس", labelLanguage: .arabic, wikidata: "Q\(index + 1)",
                latitude: 30 + Double(index), longitude: 10)
        }
        _ = try fixture.store.insert(
            places.enumerated().map { index, place in
                SampleEvents.event("حدث \(index)", date, place: place)
            })
        let labels = try rows("series?by=place", fixture).compactMap { $0["series"].string }
        #expect(Set(labels) == ["طرابلس (n_one)", "طرابلس (n_two)"])
    }

    // MARK: Entities

    @Test func `pairs, nodes and edges are those of the graph`() throws {
        let query = "unit=article&min_weight=2"
        let graph = try fixture.get("/v1/graph?" + query).object()["elements"]
        let pairs = try rows("cooccurrence?" + query)
        #expect(pairs.map { $0["a_id"].string } == graph["edges"].array.map { $0["data"]["source"].string })
        #expect(pairs.map { $0["count"].integer } == graph["edges"].array.map { $0["data"]["count"].integer })
        #expect(pairs.first?["a"].string == "مصر")
        let nodes = try rows("nodes?" + query)
        #expect(nodes.map { $0["id"].string } == graph["nodes"].array.map { $0["data"]["id"].string })
        let edges = try rows("edges?" + query)
        #expect(
            edges.map { $0["mainStat"].double } == graph["edges"].array.map { $0["data"]["weight"].double })
        let known = Set(nodes.compactMap { $0["id"].string })
        for edge in edges {
            #expect(
                known.contains(edge["source"].string ?? "") && known.contains(edge["target"].string ?? ""))
        }
    }

    @Test func `variables lead to filters`() throws {
        let entity = try #require(try rows("variables?q=Egypt").first)
        #expect(entity["__text"].string == "مصر")
        #expect(entity["__value"].string == "n_egypt")
        #expect(try rows("variables?type=person").map { $0["__value"].string } == ["n_raisi"])
        #expect(try rows("variables?field=place&q=%D8%A5%D9%8A%D8%B1%D8%A7%D9%86").count == 1)
        #expect(try rows("variables?field=year&q=1869").map { $0["__value"].string } == ["1869"])
        #expect(try rows("variables?field=source&n=2").count == 2)
    }

    // MARK: Access

    @Test func `keys for some sources get no rows that may be of others`() throws {
        let fixture = try Fixture(keys: [
            try KeyGrant(scopes: [.read]), try KeyGrant(scopes: [.read], sources: ["وكالة أ"]),
        ])
        let metadata = ArticleMetadata(source: "وكالة ب")
        let date = try SampleEvents.date("1992", "1992-01-01", "1992-12-31", .year)
        _ = try fixture.store.insert([SampleEvents.event("سر", date, metadata: metadata)])
        for query in FlatShapeTests.queries {
            let target = "/v1/flat/" + query
            #expect(fixture.send(.get, target, key: fixture.secrets[0]).status == .ok)
            let refused = fixture.send(.get, target, key: fixture.secrets[1])
            #expect(refused.status == .forbidden, "\(target)")
            #expect(!refused.text.contains("سر"))
            #expect(fixture.get(target).status == .unauthorized)
        }
    }
}
