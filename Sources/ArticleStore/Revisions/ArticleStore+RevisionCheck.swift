import Articles
import GRDB

extension ArticleStore {
    /// Whether every revision that was replaced can still be read. Returns what is wrong, a line each.
    static func checkRevisions(_ database: Database) throws -> [String] {
        let reader = ArticleReader(database: database)
        var problems = try Int64.fetchAll(
            database,
            sql: "SELECT DISTINCT article FROM article_past WHERE article NOT IN (SELECT row FROM article)"
        ).map { "article \(Identifier.article($0)): it is gone, but not its revisions" }
        let rows = try Int64.fetchCursor(database, sql: "SELECT DISTINCT article FROM article_past")
        while let row = try rows.next() {
            guard let current = try reader.article(row) else { continue }
            for revision in 1..<max(current.revision, 1) {
                do {
                    let past = try reader.pastArticle(row, revision: revision, of: current)
                    if past.map({ ContentHash.of($0.article.text) == $0.contentHash }) == true { continue }
                    problems.append(
                        "article \(current.id): revision \(revision) is missing or has another text")
                } catch is RecordError {
                    problems.append("article \(current.id): revision \(revision) can't be read")
                }
            }
        }
        return problems
    }
}
