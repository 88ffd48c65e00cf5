import HTTPServer
import HTTPTypes
import Testing

/// Entities by any of their names, and lists by the names of entities.
struct EntityListTests {
    let service: EntityFixture

    init() throws { service = try EntityFixture() }

    @Test func `a list says which name was asked for`() throws {
        let items = try service.get("/v1/entities?q=gyp").object()["items"]
        #expect(items.array.count == 1)
        let match = items[0]["matched_by"]
        #expect(match["by"].string == "alias" && match["match"].string == "part")
        #expect(match["text"].string == "Egypt" && match["lang"].string == "en")
        #expect(match["kind"].string == "translation")
        let all = try service.get("/v1/entities").object()["items"]
        #expect(all.array.count == 4)
        #expect(all.array.allSatisfy { $0.keys.contains("matched_by") && $0["matched_by"].value == nil })
        let labels = all[1]["labels"].array
        #expect(labels.map { $0["lang"].string } == ["ar", "en", "fa"])
        #expect(labels.map { $0["text"].string } == ["إيران", "Iran", "ایران"])
        #expect(labels.map { $0["dir"].string } == ["rtl", "ltr", "rtl"])
    }

    @Test(arguments: [
        ("q=egypt&xling=off", 0), ("q=جمهورية&xling=off", 1), ("q=Ibrahim Raisi&xling=translit", 1),
        ("q=Ibrahim Raisi", 0), ("q=ا&type=person", 1), ("min_articles=3", 2),
    ])
    func `reach, type and count choose`(query: String, count: Int) throws {
        let target = "/v1/entities?" + query.replacing(" ", with: "%20")
        #expect(try service.get(target).object()["items"].array.count == count)
    }

    @Test(arguments: [
        "/v1/articles", "/v1/events", "/v1/timeline", "/v1/entities/n_iran/articles",
        "/v1/entities/n_iran/mentions", "/v1/entities/n_iran/events", "/v1/entities/n_iran/cooccurrence",
        "/v1/timeline/histogram", "/v1/graph", "/v1/contradictions",
    ])
    func `lists say whom a name stood for`(path: String) throws {
        let names = try service.get(path + "?entity=Egypt,n_bank&entity=!nobody").object()["matched_by"]
        #expect(names.array.map { $0["value"].string } == ["Egypt", "nobody"])
        #expect(names[0]["entities"].array.map { $0["id"].string } == ["n_egypt"])
        #expect(names[0]["entities"][0]["by"].string == "alias")
        #expect(names[0]["entities"][0]["text"].string == "Egypt")
        #expect(names[1]["entities"].array.isEmpty)
        #expect(try service.get(path).object()["matched_by"].array.isEmpty)
    }

    @Test func `names in filters reach as far as is asked`() throws {
        func total(_ query: String) throws -> Int? {
            try service.get("/v1/articles?" + query).object()["page"]["total"].integer
        }
        #expect(try total("entity=Egypt") == 4 && total("entity=Egypt&xling=off") == 0)
        #expect(
            try total("entity=Ebrahim%20Raisi") == 0 && total("entity=Ebrahim%20Raisi&xling=translit") == 2)
    }

    @Test func `an entity's lists take the filters of all`() throws {
        func total(_ path: String) throws -> Int? {
            try service.get("/v1/entities/n_iran/" + path).object()["page"]["total"].integer
        }
        #expect(try total("mentions") == 4 && total("mentions?source=ب") == 1)
        #expect(try total("mentions?entity=n_raisi&source=أ") == 3)
        #expect(try total("mentions?article=" + service.articles[0]) == 2)
        #expect(try total("articles?entity=n_raisi") == 2 && total("mentions?from=1990") == 0)
    }

    @Test func `the service says where they are`() throws {
        let links = try service.get("/").object()["links"]
        for name in ["suggest", "graph", "reconcile"] {
            let link = try #require(links[name].string)
            #expect(service.get(link).status != .notFound)
        }
    }
}
