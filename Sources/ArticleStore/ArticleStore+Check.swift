import Articles
import GRDB
import SearchIndex

extension ArticleStore {
    /// Verifies the store, the index and that they agree. Returns what is wrong, a line each; empty when nothing is.
    package func check(progress: @Sendable (String) -> Void = { _ in }) throws(StoreError) -> [String] {
        progress("Checking the database.")
        var problems = try reading { database in
            try String.fetchAll(database, sql: "PRAGMA integrity_check").filter { $0 != "ok" }
                .map { "database: " + $0 }
        }
        progress("Checking the articles.")
        problems += try reading(Self.checkArticles)
        problems += try reading(Self.checkRevisions)
        problems += try reading(Self.checkClusters)
        problems += try reading(Self.checkCounts)
        progress("Checking the entities.")
        problems += try reading(Self.checkEntities)
        progress("Checking the names.")
        problems += try reading(Self.checkNamesAndUnits)
        progress("Checking the timeline.")
        problems += try reading(Self.checkTimeline)
        progress("Checking the search index.")
        problems += currentIndex.verify().map { "index: " + $0 }
        problems += try checkAgreement()
        return problems
    }

    private static func checkArticles(_ database: Database) throws -> [String] {
        let reader = ArticleReader(database: database)
        var problems: [String] = []
        let rows = try Int64.fetchCursor(database, sql: "SELECT row FROM article ORDER BY row")
        while let row = try rows.next() {
            do {
                guard let stored = try reader.annotatedArticle(row) else {
                    problems.append("article \(Identifier.article(row)): its text is missing")
                    continue
                }
                problems += check(stored).map { "article \(stored.id): " + $0 }
            } catch is RecordError {
                problems.append("article \(Identifier.article(row)): its record can't be read")
            }
        }
        return problems
    }

    private static func check(_ stored: StoredArticle) -> [String] {
        var problems: [String] = []
        if ContentHash.of(stored.article.text) != stored.contentHash {
            problems.append("its text does not have its content hash")
        }
        let annotations = stored.annotations
        let ranges =
            stored.article.blocks.map(\.range) + annotations.mentions.map(\.range)
            + annotations.expressions.map(\.range) + annotations.events.flatMap { $0.claims.map(\.range) }
        if !ranges.allSatisfy({ $0.upperBound <= stored.article.text.count }) {
            problems.append("an annotation lies outside its text")
        }
        let known = Set(annotations.entities.map(\.id))
        if !annotations.mentions.allSatisfy({ known.contains($0.entityID) }) {
            problems.append("a mention's entity is missing")
        }
        return problems
    }

    private static func checkCounts(_ database: Database) throws -> [String] {
        try String.fetchAll(
            database,
            sql: """
                SELECT entity.id FROM entity LEFT JOIN article_entity ON article_entity.entity = entity.row
                GROUP BY entity.row
                HAVING entity.articles <> COUNT(article_entity.article)
                  OR entity.mentions <> COALESCE(SUM(article_entity.mentions), 0)
                """
        ).map { "entity \($0): its counts are wrong" }
    }

    private func checkAgreement() throws(StoreError) -> [String] {
        try reading { database in
            let snapshot = self.currentIndex.snapshot()
            guard try snapshot.sequence == Self.sequence(database) else {
                return self.isWritable ? ["the index is not at the store's sequence number"] : []
            }
            let stored = Set(try Int64.fetchAll(database, sql: "SELECT row FROM article"))
            let indexed = Set(snapshot.keys())
            let missing = stored.subtracting(indexed).sorted().map {
                "article \(Identifier.article($0)): not in the index"
            }
            let surplus = indexed.subtracting(stored).sorted().map {
                "index: article \(Identifier.article($0)) is not in the store"
            }
            return missing + surplus
        }
    }
}
