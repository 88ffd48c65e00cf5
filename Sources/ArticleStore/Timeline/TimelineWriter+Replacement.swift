import GRDB
import Timeline

/// Reading an article anew.
extension TimelineWriter {
    /// Takes the events of an article out and puts others in. `heirs` says which of these, by ordinals, is what one of those was: it
    /// inherits the ids that the other holds.
    func replace(
        with added: [ArticleEvent], records: [[UInt8]], follows: [[Int]], article: Int64, heirs: [Int: Int]
    ) throws {
        let rows = try takeRows(added.count)
        let old = try Row.fetchAll(
            database.cachedStatement(sql: "SELECT row, ordinal FROM article_event WHERE article = ?"),
            arguments: [article])
        for row in old {
            guard let heir = heirs[row[1]], rows.indices.contains(heir) else { continue }
            self.heirs[row[0]] = rows[heir]
        }
        try remove(article: article)
        try add(added, records: records, follows: follows, article: article, rows: rows)
    }
}
