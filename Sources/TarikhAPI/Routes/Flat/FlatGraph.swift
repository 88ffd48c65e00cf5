import ArticleStore
import Articles
import HTTPServer

/// Entities that are named together, as rows.
extension API {
    static let flatPairParameters =
        flatGraphParameters.filter { $0.name != "limit" } + [count("n", maximumEdges, default: 100)]

    func flatCooccurrence(_ call: Call) throws -> Response {
        try flat(call) { call in
            let query = try graphQuery(call, limit: "n", default: 100)
            let graph = try store.graph(query)
            let labels = Dictionary(
                graph.nodes.map { ($0.entity.entity.id, $0.entity.entity.label) }
            ) { first, _ in first }
            var table = FlatTable(["a_id", "a", "b_id", "b", "count", "pmi"])
            for edge in graph.edges {
                table.append(
                    .text(edge.source), .text(labels[edge.source] ?? ""), .text(edge.target),
                    .text(labels[edge.target] ?? ""), .integer(edge.association.both),
                    .number(AssociationJSON.rounded(edge.association.mutualInformation)))
            }
            return FlatAnswer(table: table, limit: query.limit, sequence: graph.sequence)
        }
    }

    /// By the names that Grafana's node graph has for them.
    func flatNodes(_ call: Call) throws -> Response {
        try flat(call) { call in
            let query = try graphQuery(call)
            let graph = try store.graph(query)
            var table = FlatTable(["id", "title", "subTitle", "mainStat", "detail__type"])
            for node in graph.nodes {
                let entity = node.entity.entity
                table.append(
                    .text(entity.id), .text(entity.label), .text(entity.subtype ?? ""), .integer(node.count),
                    .text(entity.kind.rawValue))
            }
            return FlatAnswer(table: table, limit: query.limit, sequence: graph.sequence)
        }
    }

    func flatEdges(_ call: Call) throws -> Response {
        try flat(call) { call in
            let query = try graphQuery(call)
            let graph = try store.graph(query)
            var table = FlatTable(["id", "source", "target", "mainStat"])
            for edge in graph.edges {
                table.append(
                    .text(edge.id), .text(edge.source), .text(edge.target),
                    .number(AssociationJSON.rounded(edge.association.value(query.measure))))
            }
            return FlatAnswer(table: table, limit: query.limit, sequence: graph.sequence)
        }
    }
}
