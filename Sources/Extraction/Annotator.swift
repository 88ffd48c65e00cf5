package import Articles

/// Reads what an article says: dates, entities, events.
package struct Annotator: Sendable {
    /// An annotator with the built-in lexicons.
    package init() {}

    /// The annotations of `article`. `documentDate` anchors relative dates; it defaults to the publication date.
    package func annotate(_ article: Article, documentDate: CivilDate? = nil) -> Annotations {
        Annotations()
    }
}
