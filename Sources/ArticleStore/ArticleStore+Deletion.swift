import Articles
import GRDB
import SearchIndex
import Synchronization

extension ArticleStore {
    /// Removes an article and all that was read from it; a tombstone stays in the changes. Gone from the disk and from
    /// search when it returns.
    package func delete(_ id: String) throws(StoreError) -> Lookup<Void> {
        guard isWritable else { throw .readOnly }
        switch try text(id) {
        case .deleted: return .deleted
        case .unknown: return .unknown
        case .found: break
        }
        guard let row = Identifier.articleRow(id) else { return .unknown }
        return try writing.withLock { (cache) throws(StoreError) in
            guard let sequence = try transaction(&cache, { try $0.delete(row) }) else { return .deleted }
            do {
                try applyToIndex([], removing: [row], sequence: sequence, &cache)
            } catch {
                throw StoreError(error)
            }
            return .found(())
        }
    }
}

extension ArticleWriter {
    /// Returns the sequence number of the change; `nil` when the article was not there.
    fileprivate func delete(_ row: Int64) throws -> Int64? {
        try timeline.remove(article: row)
        try units.remove(article: row)
        try entities.remove(article: row)
        try ClusterWriter(database: database).remove(article: row)
        for statement in Self.deletions { try database.execute(sql: statement, arguments: [row]) }
        guard database.changesCount > 0 else { return nil }
        let sequence = try recordChange("delete", row, at: ArticleStore.currentSeconds)
        try database.execute(
            sql: "INSERT INTO tombstone (article, sequence) VALUES (?, ?)", arguments: [row, sequence])
        return sequence
    }

    /// The article itself comes last, so that its count of changes tells whether it was there.
    private static let deletions = [
        "DELETE FROM article_annotator WHERE article = ?",
        "DELETE FROM article_past WHERE article = ?",
        "DELETE FROM article_past_event WHERE article = ?",
        "DELETE FROM article_text WHERE article = ?",
        "DELETE FROM article WHERE row = ?",
    ]
}
