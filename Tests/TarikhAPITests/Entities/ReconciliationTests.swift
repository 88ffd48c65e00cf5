import Foundation
import HTTPServer
import HTTPTypes
import Testing

/// Names of other tables are matched with entities (Reconciliation Service API 0.2).
struct ReconciliationTests {
    let service: EntityFixture

    init() throws { service = try EntityFixture() }

    private func post(_ form: String, type: String = "application/x-www-form-urlencoded") -> Response {
        service.fixture.send(.post, "/v1/reconcile", [.contentType: type], body: Array(form.utf8))
    }

    private func ask(_ queries: String) throws -> JSON {
        let response = post("queries=" + PercentCoding.encode(queries))
        #expect(response.status == .ok)
        return try response.object()
    }

    @Test func `the manifest is one of version 0.2`() throws {
        let host = try #require(HTTPField.Name("Host"))
        let manifest = try service.get("/v1/reconcile", [host: "tarikh.example"]).object()
        try ReconciliationValidator.manifest(manifest)
        #expect(manifest["view"]["url"].string == "http://tarikh.example/v1/entities/{{id}}")
        #expect(manifest["suggest"]["entity"]["service_url"].string == "http://tarikh.example/v1/reconcile")
        #expect(manifest["suggest"]["entity"]["service_path"].string == "/suggest/entity")
        #expect(manifest["batchSize"].integer == 50)
    }

    @Test func `a batch is answered in shape and by its keys`() throws {
        let queries =
            #"{"q0":{"query":"Egypt"},"q1":{"query":"Ebrahim Raisi","type":"person","limit":1},"q2":{"query":"xyzzy"}}"#
        let answer = try ask(queries)
        try ReconciliationValidator.results(answer, of: ["q0", "q1", "q2"])
        let first = answer["q0"]["result"][0]
        #expect(first["id"].string == "n_egypt" && first["name"].string == "مصر")
        #expect(first["match"].flag == true && first["type"][0]["id"].string == "place")
        #expect(first["description"].string == "country, in 4 articles")
        let person = answer["q1"]["result"][0]
        #expect(person["id"].string == "n_raisi" && person["match"].flag == false)
        #expect(answer["q2"]["result"].array.isEmpty)
        let encoded = PercentCoding.encode(queries)
        #expect(
            service.fixture.get("/v1/reconcile?queries=" + encoded).text == post("queries=" + encoded).text)
    }

    @Test func `the score is the sum of what the features say`() throws {
        let answer = try ask(
            #"{"q":{"query":"جمهورية مصر","type":"place","properties":[{"pid":"iso3166","v":"eg"}]}}"#)
        let candidate = answer["q"]["result"][0]
        var features: [String: Double] = [:]
        for feature in candidate["features"].array {
            features[try #require(feature["id"].string)] = (feature["value"].value as? NSNumber)?.doubleValue
        }
        #expect(features["exact_name"] == 0 && features["type_match"] == 1)
        let similarity = try #require(features["name_similarity"])
        let popularity = try #require(features["popularity"])
        let score = 90 * 0.9 * similarity + 5 + 5 * popularity + 10
        #expect(abs(try #require(candidate["score"].value as? Double) - score) < 0.02)
        #expect(features["property_agreement"] == 1)
    }

    @Test func `types and properties matter as the query says`() throws {
        func ids(_ query: String) throws -> [String?] {
            try ask("{\"q\":\(query)}")["q"]["result"].array.map { $0["id"].string }
        }
        #expect(try ids(#"{"query":"Egypt","type":"person"}"#) == [])
        #expect(try ids(#"{"query":"Egypt","type":["person","place"],"type_strict":"any"}"#) == ["n_egypt"])
        let other = try ask(#"{"q":{"query":"Egypt","type":"person","type_strict":"should"}}"#)["q"][
            "result"][0]
        #expect(other["id"].string == "n_egypt" && other["match"].flag == false)
        #expect(try ids(#"{"query":"n_egypt"}"#) == ["n_egypt"])
        let wrong = try ask(#"{"q":{"query":"Egypt","properties":[{"pid":"wikidata","v":{"id":"Q794"}}]}}"#)
        #expect(wrong["q"]["result"][0]["match"].flag == false)
    }

    @Test(arguments: [
        "[]", "{", "{\"q\":1}", "{\"q\":{}}", "{\"q\":{\"query\":1}}",
        "{\"q\":{\"query\":\"a\",\"limit\":\"b\"}}",
        "{\"q\":{\"query\":\"a\",\"type_strict\":\"maybe\"}}", "{\"q\":{\"properties\":[]}}",
        "{\"q\":{\"query\":\"a\",\"properties\":[{\"pid\":\"x\"}]}}",
        "{\"q\":{\"query\":\"" + String(repeating: "a", count: 401) + "\"}}",
        "{" + (0..<51).map { "\"q\($0)\":{\"query\":\"a\"}" }.joined(separator: ",") + "}",
    ])
    func `what is no batch is refused`(queries: String) throws {
        let response = post("queries=" + PercentCoding.encode(queries))
        #expect(response.status == .badRequest)
        #expect(try response.object()["errors"][0]["parameter"].string == "queries")
    }

    @Test func `other forms and parameters are refused`() {
        #expect(post("{}", type: "application/json").status == .unsupportedMediaType)
        #expect(post("queries={}&extend={}").status == .badRequest)
        #expect(post("").status == .badRequest)
        #expect(service.get("/v1/reconcile?callback=f").status == .badRequest)
        #expect(post("queries=" + String(repeating: "a", count: 300_000)).status == .contentTooLarge)
        #expect(post("queries={\"q\":{\"query\":\"a\",\"limit\":1e300}}").status == .ok)
    }

    @Test func `entities are suggested`() throws {
        let answer = try service.get("/v1/reconcile/suggest/entity?prefix=مص").object()
        try ReconciliationValidator.suggestions(answer)
        #expect(answer["result"].array.map { $0["id"].string } == ["n_egypt"])
        #expect(answer["result"][0]["notable"][0]["id"].string == "place")
        #expect(
            try service.get("/v1/reconcile/suggest/entity?prefix=مص&cursor=1").object()["result"].array
                .isEmpty)
        #expect(service.get("/v1/reconcile/suggest/entity").status == .badRequest)
    }
}
