package import Articles
import Foundation
import GRDB
import SearchIndex
import Synchronization

/// Reading stored articles anew, with another model or lexicon.
extension ArticleStore {
    /// An article to be read anew, without its annotations.
    package typealias Outdated = (key: Int64, article: Article)

    /// What came of reading articles anew.
    package struct Reannotation: Sendable, Hashable {
        /// From which something else was read than before.
        package var changed = 0
        package var unchanged = 0
    }

    /// How many articles an annotator of another version than `version` has read.
    package func outdatedCount(version: Int64) throws(StoreError) -> Int {
        try reading { database in
            try Int.fetchOne(
                database, sql: "SELECT COUNT(*) FROM article" + Self.outdated, arguments: [version, 0]) ?? 0
        }
    }

    /// The first of them after the article `key`, in the order in which they came; one that can't be read is left out, as long as
    /// there are others.
    package func outdated(
        version: Int64, after key: Int64, limit: Int
    ) throws(StoreError) -> [Outdated] {
        try reading { database in
            let reader = ArticleReader(database: database)
            var found: [Outdated] = []
            let rows = try Int64.fetchCursor(
                database, sql: "SELECT article.row FROM article" + Self.outdated + " ORDER BY article.row",
                arguments: [version, key])
            while found.count < limit, let row = try rows.next() {
                do {
                    if let stored = try reader.article(row) { found.append((row, stored.article)) }
                } catch is RecordError {
                    // `check` tells of it.
                    continue
                }
            }
            return found
        }
    }

    private static let outdated = """
         LEFT JOIN article_annotator ON article_annotator.article = article.row
        WHERE article_annotator.version IS NOT ? AND article.row > ?
        """

    /// Has all articles be outdated for every annotator.
    package func forgetAnnotators() throws(StoreError) {
        guard isWritable else { throw .readOnly }
        do {
            try writing.withLock { _ in
                try pool.write { try $0.execute(sql: "DELETE FROM article_annotator") }
            }
        } catch {
            throw StoreError(error)
        }
    }

    /// Puts what an annotator of `version` read from articles in the place of what was read before, in one transaction; one that is
    /// gone by now is left out. Articles, events and entities keep their ids, and what people decided holds.
    package func reannotate(
        _ articles: [(key: Int64, article: Article, annotations: Annotations)], version: Int64
    ) throws(StoreError) -> Reannotation {
        guard isWritable else { throw .readOnly }
        let prepared = PreparedArticle.all(articles.map { ($0.article, $0.annotations) })
        return try writing.withLock { (cache) throws(StoreError) in
            let written = try transaction(&cache) { writer in
                try zip(articles, prepared).map { item, prepared in
                    try writer.reannotate(prepared, row: item.key, version: version, at: Self.currentSeconds)
                }
            }
            let documents = zip(articles, written).compactMap { item, written -> IndexDocument? in
                guard case .changed = written else { return nil }
                return IndexFeed.document(
                    row: item.key, article: item.article, entities: cache.entitiesOfAdded[item.key] ?? [],
                    kinds: Set(item.annotations.entities.map(\.kind)),
                    intervals: item.annotations.events.compactMap(\.date?.days))
            }
            if let last = written.compactMap(\.sequence).last {
                do {
                    try applyToIndex(documents, sequence: last, &cache)
                } catch {
                    throw StoreError(error)
                }
            }
            return Reannotation(
                changed: documents.count, unchanged: written.filter { $0 == .unchanged }.count)
        }
    }
}
