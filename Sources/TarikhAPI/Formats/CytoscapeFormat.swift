import ArticleStore
import Articles
import HTTPServer
import TextAnalysis

/// Elements as Cytoscape.js takes them (https://js.cytoscape.org/#notation/elements-json).
struct CytoscapeFormat: GraphFormat {
    let media = MediaType.json

    func writeMembers(
        of graph: ArticleStore.Graph, _ query: ArticleStore.GraphQuery, to writer: inout JSONWriter
    ) {
        writer.objectMember("elements") { writer in
            writer.arrayMember("nodes") { writer in
                for node in graph.nodes {
                    writer.object { $0.objectMember("data") { write(node, to: &$0) } }
                }
            }
            writer.arrayMember("edges") { writer in
                for edge in graph.edges {
                    writer.object { $0.objectMember("data") { write(edge, query.measure, to: &$0) } }
                }
            }
        }
    }

    private func write(_ node: ArticleStore.Graph.Node, to writer: inout JSONWriter) {
        let entity = node.entity.entity
        writer.member("id", entity.id)
        writer.member("label", entity.label)
        writer.member("lang", entity.labelLanguage.code)
        writer.member("type", entity.kind.rawValue)
        writer.member("subtype", entity.subtype)
        writer.member("articles", node.entity.articleCount)
        writer.member("count", node.count)
    }

    private func write(
        _ edge: ArticleStore.Graph.Edge, _ measure: Association.Measure, to writer: inout JSONWriter
    ) {
        writer.member("id", edge.id)
        writer.member("source", edge.source)
        writer.member("target", edge.target)
        writer.member("weight", AssociationJSON.rounded(edge.association.value(measure)))
        AssociationJSON.writeMembers(edge.association, to: &writer)
    }
}

extension ArticleStore.Graph.Edge {
    /// No id of an entity has a hyphen.
    var id: String { source + "-" + target }
}
