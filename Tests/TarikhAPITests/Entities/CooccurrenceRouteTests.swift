import HTTPServer
import HTTPTypes
import Testing

struct CooccurrenceRouteTests {
    let service: EntityFixture

    init() throws { service = try EntityFixture() }

    @Test func `a row has the count, what was expected and both marginals`() throws {
        let response = service.get("/v1/entities/n_egypt/cooccurrence?limit=1")
        let cursor = try #require(try response.object()["page"]["next_cursor"].string)
        #expect(
            response.text == """
                {"entity":{"id":"n_egypt","type":"place","subtype":"country",\
                "label":{"text":"مصر","lang":"ar","dir":"rtl"}},"unit":"sentence","measure":"count","units":5,\
                "total_units":8,"items":[{"entity":{"id":"n_iran","type":"place","subtype":"country",\
                "label":{"text":"إيران","lang":"ar","dir":"rtl"}},"value":2.0,"count":2,"expected":2.5,\
                "pmi":-0.3219,"chi2":-0.5333,"left":5,"right":4,"total":8}],\
                "page":{"limit":1,"next_cursor":"\(cursor)","has_more":true,"total":3,"total_relation":"eq","as_of":4},\
                "matched_by":[]}
                """)
        let rest = try service.get("/v1/entities/n_egypt/cooccurrence?limit=1&cursor=" + cursor).object()
        #expect(rest["items"].array.count == 1)
    }

    @Test(arguments: [
        ("unit=sentence", ["n_iran", "n_raisi", "n_bank"], [2, 1, 1]),
        ("unit=block", ["n_iran", "n_raisi", "n_bank"], [3, 2, 1]),
        ("unit=article", ["n_iran", "n_raisi", "n_bank"], [3, 2, 2]),
        ("unit=article&measure=pmi", ["n_iran", "n_raisi", "n_bank"], [3, 2, 2]),
        ("unit=article&type=person,org", ["n_raisi", "n_bank"], [2, 2]),
        ("unit=article&min_count=3", ["n_iran"], [3]), ("unit=article&source=ب", ["n_iran"], [1]),
        ("unit=article&entity=Iran&source=أ", ["n_iran", "n_raisi", "n_bank"], [2, 2, 2]),
    ])
    func `units, measures and filters`(query: String, ids: [String], counts: [Int]) throws {
        let answer = try service.get("/v1/entities/n_egypt/cooccurrence?" + query).object()
        #expect(answer["items"].array.map { $0["entity"]["id"].string } == ids)
        #expect(answer["items"].array.map { $0["count"].integer } == counts)
    }

    @Test func `what there is not is said`() throws {
        #expect(service.get("/v1/entities/n_none/cooccurrence").status == .notFound)
        #expect(service.get("/v1/entities/n_egypt/cooccurrence?unit=page").status == .badRequest)
        #expect(service.get("/v1/entities/n_egypt/cooccurrence?measure=mi").status == .badRequest)
        #expect(service.get("/v1/entities/n_egypt/cooccurrence?min_count=0").status == .badRequest)
    }
}
