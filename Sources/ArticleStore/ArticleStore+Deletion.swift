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
                try currentIndex.apply(adding: [], removing: [row], sequence: sequence)
            } catch {
                throw StoreError(error)
            }
            return .found(())
        }
    }
}

extension ArticleWriter {
    /// Returns the sequence number of the change; `nil` when the article was not there.
    fileprivate mutating func delete(_ row: Int64) throws -> Int64? {
        let entities = try Row.fetchAll(
            database,
            sql: """
                SELECT article_entity.entity, article_entity.mentions, entity.id FROM article_entity
                JOIN entity ON entity.row = article_entity.entity WHERE article_entity.article = ?
                """, arguments: [row])
        try timeline.remove(article: row)
        try units.remove(article: row)
        for statement in Self.deletions { try database.execute(sql: statement, arguments: [row]) }
        guard database.changesCount > 0 else { return nil }
        for entity in entities { try release(entity) }
        let sequence = try recordChange("delete", row, at: ArticleStore.currentSeconds)
        try database.execute(
            sql: "INSERT INTO tombstone (article, sequence) VALUES (?, ?)", arguments: [row, sequence])
        return sequence
    }

    /// The article itself comes last, so that its count of changes tells whether it was there.
    private static let deletions = [
        "DELETE FROM article_entity WHERE article = ?",
        "DELETE FROM article_text WHERE article = ?",
        "DELETE FROM article WHERE row = ?",
    ]

    /// Takes an article's mentions off an entity, which goes when no article names it any more.
    private mutating func release(_ entity: Row) throws {
        let row: Int64 = entity["entity"]
        let mentions: Int = entity["mentions"]
        try database.execute(
            sql: "UPDATE entity SET articles = articles - 1, mentions = mentions - ? WHERE row = ?",
            arguments: [mentions, row])
        try database.execute(
            sql: "DELETE FROM entity WHERE row = ? AND articles <= 0", arguments: [row])
        if database.changesCount > 0 {
            try database.execute(sql: "DELETE FROM alias WHERE entity = ?", arguments: [row])
            names.noteChange(of: row)
            cache.forget(entity["id"])
        }
    }
}
