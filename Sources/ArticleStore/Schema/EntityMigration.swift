import Articles
import EntityLinking
import Foundation
import GRDB
import TextAnalysis

/// From entities that are what extraction takes for one to entities across articles. Ids stay; of those that are one entity now, the
/// oldest does, and the others lead to it.
enum EntityMigration {
    private static let batch = 500

    static func run(_ database: Database) throws {
        for table in ["entity", "alias", "article_entity"] {
            try database.execute(sql: "ALTER TABLE \(table) RENAME TO old_\(table)")
        }
        for index in ["entity_articles", "entity_label", "alias_folded", "article_entity_article"] {
            try database.execute(sql: "DROP INDEX \(index)")
        }
        for statement in tables + EntityTables.all { try database.execute(sql: statement) }
        try moveEntities(database)
        for table in ["entity", "alias", "article_entity"] {
            try database.execute(sql: "DROP TABLE old_\(table)")
        }
        try moveEvents(database)
        try noteChanges(database)
    }

    private static let tables = [
        """
        CREATE TABLE entity (
          row INTEGER PRIMARY KEY,
          id TEXT NOT NULL UNIQUE,
          kind TEXT NOT NULL,
          folded_label TEXT NOT NULL,
          articles INTEGER NOT NULL,
          mentions INTEGER NOT NULL,
          first_day INTEGER,
          first_date TEXT,
          last_day INTEGER,
          last_date TEXT,
          record BLOB NOT NULL)
        """,
        "CREATE INDEX entity_articles ON entity (articles)",
        "CREATE INDEX entity_label ON entity (folded_label)",
        """
        CREATE TABLE article_entity (
          entity INTEGER NOT NULL,
          article INTEGER NOT NULL,
          mentions INTEGER NOT NULL,
          PRIMARY KEY (entity, article)) WITHOUT ROWID
        """,
        "CREATE INDEX article_entity_article ON article_entity (article)",
    ]

    // MARK: Entities

    private static func moveEntities(_ database: Database) throws {
        var cache = EntityCache()
        var last: Int64 = 0
        while true {
            let rows = try Row.fetchAll(
                database,
                sql: """
                    SELECT article.row, content_hash, given_title, annotations, text FROM article
                    JOIN article_text ON article_text.article = article.row
                    WHERE article.row > ? ORDER BY article.row LIMIT ?
                    """, arguments: [last, batch])
            guard let end = rows.last else { return }
            let writer = EntityWriter(database: database, cache: cache)
            for row in rows { try move(row, with: writer) }
            _ = try writer.finish()
            cache = writer.cache
            cache.trim()
            last = end[0]
        }
    }

    private static func move(_ row: Row, with writer: EntityWriter) throws {
        let record = try AnnotationRecord.decode([UInt8](row[3] as Data))
        let text = [UInt8](row[4] as Data)
        let entities = try record.entityIDs.compactMap { id in
            try entity(id, writer.database).map { describe($0, record.mentions, text) }
        }
        let said = ArticleEntity.read(Annotations(entities: entities, mentions: record.mentions))
        let hash: String = row[1]
        let title: String = row[2]
        try writer.add(
            said.map(PreparedEntity.init), article: row[0],
            rank: ArticleEntity.rank(contentHash: hash, title: title.isEmpty ? nil : title))
    }

    private static func entity(_ id: String, _ database: Database) throws -> Entity? {
        let row = try Row.fetchOne(
            database.cachedStatement(sql: "SELECT row, kind, record FROM old_entity WHERE id = ?"),
            arguments: [id])
        guard let row, let kind = Entity.Kind(rawValue: row[1]) else { return nil }
        var entity = try EntityRecord.decode([UInt8](row[2] as Data), id: id, kind: kind).entity
        let aliases = try Row.fetchAll(
            database.cachedStatement(
                sql: "SELECT text, language, kind FROM old_alias WHERE entity = ? ORDER BY language, text"),
            arguments: [row[0] as Int64])
        entity.aliases = aliases.compactMap { row in
            guard let language = Language(rawValue: row[1]), let kind = Entity.Alias.Kind(rawValue: row[2]),
                row[0] as String != entity.label
            else { return nil }
            return Entity.Alias(text: row[0], language: language, kind: kind)
        }
        return entity
    }

    /// What the article itself says of an entity: of one that the gazetteer does not know, only the names that stand in the text.
    private static func describe(_ entity: Entity, _ mentions: [Mention], _ text: [UInt8]) -> Entity {
        guard entity.wikidata == nil else { return entity }
        var names: [String] = []
        for mention in mentions
        where mention.entityID == entity.id && mention.form != .adjective
            && mention.range.upperBound <= text.count
        {
            let name = String(decoding: text[mention.range], as: UTF8.self)
            if !names.contains(name) { names.append(name) }
        }
        let folded = LetterFolding.fold(entity.label)
        guard let label = names.first(where: { LetterFolding.fold($0) == folded }) else { return entity }
        var described = entity
        described.label = label
        described.aliases = entity.aliases.filter { $0.text != label && names.contains($0.text) }
        return described
    }

    // MARK: What depends on them

    /// Participants and places of all events.
    private static func moveEvents(_ database: Database) throws {
        try database.execute(sql: "DELETE FROM event_entity")
        var last: Int64 = 0
        while true {
            let events = try Int64.fetchAll(
                database, sql: "SELECT row FROM event WHERE row > ? ORDER BY row LIMIT ?",
                arguments: [last, batch])
            guard let end = events.last else { return }
            var lookup = EntityLookup(database: database)
            try TimelineWriter(database: database, features: [:], isCurated: false).rewrite(Set(events)) {
                try lookup.entity($0, article: $1)?.row
            }
            last = end
        }
    }

    /// To the index, every article is a new one.
    private static func noteChanges(_ database: Database) throws {
        let articles = try Int64.fetchAll(database, sql: "SELECT row FROM article ORDER BY row")
        for article in articles {
            try database.cachedStatement(
                sql: "INSERT INTO change (operation, article, at) VALUES ('put', ?, ?)"
            ).execute(arguments: [article, ArticleStore.currentSeconds])
            try database.cachedStatement(sql: "UPDATE article SET sequence = ? WHERE row = ?")
                .execute(arguments: [database.lastInsertedRowID, article])
        }
    }
}
