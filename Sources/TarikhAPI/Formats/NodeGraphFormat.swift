import ArticleStore
import Articles
import HTTPServer

/// Rows for Grafana's node graph
/// (https://grafana.com/docs/grafana/latest/panels-visualizations/visualizations/node-graph/).
struct NodeGraphFormat: GraphFormat {
    let media = MediaType.nodeGraph

    func writeMembers(
        of graph: ArticleStore.Graph, _ query: ArticleStore.GraphQuery, to writer: inout JSONWriter
    ) {
        writer.arrayMember("nodes") { writer in
            for node in graph.nodes {
                let entity = node.entity.entity
                writer.object { writer in
                    writer.member("id", entity.id)
                    writer.member("title", entity.label)
                    writer.member("subTitle", entity.subtype ?? "")
                    writer.member("mainStat", node.count)
                    writer.member("detail__type", entity.kind.rawValue)
                }
            }
        }
        writer.arrayMember("edges") { writer in
            for edge in graph.edges {
                writer.object { writer in
                    writer.member("id", edge.id)
                    writer.member("source", edge.source)
                    writer.member("target", edge.target)
                    writer.member(
                        "mainStat", AssociationJSON.rounded(edge.association.value(query.measure)))
                }
            }
        }
    }
}
