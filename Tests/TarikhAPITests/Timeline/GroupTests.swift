import ArticleStore
import HTTPServer
import HTTPTypes
import Testing

struct GroupTests {
    let fixture: Fixture

    init() throws {
        fixture = try Fixture()
        _ = try fixture.store.insert(try SampleEvents.all())
    }

    private func groups(_ query: String) throws -> JSON {
        let response = fixture.get("/v1/timeline?" + query)
        try #require(response.status == .ok, "\(response.text)")
        return try response.object()
    }

    private func rows(_ answer: JSON) -> [String] {
        answer["groups"].array.map { "\($0["key"].string ?? "") \($0["count"].integer ?? 0)" }
    }

    @Test func `events are grouped by place`() throws {
        let answer = try groups("group_by=place&limit=2")
        #expect(rows(answer) == ["n_cairo 4", "n_nowhere 1"])
        let cairo = answer["groups"][0]
        #expect(cairo["label"].string == "القاهرة")
        #expect(
            cairo["items"].array.compactMap { $0["date"]["edtf"].string } == ["-9999-01-01", "1869-11-17"])
        #expect(answer["page"]["total"].integer == 2)
        #expect(answer["page"]["has_more"].flag == false)
    }

    @Test func `events are grouped by year, also before 0`() throws {
        let answer = try groups("group_by=year&groups=100")
        let rows = rows(answer)
        #expect(rows.prefix(2) == ["1990 2", "9999 2"])
        #expect(rows.dropFirst(2).prefix(3) == ["-9999 1", "-0538 1", "0000 1"])
        #expect(rows.contains("1980 1"))
        // `../..` has no year.
        #expect(answer["groups"].array.reduce(0) { $0 + ($1["count"].integer ?? 0) } == 15)
        for group in answer["groups"].array {
            #expect(group["items"].array.count == group["count"].integer)
            #expect(group["label"].string == group["key"].string)
        }
    }

    @Test func `events are grouped by article and by entity`() throws {
        let fixture = try Fixture()
        _ = try fixture.store.insert((0..<3).map { Fixture.article("سفارة", year: 1980 + $0) })
        let articles = try fixture.get("/v1/timeline?group_by=article").object()
        #expect(rows(articles) == ["a_1 1", "a_2 1", "a_3 1"])
        let entities = try fixture.get("/v1/timeline?group_by=entity&limit=1").object()
        #expect(rows(entities) == ["n_aze 3"])
        #expect(entities["groups"][0]["items"].array.count == 1)
        #expect(try rows(fixture.get("/v1/timeline?group_by=entity&from=1981").object()) == ["n_aze 2"])
        #expect(
            try rows(fixture.get("/v1/entities/n_aze/timeline?group_by=year&to=1980").object()) == ["1980 1"])
    }

    @Test func `pages of groups reach all of them once`() throws {
        var seen: [String] = []
        var target: String? = "/v1/timeline?group_by=year&groups=4"
        while let asked = target, seen.count < 100 {
            let response = fixture.get(asked)
            seen += rows(try response.object())
            let link = response.fields.first { $0.name.canonicalName == "link" }?.value
            target = link.map { String($0.dropFirst().prefix { $0 != ">" }) }
        }
        #expect(seen == rows(try groups("group_by=year&groups=100")))
    }

    @Test(arguments: [
        ("group_by=month", "group_by"), ("groups=5", "groups"), ("group_by=year&groups=201", "groups"),
        ("group_by=year&groups=0", "groups"), ("group_by=year&groups=200&limit=51", "limit"),
        ("group_by=year&format=csv", "group_by"),
    ])
    func `a bad parameter is told`(_ query: String, _ parameter: String) throws {
        let response = fixture.get("/v1/timeline?" + query)
        #expect(response.status == .badRequest)
        #expect(try response.object()["errors"][0]["parameter"].string == parameter)
    }
}
