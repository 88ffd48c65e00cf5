import Articles
import Foundation
import GRDB

/// What names are found by while they are typed, and which names stand together.
enum NamesMigration {
    private static let batch = 500

    static func run(_ database: Database) throws {
        for statement in statements { try database.execute(sql: statement) }
        try addNames(database)
        try addUnits(database)
    }

    private static func addNames(_ database: Database) throws {
        let writer = NameWriter(database: database)
        let entities = try Int64.fetchCursor(database, sql: "SELECT row FROM entity")
        while let entity = try entities.next() { writer.noteChange(of: entity) }
        try writer.finish()
    }

    private static func addUnits(_ database: Database) throws {
        var last: Int64 = 0
        while true {
            let articles = try Int64.fetchAll(
                database, sql: "SELECT row FROM article WHERE row > ? ORDER BY row LIMIT ?",
                arguments: [last, batch])
            guard let end = articles.last else { return }
            let writer = UnitWriter(database: database)
            for article in articles {
                guard let record = try ArticleReader(database: database).units(ofArticle: article) else {
                    continue
                }
                try writer.add(record, article: article)
            }
            try writer.finish()
            last = end
        }
    }

    private static let statements = [
        // The folded words of a name from any of them on: `place` is 0 for the whole name, 1 for a part.
        """
        CREATE TABLE name_tail (
          entity INTEGER NOT NULL,
          tail TEXT NOT NULL,
          place INTEGER NOT NULL,
          PRIMARY KEY (entity, tail)) WITHOUT ROWID
        """,
        "CREATE INDEX name_tail_tail ON name_tail (tail, place)",
        // The consonants of a name, in Latin letters whatever its script.
        """
        CREATE TABLE name_sound (
          entity INTEGER NOT NULL,
          sound TEXT NOT NULL,
          PRIMARY KEY (entity, sound)) WITHOUT ROWID
        """,
        "CREATE INDEX name_sound_sound ON name_sound (sound)",
        // Which entities an article names, and which of them in one block or sentence.
        "CREATE TABLE article_unit (article INTEGER PRIMARY KEY, record BLOB NOT NULL)",
        // How many articles, blocks and sentences name an entity.
        """
        CREATE TABLE unit_count (
          entity INTEGER PRIMARY KEY,
          articles INTEGER NOT NULL,
          blocks INTEGER NOT NULL,
          sentences INTEGER NOT NULL)
        """,
        // How many articles, blocks and sentences name any: one row.
        """
        CREATE TABLE unit_total (
          articles INTEGER NOT NULL,
          blocks INTEGER NOT NULL,
          sentences INTEGER NOT NULL)
        """,
        "INSERT INTO unit_total VALUES (0, 0, 0)",
    ]
}
