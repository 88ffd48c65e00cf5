package import ArticleStore
package import Articles
package import Extraction
import Foundation

/// Takes articles in: parse, annotate, store; the store keeps the index in step.
package struct Ingestor: Sendable {
    let store: ArticleStore
    let annotator: Annotator
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
        try store(prepare(inputs))
    }

    /// Whether each is there already, by its text or its external id; false for what is not taken.
    func areKnown(_ inputs: [ArticleInput]) throws(StoreError) -> [Bool] {
        let articles = inputs.map { input in
            // Why an article is not taken is told when it is offered.
            (try? Self.parse(input, with: parser)).map { ($0, ContentHash.of($0.text)) }
        }
        var existing = try store.existing(articles.compactMap(\.self)).makeIterator()
        return articles.map { article in article != nil && (existing.next() ?? nil) != nil }
    }

    /// Articles that have been read and wait to be stored.
    package struct Batch: Sendable {
        fileprivate var errors: [IngestionError?] = []
        /// Of those without an error, what is there already.
        fileprivate var existing: [Insertion?] = []
        /// The others.
        fileprivate var new: [PreparedArticle] = []

        /// Something of it is not taken, as far as can be told before it is stored.
        fileprivate var isRefused: Bool {
            errors.contains { $0 != nil } || existing.contains { $0?.outcome == .externalIDTaken }
        }
    }

    /// Reads articles; stores nothing. May be done while an earlier batch is being stored: `isStoring` says whether one is, so
    /// that a core is left to it.
    package func prepare(
        _ inputs: [ArticleInput], isStoring: () -> Bool = { false }
    ) throws(StoreError) -> Batch {
        let cores = ProcessInfo.processInfo.activeProcessorCount
        var batch = Batch()
        var start = 0
        while start < inputs.count {
            let part = Array(inputs[start..<min(start + Self.partSize, inputs.count)])
            start += part.count
            try prepare(part, width: isStoring() ? cores - 1 : cores, into: &batch)
        }
        return batch
    }

    /// Articles that are read before it is looked again how many cores are free.
    private static let partSize = 32

    private func prepare(
        _ inputs: [ArticleInput], width: Int, into batch: inout Batch
    ) throws(StoreError) {
        let parsed = concurrentMap(inputs, width: width) { input in
            Result { () throws(IngestionError) in
                let article = try Self.parse(input, with: parser)
                return (article: article, contentHash: ContentHash.of(article.text))
            }
        }
        var articles: [(article: Article, contentHash: String)] = []
        for result in parsed {
            switch result {
            case .success(let article):
                articles.append(article)
                batch.errors.append(nil)
            case .failure(let error): batch.errors.append(error)
            }
        }
        let existing = try store.existing(articles)
        batch.existing += existing
        let new = zip(articles, existing).compactMap { $1 == nil ? $0 : nil }
        batch.new += concurrentMap(new, width: width) { read in
            PreparedArticle(read.article, annotator.annotate(read.article), contentHash: read.contentHash)
        }
    }

    /// Stores a batch in one transaction; what came of each article, in their order. When it returns, they are durable and
    /// searchable.
    package func store(_ batch: Batch) throws(StoreError) -> [Result<Insertion, IngestionError>] {
        try results(of: batch, inserted: store.insert(batch.new, annotator: annotator.version))
    }

    /// Takes articles in, all or, when one is not taken, none: then the others are `refusedWithOthers`.
    package func ingestAll(
        _ inputs: [ArticleInput]
    ) throws(StoreError) -> [Result<Insertion, IngestionError>] {
        let batch = try prepare(inputs)
        let known = results(of: batch, inserted: [])
        guard !batch.isRefused else { return known }
        do {
            return results(
                of: batch, inserted: try store.insert(batch.new, annotator: annotator.version, isAtomic: true)
            )
        } catch .notAll(let insertions) {
            return results(
                of: batch,
                inserted: insertions.map { $0.outcome == .externalIDTaken ? $0 : nil },
                others: .refusedWithOthers)
        }
    }

    /// What came of each article of a batch, in their order; `inserted` are those of its new ones.
    private func results(
        of batch: Batch, inserted: [Insertion?], others: IngestionError = .refusedWithOthers
    ) -> [Result<Insertion, IngestionError>] {
        var inserted = inserted.makeIterator()
        var insertions = batch.existing.map { $0 ?? inserted.next() ?? nil }.makeIterator()
        return batch.errors.map { error in
            if let error { return .failure(error) }
            return (insertions.next() ?? nil).map(Self.result) ?? .failure(others)
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

    /// An article's structure.
    func parsed(_ input: ArticleInput) throws(IngestionError) -> Article {
        try Self.parse(input, with: parser)
    }

    private static func parse(
        _ input: ArticleInput, with parser: ArticleParser
    ) throws(IngestionError) -> Article {
        do {
            return try parser.parse(input.text, metadata: input.metadata, outline: input.outline)
        } catch {
            throw IngestionError(error)
        }
    }

    private static func result(_ insertion: Insertion) -> Result<Insertion, IngestionError> {
        insertion.outcome == .externalIDTaken
            ? .failure(.externalIDTaken(id: insertion.id)) : .success(insertion)
    }
}
