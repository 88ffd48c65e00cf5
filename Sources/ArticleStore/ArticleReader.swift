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

    /// The same with the cluster of its copies, for which steps to today's schema may have no table yet.
    func clusteredArticle(_ row: Int64) throws -> StoredArticle? {
        guard var stored = try article(row) else { return nil }
        stored.cluster = try cluster(ofArticle: row)
        return stored
    }

    private func cluster(ofArticle row: Int64) throws -> Int64? {
        try Int64.fetchOne(
            database.cachedStatement(sql: "SELECT cluster FROM cluster_member WHERE article = ?"),
            arguments: [row])
    }

    /// The article with all that was read from it, and its cluster.
    func annotatedArticle(_ row: Int64) throws -> StoredArticle? {
        guard var stored = try clusteredArticle(row) else { return nil }
        stored.annotations = try annotations(ofArticle: row)
        return stored
    }

    /// With the entities that the store knows, whatever the article's own annotations call them.
    private func annotations(ofArticle row: Int64) throws -> Annotations {
        let bytes = try Data.fetchOne(
            database.cachedStatement(sql: "SELECT annotations FROM article WHERE row = ?"), arguments: [row])
        let record = try AnnotationRecord.decode([UInt8](bytes ?? Data()))
        var annotations = Annotations(
            expressions: record.expressions, mentions: record.mentions, events: try events(ofArticle: row))
        var lookup = EntityLookup(database: database)
        var ids: [String: String] = [:]
        for local in record.entityIDs {
            guard let found = try lookup.entity(local, article: row) else { continue }
            if !ids.values.contains(found.id), let entity = try entity(found.id)?.entity {
                annotations.entities.append(entity)
            }
            ids[local] = found.id
        }
        annotations.replaceEntityIDs { ids[$0] ?? $0 }
        return annotations
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
        let id: String = row["id"]
        var (entity, labels) = try EntityRecord.decode([UInt8](record), id: id, kind: kind)
        entity.aliases = try aliases(ofEntity: row["row"]).filter { $0.text != entity.label }
        var stored = StoredEntity(
            entity: entity, labels: labels, articleCount: row["articles"], mentionCount: row["mentions"],
            firstDate: row["first_date"], lastDate: row["last_date"],
            merged: try merged(intoEntity: row["row"], id: id))
        stored.external = try external(ofEntity: row["row"])
        return stored
    }

    /// The ids that people gave it for which `Entity` has no place.
    private func external(ofEntity row: Int64) throws -> [String: String] {
        let rows = try Row.fetchAll(
            database.cachedStatement(sql: "SELECT name, id FROM curated_external WHERE entity = ?"),
            arguments: [row])
        return Dictionary(rows.map { ($0[0], $0[1]) }) { first, _ in first }
    }

    /// The names that are one with those of the entity's id. What has no reason of its own is what the others were put to.
    private func merged(intoEntity row: Int64, id: String) throws -> [StoredEntity.Merged] {
        let rows = try Row.fetchAll(
            database.cachedStatement(
                sql: """
                    SELECT name.id, entity_name.reason, entity_name.confidence FROM entity_name
                    JOIN name ON name.row = entity_name.name
                    WHERE entity_name.entity = ? ORDER BY name.row, entity_name.part
                    """), arguments: [row])
        guard rows.count > 1, let tie = rows.first(where: { $0[1] as String? != nil }) else { return [] }
        var seen: Set<String> = [id]
        return try rows.filter { seen.insert($0[0]).inserted }.compactMap { found in
            guard try entityRow(leadingFrom: found[0]) == row else { return nil }
            return StoredEntity.Merged(
                id: found[0], reason: found[1] ?? tie[1], confidence: found[2] ?? tie[2] ?? 0)
        }
    }

    private func aliases(ofEntity row: Int64) throws -> [Entity.Alias] {
        let rows = try Row.fetchAll(
            database.cachedStatement(
                sql:
                    "SELECT DISTINCT text, language, kind FROM alias WHERE entity = ? ORDER BY language, text, kind"
            ),
            arguments: [row])
        return rows.compactMap { row in
            guard let language = Language(rawValue: row["language"]),
                let kind = Entity.Alias.Kind(rawValue: row["kind"])
            else { return nil }
            return Entity.Alias(text: row["text"], language: language, kind: kind)
        }
    }
}
