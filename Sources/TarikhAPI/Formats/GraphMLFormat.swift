import ArticleStore
import Articles
import TextAnalysis

/// GraphML 1.0 (http://graphml.graphdrawing.org): an undirected graph with what is known of its nodes and edges.
struct GraphMLFormat: GraphFormat {
    let media = MediaType.graphML

    private static let nodeKeys = [
        ("label", "string"), ("lang", "string"), ("type", "string"), ("subtype", "string"),
        ("articles", "int"), ("count", "int"),
    ]
    private static let edgeKeys = [
        ("weight", "double"), ("count", "int"), ("expected", "double"), ("pmi", "double"),
        ("chi2", "double"),
    ]

    func text(of graph: ArticleStore.Graph, _ query: ArticleStore.GraphQuery) -> String? {
        var text = """
            <?xml version="1.0" encoding="UTF-8"?>
            <graphml xmlns="http://graphml.graphdrawing.org/xmlns" \
            xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" \
            xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns \
            http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">

            """
        text += Self.keys("node", "n", Self.nodeKeys) + Self.keys("edge", "e", Self.edgeKeys)
        text += "<graph id=\"tarikh\" edgedefault=\"undirected\">\n"
        text += "<desc>" + Self.description(of: graph, query) + "</desc>\n"
        for node in graph.nodes { Self.append(node, to: &text) }
        for edge in graph.edges { Self.append(edge, query.measure, to: &text) }
        return text + "</graph>\n</graphml>\n"
    }

    private static func keys(_ target: String, _ prefix: String, _ keys: [(String, String)]) -> String {
        keys.map { name, type in
            "<key id=\"\(prefix)_\(name)\" for=\"\(target)\" attr.name=\"\(name)\" attr.type=\"\(type)\"/>\n"
        }.joined()
    }

    private static func description(
        of graph: ArticleStore.Graph, _ query: ArticleStore.GraphQuery
    ) -> String {
        "unit \(query.unit.rawValue), weight \(query.measure.rawValue), units \(graph.total); left out: "
            + "\(graph.omittedEdges) edges, \(graph.omittedArticles) articles, "
            + "\(graph.omittedUnits) wide units"
    }

    private static func append(_ node: ArticleStore.Graph.Node, to text: inout String) {
        let entity = node.entity.entity
        let values = [
            entity.label, entity.labelLanguage.code, entity.kind.rawValue, entity.subtype ?? "",
            String(node.entity.articleCount), String(node.count),
        ]
        text += "<node id=\"\(PlainText.xml(entity.id))\">"
        for (key, value) in zip(nodeKeys, values) { append(value, key: "n_" + key.0, to: &text) }
        text += "</node>\n"
    }

    private static func append(
        _ edge: ArticleStore.Graph.Edge, _ measure: Association.Measure, to text: inout String
    ) {
        let association = edge.association
        let values = [
            number(association.value(measure)), String(association.both), number(association.expected),
            number(association.mutualInformation), number(association.chiSquare),
        ]
        text += "<edge source=\"\(PlainText.xml(edge.source))\" target=\"\(PlainText.xml(edge.target))\">"
        for (key, value) in zip(edgeKeys, values) { append(value, key: "e_" + key.0, to: &text) }
        text += "</edge>\n"
    }

    private static func append(_ value: String, key: String, to text: inout String) {
        text += "<data key=\"\(key)\">\(PlainText.xml(value))</data>"
    }

    /// As xs:double has it.
    private static func number(_ value: Double) -> String {
        String(AssociationJSON.rounded(value))
    }
}
