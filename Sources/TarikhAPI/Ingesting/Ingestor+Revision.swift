import ArticleStore
import Articles
import Extraction

extension Ingestor {
    /// Reads an article and puts it in the place of the one with an id.
    ///
    /// - Parameter seen: the revision that is to be replaced; whichever there is when `nil`.
    /// - Throws: `IngestionError` when it is not taken, `StoreError` when it can't be stored.
    func replace(_ id: String, with input: ArticleInput, seen: Int?) throws -> RevisionOutcome {
        try revise(id, with: try parsed(input), seen: seen)
    }

    /// Changes a stored article, which must still be as it is here.
    func apply(_ patch: ArticlePatch, to stored: StoredArticle) throws -> RevisionOutcome {
        let metadata = patch.metadata(of: stored.article)
        var article = stored.article
        article.metadata = metadata
        if patch.changesReading {
            article = try parsed(ArticleInput(text: patch.text ?? article.text, metadata: metadata))
        }
        return try revise(stored.id, with: article, seen: stored.revision)
    }

    private func revise(_ id: String, with article: Article, seen: Int?) throws(StoreError) -> RevisionOutcome
    {
        try store.revise(
            id, with: article, annotator.annotate(article), seen: seen, annotator: annotator.version)
    }
}
