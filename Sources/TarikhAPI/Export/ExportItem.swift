import ArticleStore
import Articles

/// One thing of an export.
enum ExportItem: Sendable {
    case article(ArticleDocument)
    /// `parties` are the ids of those who take part and are people or organisations.
    case event(StoredEvent, parties: Set<String>)
    case entity(StoredEntity)
    case mention(StoredMention)
    /// That at an index of an event.
    case claim(Int, of: StoredEvent)
    case node(ArticleStore.Graph.Node)
    case edge(ArticleStore.Graph.Edge, ArticleStore.Graph.Labels)
}

extension ArticleStore.Graph {
    /// What the ends of an edge are called.
    struct Labels: Sendable {
        var source: String
        var target: String
    }
}
