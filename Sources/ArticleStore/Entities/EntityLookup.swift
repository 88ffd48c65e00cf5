import Foundation
import GRDB

/// Finds the entity that an article means by what extraction calls it.
struct EntityLookup {
    struct Found {
        var row: Int64
        /// `n_…`
        var id: String
    }

    let database: Database
    /// Of names that mean the same in all articles.
    private var known: [String: Found?] = [:]

    init(database: Database) {
        self.database = database
    }

    /// `local` is the id that the article's own annotations have; `nil` when the article names no such entity.
    mutating func entity(_ local: String, article: Int64) throws -> Found? {
        if let found = known[local] { return found }
        let (found, isPlain) = try find(local, article: article)
        if isPlain { known[local] = found }
        return found
    }

    /// The same from the database, and whether the name means that in all articles.
    func find(_ local: String, article: Int64) throws -> (found: Found?, isPlain: Bool) {
        let row = try Row.fetchOne(
            database.cachedStatement(
                sql: """
                    SELECT entity.row, entity.id, name.split FROM name
                    JOIN article_name ON article_name.name = name.row AND article_name.article = ?
                    JOIN entity_name ON entity_name.name = name.row AND entity_name.part = article_name.part
                    JOIN entity ON entity.row = entity_name.entity
                    WHERE name.local = ?
                    """), arguments: [article, local])
        guard let row else { return (nil, false) }
        return (Found(row: row[0], id: row[1]), !(row[2] as Bool))
    }
}

extension ArticleReader {
    /// The row of the entity that an id leads to now; `nil` for an id that none has or had.
    func entityRow(leadingFrom id: String) throws -> Int64? {
        let own = try Int64.fetchOne(database.direct("SELECT row FROM entity WHERE id = ?"), id)
        if let own { return own }
        let held = try Row.fetchOne(
            database.cachedStatement(
                sql: """
                    SELECT row, split, holder FROM name WHERE id = ?1
                    UNION ALL
                    SELECT name.row, name.split, entity_id.article FROM entity_id
                    JOIN name ON name.row = entity_id.name WHERE entity_id.id = ?1
                    """), arguments: [id])
        guard let held else { return nil }
        let isSplit: Bool = held[1]
        return try Int64.fetchOne(
            database.direct(
                """
                SELECT entity FROM entity_name WHERE name = ?1 AND part = CASE WHEN ?2 THEN COALESCE(
                  (SELECT part FROM article_name WHERE name = ?1 AND article = ?3), 0) ELSE 0 END
                """), held[0] as Int64, isSplit, held[2] as Int64?)
    }
}
