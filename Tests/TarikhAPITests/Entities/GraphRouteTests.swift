import HTTPServer
import HTTPTypes
import Testing

struct GraphRouteTests {
    let service: EntityFixture

    init() throws { service = try EntityFixture() }

    @Test func `Cytoscape elements`() throws {
        let response = service.get("/v1/graph?min_weight=2")
        #expect(response.fields[.contentType] == "application/json")
        #expect(
            response.text == """
                {"elements":{"nodes":[\
                {"data":{"id":"n_egypt","label":"مصر","lang":"ar","type":"place","subtype":"country","articles":4,"count":5}},\
                {"data":{"id":"n_iran","label":"إيران","lang":"ar","type":"place","subtype":"country","articles":3,"count":4}},\
                {"data":{"id":"n_raisi","label":"إبراهيم رئيسي","lang":"ar","type":"person","subtype":null,"articles":2,"count":2}}],\
                "edges":[{"data":{"id":"n_egypt-n_iran","source":"n_egypt","target":"n_iran","weight":2.0,"count":2,\
                "expected":2.5,"pmi":-0.3219,"chi2":-0.5333}},\
                {"data":{"id":"n_iran-n_raisi","source":"n_iran","target":"n_raisi","weight":2.0,"count":2,\
                "expected":1.0,"pmi":1.0,"chi2":2.6667}}]},"unit":"sentence","measure":"count","total_units":8,\
                "omitted":{"edges":0,"articles":0,"wide_units":0},"as_of":4,"matched_by":[]}
                """)
    }

    @Test func `GraphML is valid and says the same`() throws {
        let json = try service.get("/v1/graph?unit=article").object()
        let response = service.get("/v1/graph?unit=article", [.accept: "application/graphml+xml"])
        #expect(response.fields[.contentType] == "application/graphml+xml; charset=utf-8")
        let graph = try GraphMLValidator.graph(response.body)
        #expect(graph.nodes["n_bank"]?["label"] == "بنك <\"A&B\"> ]]>'")
        let nodes = json["elements"]["nodes"].array.map { $0["data"] }
        #expect(Set(graph.nodes.keys) == Set(nodes.compactMap { $0["id"].string }))
        for node in nodes {
            let id = try #require(node["id"].string)
            #expect(graph.nodes[id]?["type"] == node["type"].string)
            #expect(graph.nodes[id]?["articles"] == node["articles"].integer.map { String($0) })
        }
        let edges = json["elements"]["edges"].array.map { $0["data"] }
        #expect(graph.edges.count == edges.count && edges.count == 6)
        for (edge, written) in zip(edges, graph.edges) {
            #expect(edge["source"].string == written.source && edge["target"].string == written.target)
            #expect(edge["count"].integer.map { String($0) } == written.values["count"])
            #expect((edge["pmi"].value as? Double).map { String($0) } == written.values["pmi"])
        }
        #expect(
            graph.description
                == "unit article, weight count, units 4; left out: 0 edges, 0 articles, 0 wide units")
    }

    @Test func `rows of Grafana's node graph`() throws {
        let response = service.get("/v1/graph?format=grafana&limit=1&type=place,person")
        #expect(response.fields[.contentType] == "application/json")
        let answer = try response.object()
        for node in answer["nodes"].array {
            #expect(node.keys == ["id", "title", "subTitle", "mainStat", "detail__type"])
            #expect(node["subTitle"].string != nil && node["mainStat"].integer != nil)
        }
        #expect(answer["edges"].array.count == 1)
        #expect(answer["edges"][0].keys == ["id", "source", "target", "mainStat"])
        #expect(answer["omitted"]["edges"].integer == 2)
        let omitted = try #require(HTTPField.Name("X-Tarikh-Omitted"))
        #expect(response.fields[omitted] == "2")
    }

    @Test(arguments: [
        ("entity=n_raisi&unit=article", 3), ("entity=إبراهيم رئيسي,بنك&unit=article", 3),
        ("entity=n_raisi&entity=Egypt&unit=article", 1), ("entity=!Egypt&unit=article", 3),
        ("type=place&unit=article", 1), ("measure=pmi&unit=article&min_weight=0.5", 1),
        ("source=ب&unit=article", 1), ("from=1990", 0),
    ])
    func `filters choose edges and articles`(query: String, count: Int) throws {
        let target = "/v1/graph?" + query.replacing(" ", with: "%20")
        #expect(try service.get(target).object()["elements"]["edges"].array.count == count)
    }

    @Test(arguments: [
        "limit=5001", "limit=0", "min_weight=nan", "min_weight=x", "unit=page", "format=dot", "cursor=a",
    ])
    func `what is wrong is said`(query: String) {
        #expect([.badRequest, .notAcceptable].contains(service.get("/v1/graph?" + query).status))
    }
}
