package import Articles
import Foundation
import GRDB
import SearchIndex
import Synchronization

extension ArticleStore {
    /// Adds articles in one transaction. When it returns they are durable and searchable; when it throws, none was added
    /// (or, after a failure of the index alone, all are durable and become searchable when the store is next opened).
    /// `annotator` is the version of who read them.
    package func insert(
        _ articles: [(article: Article, annotations: Annotations)], annotator: Int64 = 0
    ) throws(StoreError) -> [Insertion] {
        try insert(PreparedArticle.all(articles), annotator: annotator)
    }

    /// The same for articles that have been prepared. `isAtomic`: when the external id of one is taken, `StoreError.notAll` is
    /// thrown and none was added.
    package func insert(
        _ prepared: [PreparedArticle], annotator: Int64 = 0, isAtomic: Bool = false
    ) throws(StoreError) -> [Insertion] {
        guard isWritable else { throw .readOnly }
        return try writing.withLock { (cache) throws(StoreError) in
            let outcomes = try transaction(&cache) { writer in
                let outcomes = try prepared.map { try Self.insert($0, annotator, with: writer) }
                if isAtomic, outcomes.contains(where: { $0.insertion.outcome == .externalIDTaken }) {
                    throw StoreError.notAll(outcomes.map(\.insertion))
                }
                return outcomes
            }
            let written = zip(prepared, outcomes).compactMap { item, outcome in
                outcome.written.map { (item.article, item.annotations, $0) }
            }
            try addToIndex(written, &cache)
            return outcomes.map(\.insertion)
        }
    }

    /// The stored article with the same content or external id, so that no work is spent on offering it again.
    package func existing(_ article: Article) throws(StoreError) -> Insertion? {
        let hash = ContentHash.of(article.text)
        return try reading { try Self.existing(article, hash, in: $0) }
    }

    /// The same for many at once, with the `ContentHash` of each; `nil` for those that are not there.
    package func existing(
        _ articles: [(article: Article, contentHash: String)]
    ) throws(StoreError) -> [Insertion?] {
        try reading { database in
            try articles.map { try Self.existing($0.article, $0.contentHash, in: database) }
        }
    }

    private struct Outcome: Sendable {
        var insertion: Insertion
        var written: ArticleWriter.Written?
    }

    private static func insert(
        _ prepared: PreparedArticle, _ annotator: Int64, with writer: ArticleWriter
    ) throws -> Outcome {
        if let existing = try existing(prepared.article, prepared.contentHash, in: writer.database) {
            return Outcome(insertion: existing)
        }
        let written = try writer.write(prepared, at: currentSeconds)
        try writer.noteAnnotator(annotator, of: written.row)
        return Outcome(insertion: Insertion(id: written.id, outcome: .created), written: written)
    }

    private static func existing(
        _ article: Article, _ hash: String, in database: Database
    ) throws -> Insertion? {
        let title = article.metadata.title ?? ""
        let row = try Int64.fetchOne(
            database.direct("SELECT row FROM article WHERE content_hash = ? AND given_title = ?"), hash, title
        )
        if let row { return Insertion(id: Identifier.article(row), outcome: .unchanged) }
        guard let externalID = article.metadata.externalID else { return nil }
        let other = try Int64.fetchOne(
            database.direct("SELECT row FROM article WHERE external_id = ?"), externalID)
        return other.map { Insertion(id: Identifier.article($0), outcome: .externalIDTaken) }
    }

    private func addToIndex(
        _ written: [(Article, Annotations, ArticleWriter.Written)], _ cache: inout WriterCache
    ) throws(StoreError) {
        guard let last = written.last else { return }
        let documents = written.map { article, annotations, written in
            IndexFeed.document(
                row: written.row, article: article, entities: cache.entitiesOfAdded[written.row] ?? [],
                kinds: Set(annotations.entities.map(\.kind)),
                intervals: annotations.events.compactMap(\.date?.days))
        }
        do {
            try applyToIndex(documents, sequence: last.2.sequence, &cache)
        } catch {
            throw StoreError(error)
        }
    }

    /// Brings the index up to the transaction that left `cache`, whose own documents are `documents` up to `sequence`. All that
    /// write must end with it, since what they change may change the entities of other articles.
    func applyToIndex(
        _ documents: [IndexDocument], removing removed: [Int64] = [], sequence: Int64,
        _ cache: inout WriterCache
    ) throws {
        let affected = cache.affected
        cache.affected = []
        cache.entitiesOfAdded = [:]
        let changed = try pool.read { database in
            try affected.compactMap { try Self.indexDocument($0.row, in: database) }
        }
        try currentIndex.apply(
            adding: documents + changed, removing: removed,
            sequence: max(sequence, affected.last?.sequence ?? 0))
        changeSignal.send()
    }

    /// Runs `body` in one transaction with a writer that starts from `cache` and leaves in it what it has learnt; nothing when
    /// it fails.
    func transaction<Value: Sendable>(
        _ cache: inout WriterCache, _ body: (inout ArticleWriter) throws -> Value
    ) throws(StoreError) -> Value {
        // Held by the writer alone, so that changing it copies nothing.
        var taken = WriterCache()
        swap(&taken, &cache)
        do {
            let (value, learnt) = try pool.write { database in
                var writer = try ArticleWriter(database: database, cache: taken)
                taken = WriterCache()
                let value = try body(&writer)
                let learnt = try writer.finish()
                try Self.forgetChanges(keeping: keptChanges, in: database)
                return (value, learnt)
            }
            cache = learnt
            return value
        } catch {
            throw StoreError(error)
        }
    }

    static var currentSeconds: Int64 {
        Int64(Date().timeIntervalSince1970)
    }
}
