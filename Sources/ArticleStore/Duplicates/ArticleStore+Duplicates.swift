import Articles
import Foundation
import GRDB

/// An article that is a copy of another, or nearly.
package struct Duplicate: Sendable, Hashable {
    package var article: StoredArticle
    /// 0…1, an estimate of the runs of three words in common, of all that either has.
    package var similarity: Double
}

extension ArticleStore {
    /// The others of an article's cluster, without their annotations, in the order in which they came; none for an article that is in
    /// none.
    ///
    /// - Parameter sources: the only ones that are shown; all when `nil`.
    package func duplicates(
        of id: String, sources: [String]?, limit: Int, after: PagePosition?
    ) throws(StoreError) -> Lookup<Page<Duplicate>> {
        try look(up: id) { database, row in
            let reader = ArticleReader(database: database)
            guard try reader.article(row) != nil else { return nil }
            let own = try reader.sketch(of: row)
            var conditions = Conditions()
            conditions.add(
                """
                row <> ? AND row IN (SELECT article FROM cluster_member WHERE cluster = (
                  SELECT cluster FROM cluster_member WHERE article = ?))
                """, [row, row])
            if let sources { conditions.add([Criteria.Clause(sources)], where: "source IN $") }
            var rest = conditions
            if let after { rest.add("row > ?", [after.row]) }
            let rows = try Int64.fetchAll(
                database, sql: "SELECT row FROM article" + rest.clause + " ORDER BY row LIMIT ?",
                arguments: rest.statementArguments + [limit + 1])
            let total = try Int.fetchOne(
                database, sql: "SELECT COUNT(*) FROM article" + conditions.clause,
                arguments: conditions.statementArguments)
            return try Page(
                rows.map { ($0, PagePosition(row: $0)) }, limit: limit, total: total ?? 0,
                sequence: Self.sequence(database)
            ) { other in
                try reader.clusteredArticle(other).map { article in
                    let similarity = try reader.sketch(of: other).flatMap { own?.similarity(to: $0) }
                    return Duplicate(article: article, similarity: similarity ?? 0)
                }
            }
        }
    }

    /// The clusters of those of some index keys that are in one, by key.
    package func clusters(ofKeys keys: [Int64]) throws(StoreError) -> [Int64: Int64] {
        try reading { database in
            let statement = try database.cachedStatement(
                sql: "SELECT cluster FROM cluster_member WHERE article = ?")
            var clusters: [Int64: Int64] = [:]
            for key in keys { clusters[key] = try Int64.fetchOne(statement, arguments: [key]) }
            return clusters
        }
    }

    /// What clusters have that can't be. Returns a line each.
    static func checkClusters(_ database: Database) throws -> [String] {
        try String.fetchAll(
            database,
            sql: """
                SELECT 'cluster ' || cluster || ': it is not called by its first article' FROM cluster_member
                GROUP BY cluster HAVING MIN(article) <> cluster OR COUNT(*) < 2
                UNION ALL
                SELECT 'article ' || article || ': it is gone, but not its sketch' FROM sketch
                WHERE article NOT IN (SELECT row FROM article)
                UNION ALL
                SELECT 'article ' || article || ': it is in a cluster without a sketch' FROM cluster_member
                WHERE article NOT IN (SELECT article FROM sketch)
                """)
    }
}

extension ArticleReader {
    fileprivate func sketch(of row: Int64) throws -> Sketch? {
        try Data.fetchOne(
            database.cachedStatement(sql: "SELECT sketch FROM sketch WHERE article = ?"), arguments: [row]
        ).flatMap { Sketch([UInt8]($0)) }
    }
}
