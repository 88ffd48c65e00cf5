import Articles
import Foundation
import GRDB
import TextAnalysis

/// Reads articles back, inside a transaction.
struct ArticleReader {
    let database: Database

    /// The article without its annotations.
    func article(_ row: Int64) throws -> StoredArticle? {
        let found = try Row.fetchOne(
            database.cachedStatement(
                sql: """
                    SELECT revision, sequence, content_hash, ingested_at, record, text FROM article
                    JOIN article_text ON article_text.article = article.row WHERE article.row = ?
                    """), arguments: [row])
        guard let found else { return nil }
        let record: Data = found["record"]
        let text: Data = found["text"]
        return StoredArticle(
            id: Identifier.article(row), revision: found["revision"],
            article: try ArticleRecord.decode([UInt8](record), text: [UInt8](text)),
            annotations: Annotations(), ingestedAt: found["ingested_at"],
            contentHash: found["content_hash"], sequence: found["sequence"])
    }

    /// The article with all that was read from it.
    func annotatedArticle(_ row: Int64) throws -> StoredArticle? {
        guard var stored = try article(row) else { return nil }
        stored.annotations = try annotations(ofArticle: row)
        return stored
    }

    private func annotations(ofArticle row: Int64) throws -> Annotations {
        let bytes = try Data.fetchOne(
            database.cachedStatement(sql: "SELECT annotations FROM article WHERE row = ?"), arguments: [row])
        let record = try AnnotationRecord.decode([UInt8](bytes ?? Data()))
        return Annotations(
            expressions: record.expressions,
            entities: try record.entityIDs.compactMap { try entity($0)?.entity },
            mentions: record.mentions,
            events: try events(ofArticle: row))
    }

    /// What the article alone says, before it is put together with others.
    func events(ofArticle row: Int64) throws -> [Event] {
        let records = try Data.fetchAll(
            database.cachedStatement(
                sql: "SELECT record FROM article_event WHERE article = ? ORDER BY ordinal"),
            arguments: [row])
        return try records.map { try EventRecord.decode([UInt8]($0)).event }
    }

    func mentions(ofArticle row: Int64) throws -> [Mention] {
        let bytes = try Data.fetchOne(
            database.cachedStatement(sql: "SELECT annotations FROM article WHERE row = ?"), arguments: [row])
        return try AnnotationRecord.decode([UInt8](bytes ?? Data())).mentions
    }

    func entity(_ id: String) throws -> StoredEntity? {
        let row = try Row.fetchOne(
            database.cachedStatement(sql: "SELECT * FROM entity WHERE id = ?"), arguments: [id])
        return try row.map(entity)
    }

    func entity(row: Int64) throws -> StoredEntity? {
        let row = try Row.fetchOne(
            database.cachedStatement(sql: "SELECT * FROM entity WHERE row = ?"), arguments: [row])
        return try row.map(entity)
    }

    /// The entity of a whole row of the table `entity`.
    func entity(_ row: Row) throws -> StoredEntity {
        let record: Data = row["record"]
        guard let kind = Entity.Kind(rawValue: row["kind"]) else { throw RecordError() }
        var entity = try EntityRecord.decode([UInt8](record), id: row["id"], kind: kind, aliases: [])
        entity.aliases = try aliases(ofEntity: row["row"]).filter { $0.text != entity.label }
        return StoredEntity(
            entity: entity, articleCount: row["articles"], mentionCount: row["mentions"],
            firstDate: row["first_date"], lastDate: row["last_date"])
    }

    private func aliases(ofEntity row: Int64) throws -> [Entity.Alias] {
        let rows = try Row.fetchAll(
            database.cachedStatement(
                sql: "SELECT text, language, kind FROM alias WHERE entity = ? ORDER BY language, text"),
            arguments: [row])
        return rows.compactMap { row in
            guard let language = Language(rawValue: row["language"]),
                let kind = Entity.Alias.Kind(rawValue: row["kind"])
            else { return nil }
            return Entity.Alias(text: row["text"], language: language, kind: kind)
        }
    }
}
