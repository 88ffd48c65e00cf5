package import ArticleStore
package import Articles
import Dispatch
package import Extraction
import Synchronization

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
        guard let insertion = try store.insert([(article, annotations)]).first else {
            throw StoreError.failed("nothing was inserted")
        }
        return try Self.result(insertion).get()
    }

    /// Takes articles in, in one transaction, annotated on all cores; what came of each, in their order.
    package func ingest(
        _ inputs: [ArticleInput]
    ) throws(StoreError) -> [Result<Insertion, IngestionError>] {
        let annotated = annotate(inputs)
        // What failed has its error in `annotated`.
        let accepted = annotated.compactMap { try? $0.get() }
        let insertions = try store.insert(accepted)
        guard insertions.count == accepted.count else { throw .failed("not all articles were answered for") }
        var remaining = insertions.makeIterator()
        return annotated.map { result in
            result.flatMap { _ in remaining.next().map(Self.result) ?? .failure(.emptyText) }
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

    private typealias Annotated = Result<(article: Article, annotations: Annotations), IngestionError>

    private func annotate(_ inputs: [ArticleInput]) -> [Annotated] {
        let results = Mutex([Annotated?](repeating: nil, count: inputs.count))
        DispatchQueue.concurrentPerform(iterations: inputs.count) { index in
            let result = Annotated { () throws(IngestionError) in
                let article = try Self.parse(inputs[index], with: parser)
                return (article, annotator.annotate(article))
            }
            results.withLock { $0[index] = result }
        }
        return results.withLock { $0.map { $0 ?? .failure(.emptyText) } }
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
