import ArticleStore
import Articles
import HTTPServer

/// An object a line (https://github.com/ndjson/ndjson-spec), as lists have them, and a last one that says that this is all.
struct LineExport: ExportFormat {
    let media = MediaType.ndjson
    let opening: [UInt8] = []

    func write(_ item: ExportItem) -> [UInt8] {
        var writer = JSONWriter(reservingCapacity: 1024)
        switch item {
        case .article(let document): ArticleJSON.write(document, to: &writer)
        case .event(let event, _): EventJSON.write(event, to: &writer)
        case .entity(let entity): EntityJSON.write(entity, to: &writer)
        case .mention(let mention): EntityJSON.write(mention, to: &writer)
        case .claim(let index, let event):
            writer.object { writer in
                writer.member("event_id", event.id)
                EventJSON.writeClaim(index, of: event, to: &writer)
            }
        case .node(let node): write(node, to: &writer)
        case .edge(let edge, _): write(edge, to: &writer)
        }
        writer.newline()
        return writer.bytes
    }

    private func write(_ node: ArticleStore.Graph.Node, to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("element", "node")
            writer.member("id", node.entity.entity.id)
            writer.member("label", node.entity.entity.label)
            writer.member("type", node.entity.entity.kind.rawValue)
            writer.member("articles", node.entity.articleCount)
            writer.member("count", node.count)
        }
    }

    private func write(_ edge: ArticleStore.Graph.Edge, to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("element", "edge")
            writer.member("source", edge.source)
            writer.member("target", edge.target)
            AssociationJSON.writeMembers(edge.association, to: &writer)
        }
    }

    func closing(count: Int, sequence: Int64) -> [UInt8] {
        var writer = JSONWriter(reservingCapacity: 64)
        writer.object { writer in
            writer.member("_end", true)
            writer.member("count", count)
            writer.member("as_of", sequence)
        }
        writer.newline()
        return writer.bytes
    }
}
