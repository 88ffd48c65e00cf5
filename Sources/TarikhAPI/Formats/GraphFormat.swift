import ArticleStore
import HTTPServer

/// A form that graphs are written in: text of its own, or members of a JSON object.
protocol GraphFormat: Sendable {
    var media: MediaType { get }

    /// The whole answer; `nil` for a form that is JSON.
    func text(of graph: ArticleStore.Graph, _ query: ArticleStore.GraphQuery) -> String?

    /// The nodes and edges, in an open object; nothing for a form that is not JSON.
    func writeMembers(
        of graph: ArticleStore.Graph, _ query: ArticleStore.GraphQuery, to writer: inout JSONWriter)
}

extension GraphFormat {
    func text(of graph: ArticleStore.Graph, _ query: ArticleStore.GraphQuery) -> String? { nil }

    func writeMembers(
        of graph: ArticleStore.Graph, _ query: ArticleStore.GraphQuery, to writer: inout JSONWriter
    ) {}
}
