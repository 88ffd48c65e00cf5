import Articles
import Foundation
import GRDB
import TextAnalysis

extension ArticleWriter {
    /// Returns the row of each entity, in their order.
    mutating func writeEntities(of annotations: Annotations, article: Int64) throws -> [Int64] {
        var counts: [String: Int] = [:]
        for mention in annotations.mentions { counts[mention.entityID, default: 0] += 1 }
        return try annotations.entities.map { entity in
            let count = counts[entity.id] ?? 0
            let row = try row(of: entity)
            try writeAliases(of: entity, row: row)
            try database.cachedStatement(
                sql: "INSERT INTO article_entity (entity, article, mentions) VALUES (?, ?, ?)"
            ).execute(arguments: [row, article, count])
            try database.cachedStatement(
                sql: "UPDATE entity SET articles = articles + 1, mentions = mentions + ? WHERE row = ?"
            ).execute(arguments: [count, row])
            return row
        }
    }

    private mutating func row(of entity: Entity) throws -> Int64 {
        if let row = cache.rows[entity.id] { return row }
        let known = try Int64.fetchOne(
            database.cachedStatement(sql: "SELECT row FROM entity WHERE id = ?"), arguments: [entity.id])
        let row = try known ?? insert(entity)
        cache.remember(entity.id, row: row)
        return row
    }

    private func insert(_ entity: Entity) throws -> Int64 {
        try database.cachedStatement(
            sql: """
                INSERT INTO entity (id, kind, folded_label, articles, mentions, record)
                VALUES (?, ?, ?, 0, 0, ?)
                """
        ).execute(arguments: [
            entity.id, entity.kind.rawValue, LetterFolding.fold(entity.label),
            Data(EntityRecord.encode(entity)),
        ])
        return database.lastInsertedRowID
    }

    private mutating func writeAliases(of entity: Entity, row: Int64) throws {
        let label = Entity.Alias(text: entity.label, language: entity.labelLanguage, kind: .variant)
        for alias in [label] + entity.aliases where cache.isNew(alias: alias.text, of: row) {
            try database.cachedStatement(
                sql: """
                    INSERT OR IGNORE INTO alias (entity, folded, text, language, kind) VALUES (?, ?, ?, ?, ?)
                    """
            ).execute(arguments: [
                row, LetterFolding.fold(alias.text), alias.text, alias.language.rawValue,
                alias.kind.rawValue,
            ])
            if database.changesCount > 0 { names.noteChange(of: row) }
        }
    }
}
