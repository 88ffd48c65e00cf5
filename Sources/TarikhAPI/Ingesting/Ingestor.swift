package import ArticleStore
package import Articles
package import Extraction

/// Takes articles in: parse, annotate, store; the store keeps the index in step.
package struct Ingestor: Sendable {
    private let store: ArticleStore
    private let annotator: Annotator
    private let parser = ArticleParser()

    package init(store: ArticleStore, annotator: Annotator) {
        self.store = store
        self.annotator = annotator
    }

    /// Takes one article in. When it returns, the article is durable and searchable.
    ///
    /// - Throws: `IngestionError` when it is not taken, `StoreError` when it can't be stored.
    package func ingest(_ input: ArticleInput) throws -> Insertion {
        let article = try Self.parse(input, with: parser)
        if let existing = try store.existing(article) { return try Self.result(existing).get() }
        let annotations = annotator.annotate(article)
        guard let insertion = try store.insert([(article, annotations)], annotator: annotator.version).first
        else {
            throw StoreError.failed("nothing was inserted")
        }
        return try Self.result(insertion).get()
    }

    /// Takes articles in, in one transaction, read on all cores; what came of each, in their order. No work is spent on
    /// what is there already.
    package func ingest(
        _ inputs: [ArticleInput]
    ) throws(StoreError) -> [Result<Insertion, IngestionError>] {
        let parsed = concurrentMap(inputs) { input in
            Result { () throws(IngestionError) in try Self.parse(input, with: parser) }
        }
        // What failed has its error in `parsed`.
        let articles = parsed.compactMap { try? $0.get() }
        let existing = try store.existing(articles)
        let new = zip(articles, existing).compactMap { $1 == nil ? $0 : nil }
        let annotated = concurrentMap(new) { article in
            (article: article, annotations: annotator.annotate(article))
        }
        var inserted = try store.insert(annotated, annotator: annotator.version).makeIterator()
        var insertions = existing.map { $0 ?? inserted.next() }.makeIterator()
        return parsed.map { result in
            result.flatMap { _ in (insertions.next() ?? nil).map(Self.result) ?? .failure(.emptyText) }
        }
    }

    /// Reads an article without storing it.
    package static func preview(
        _ input: ArticleInput, with annotator: Annotator, documentDate: CivilDate? = nil
    ) throws(IngestionError) -> ArticleDocument {
        let article = try parse(input, with: ArticleParser())
        return ArticleDocument(article, annotator.annotate(article, documentDate: documentDate))
    }

    /// Reads an article without storing it.
    package func preview(_ input: ArticleInput) throws(IngestionError) -> ArticleDocument {
        try Self.preview(input, with: annotator)
    }

    private static func parse(
        _ input: ArticleInput, with parser: ArticleParser
    ) throws(IngestionError) -> Article {
        do {
            return try parser.parse(input.text, metadata: input.metadata)
        } catch {
            throw IngestionError(error)
        }
    }

    private static func result(_ insertion: Insertion) -> Result<Insertion, IngestionError> {
        insertion.outcome == .externalIDTaken
            ? .failure(.externalIDTaken(id: insertion.id)) : .success(insertion)
    }
}
