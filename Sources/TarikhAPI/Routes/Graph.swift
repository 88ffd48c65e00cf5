import ArticleStore
import Articles
import HTTPServer
import HTTPTypes

/// Entities and which of them are named together, as a graph.
extension API {
    static let graphParameters =
        Filter.parameters + unitParameters + [
            minimumWeight,
            Parameter("limit", "integer(1..\(maximumEdges))", default: "500", "How many edges at most."),
        ]
    static let maximumEdges = 5000
    static let minimumWeight = Parameter(
        "min_weight", "number", "The least weight of an edge; 1 for counts, else 0.")

    /// What a graph is written as, a line each; the first answers a request that wants none in particular.
    private static let graphFormats: [any GraphFormat] = [
        CytoscapeFormat(),
        GraphMLFormat(),
        NodeGraphFormat(),
    ]

    static let graphForms = graphFormats.map(\.media)

    func graph(_ call: Call) throws -> Response {
        let query = try graphQuery(call)
        guard let format = Self.graphFormats.first(where: { $0.media == call.media }) else {
            throw Problem.notFound("form of this name")
        }
        return try call.unlessCached(try tag(of: call)) {
            let graph = try store.graph(query)
            let omitted = graph.omittedEdges + graph.omittedArticles + graph.omittedUnits
            var writer = JSONWriter(reservingCapacity: 1 << 16)
            let body: [UInt8]
            if let text = format.text(of: graph, query) {
                body = Array(text.utf8)
            } else {
                let names = try names(call)
                writer.object { writer in
                    format.writeMembers(of: graph, query, to: &writer)
                    Self.writeRest(of: graph, query, names, to: &writer)
                }
                body = writer.bytes
            }
            return Response(
                status: .ok,
                fields: [.contentType: call.media.contentType, .omitted: String(omitted)], body: body)
        }
    }

    func graphQuery(_ call: Call, limit name: String = "limit", default limit: Int = 500) throws
        -> ArticleStore.GraphQuery
    {
        let measure = try call.query.choice(
            "measure", of: Association.Measure.allCases, default: .count)
        let criteria = try Filter.criteria(call.query, store: store)
        return ArticleStore.GraphQuery(
            unit: try call.query.choice("unit", of: TextUnit.allCases, default: .sentence),
            measure: measure, kinds: try call.query.choices("type", of: Entity.Kind.allCases),
            minimumWeight: try weight(call.query) ?? (measure == .count ? 1 : 0),
            entities: criteria.entities, criteria: criteria,
            limit: try call.query.integer(name, in: 1...Self.maximumEdges, default: limit))
    }

    private func weight(_ query: QueryParameters) throws(Problem) -> Double? {
        guard let text = query["min_weight"] else { return nil }
        guard let value = Double(text), value.isFinite else {
            throw .parameter("min_weight", code: "out_of_range", "'min_weight' is a number.")
        }
        return value
    }

    /// What the JSON forms say beside nodes and edges.
    private static func writeRest(
        of graph: ArticleStore.Graph, _ query: ArticleStore.GraphQuery, _ names: NamesJSON?,
        to writer: inout JSONWriter
    ) {
        writer.member("unit", query.unit.rawValue)
        writer.member("measure", query.measure.rawValue)
        writer.member("total_units", graph.total)
        writer.objectMember("omitted") { writer in
            writer.member("edges", graph.omittedEdges)
            writer.member("articles", graph.omittedArticles)
            writer.member("wide_units", graph.omittedUnits)
        }
        writer.member("as_of", graph.sequence)
        names?.write(to: &writer)
    }
}
