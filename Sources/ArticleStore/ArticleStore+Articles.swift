import Articles
import Foundation
import GRDB

extension ArticleStore {
    /// An order of articles.
    package enum ArticleOrder: String, Sendable, Hashable {
        /// Undated last; then by id.
        case newestPublished = "-published_at"
        case newestIngested = "-ingested_at"
        case title
    }

    /// An article with all that was read from it.
    package func article(_ id: String) throws(StoreError) -> Lookup<StoredArticle> {
        try look(up: id) { try ArticleReader(database: $0).annotatedArticle($1) }
    }

    /// The raw text only.
    package func text(_ id: String) throws(StoreError) -> Lookup<[UInt8]> {
        try look(up: id) { database, row in
            try Data.fetchOne(
                database.cachedStatement(sql: "SELECT text FROM article_text WHERE article = ?"),
                arguments: [row]
            ).map { [UInt8]($0) }
        }
    }

    /// Articles with all that was read from them.
    package func articles(
        _ criteria: Criteria, order: ArticleOrder, limit: Int, after: PagePosition?
    ) throws(StoreError) -> Page<StoredArticle> {
        try reading { database in
            let asked = criteria.articleConditions
            let all = criteria.collapsesClusters ? asked.collapsed : asked
            var rest = all
            rest.add(order, after: after)
            let rows = try Row.fetchAll(
                database,
                sql: "SELECT row, published_at, title FROM article" + rest.clause + order.clause + " LIMIT ?",
                arguments: rest.statementArguments + [limit + 1])
            let reader = ArticleReader(database: database)
            return try Page(
                rows.map {
                    ($0, PagePosition(text: $0["title"], number: $0["published_at"], row: $0["row"]))
                },
                limit: limit,
                total: Int.fetchOne(
                    database, sql: "SELECT COUNT(*) FROM article" + all.clause,
                    arguments: all.statementArguments) ?? 0,
                sequence: Self.sequence(database)
            ) { row in
                var stored = try reader.annotatedArticle(row["row"])
                guard criteria.collapsesClusters else { return stored }
                let others = try asked.others(stored?.cluster, in: database)
                stored?.others = others
                return stored
            }
        }
    }

    /// The stored articles of index keys, in the same order, without annotations; one deleted since is left out.
    package func articles(
        keys: [Int64]
    ) throws(StoreError) -> [(key: Int64, article: StoredArticle)] {
        try reading { database in
            let reader = ArticleReader(database: database)
            return try keys.compactMap { key in try reader.clusteredArticle(key).map { (key, $0) } }
        }
    }

    /// The ids of an article's events, in date order.
    package func eventIDs(ofKey key: Int64) throws(StoreError) -> [String] {
        try reading { database in
            try Int64.fetchAll(
                database.cachedStatement(
                    sql: """
                        SELECT DISTINCT event.row FROM article_event JOIN event ON event.row = article_event.event
                        WHERE article_event.article = ? ORDER BY event.lower, event.upper, event.row
                        """),
                arguments: [key]
            ).map(Identifier.event)
        }
    }

    func look<Item>(
        up id: String, _ body: (Database, Int64) throws -> Item?
    ) throws(StoreError) -> Lookup<Item> {
        guard let row = Identifier.articleRow(id) else { return .unknown }
        return try reading { database in
            if let item = try body(database, row) { return .found(item) }
            let isDeleted = try Bool.fetchOne(
                database, sql: "SELECT EXISTS (SELECT 1 FROM tombstone WHERE article = ?)", arguments: [row])
            return isDeleted == true ? .deleted : .unknown
        }
    }
}

extension ArticleStore.ArticleOrder {
    fileprivate var clause: String {
        switch self {
        case .newestPublished: " ORDER BY published_at DESC NULLS LAST, row DESC"
        case .newestIngested: " ORDER BY row DESC"
        case .title: " ORDER BY title, row"
        }
    }
}

extension Conditions {
    /// Of the articles that they hold of, the first of each cluster.
    fileprivate var collapsed: Conditions {
        var conditions = Conditions()
        conditions.add(
            """
            row IN (SELECT MIN(article.row) FROM article
              LEFT JOIN cluster_member ON cluster_member.article = article.row
            """ + clause + " GROUP BY COALESCE(cluster_member.cluster, -article.row))", arguments)
        return conditions
    }

    /// How many articles of a cluster they hold of, but for one.
    fileprivate func others(_ cluster: Int64?, in database: Database) throws -> Int {
        guard let cluster else { return 0 }
        var conditions = self
        conditions.add("article.row IN (SELECT article FROM cluster_member WHERE cluster = ?)", [cluster])
        let count = try Int.fetchOne(
            database, sql: "SELECT COUNT(*) FROM article" + conditions.clause,
            arguments: conditions.statementArguments)
        return max((count ?? 1) - 1, 0)
    }

    fileprivate mutating func add(_ order: ArticleStore.ArticleOrder, after: PagePosition?) {
        guard let after else { return }
        switch order {
        case .newestPublished:
            if let number = after.number {
                add(
                    "published_at < ? OR published_at IS NULL OR (published_at = ? AND row < ?)",
                    [number, number, after.row])
            } else {
                add("published_at IS NULL AND row < ?", [after.row])
            }
        case .newestIngested: add("row < ?", [after.row])
        case .title: add("(title, row) > (?, ?)", [after.text ?? "", after.row])
        }
    }
}
