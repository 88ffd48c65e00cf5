import Articles
import Foundation
import GRDB
import Timeline

/// From events that stand for themselves, one article each, to the timeline of many articles. Events keep their ids; of those
/// that are one now, the oldest does, and the others lead to it.
enum TimelineMigration {
    private static let batch = 500

    static func run(_ database: Database) throws {
        try database.execute(sql: "ALTER TABLE event RENAME TO old_event")
        for old in ["TABLE event_entity", "INDEX event_date", "INDEX event_article"] {
            try database.execute(sql: "DROP " + old)
        }
        try database.execute(sql: "CREATE INDEX old_event_article ON old_event (article, ordinal)")
        for statement in tables { try database.execute(sql: statement) }
        try database.execute(
            sql: """
                INSERT INTO sqlite_sequence (name, seq)
                SELECT name, seq FROM (SELECT 'article_event' AS name UNION ALL SELECT 'event_id')
                JOIN (SELECT seq FROM sqlite_sequence WHERE name = 'old_event')
                """)
        try moveEvents(database)
        try database.execute(sql: "DROP TABLE old_event")
    }

    private static func moveEvents(_ database: Database) throws {
        var features: [Int64: ArticleEvent] = [:]
        var last: Int64 = 0
        while true {
            let articles = try Int64.fetchAll(
                database,
                sql: "SELECT DISTINCT article FROM old_event WHERE article > ? ORDER BY article LIMIT ?",
                arguments: [last, batch])
            guard let end = articles.last else { return }
            let writer = TimelineWriter(database: database, features: features, isCurated: false)
            for article in articles { try move(article, with: writer) }
            features = try writer.finish { id, _ in
                try Int64.fetchOne(
                    database.cachedStatement(sql: "SELECT row FROM entity WHERE id = ?"), arguments: [id])
            }
            last = end
        }
    }

    private static func move(_ article: Int64, with writer: TimelineWriter) throws {
        let database = writer.database
        guard let stored = try ArticleReader(database: database).article(article) else { return }
        let rows = try Row.fetchAll(
            database, sql: "SELECT row, record FROM old_event WHERE article = ? ORDER BY ordinal",
            arguments: [article])
        let old = try rows.map { row in try EventRecord.decode([UInt8](row["record"] as Data)) }
        let ids = Set(
            old.flatMap { $0.event.participants.map(\.entityID) + [$0.event.placeID].compactMap(\.self) })
        let reader = ArticleReader(database: database)
        let annotations = Annotations(
            entities: try ids.sorted().compactMap { try entity($0, database) },
            mentions: try reader.mentions(ofArticle: article), events: old.map(\.event))
        let events = ArticleEvent.read(stored.article, annotations, contentHash: stored.contentHash)
        let numbers = rows.map { $0["row"] as Int64 }
        for number in numbers {
            try database.execute(
                sql: "INSERT INTO event_id (event, holder) VALUES (?, ?)", arguments: [number, number])
        }
        try writer.add(
            events, records: old.map { EventRecord.encode($0.event, spans: $0.spans) },
            follows: old.map(\.event.follows), article: article, rows: numbers)
    }

    /// An entity as it was kept then, without its aliases.
    static func entity(_ id: String, _ database: Database) throws -> Entity? {
        let row = try Row.fetchOne(
            database.cachedStatement(sql: "SELECT kind, record FROM entity WHERE id = ?"), arguments: [id])
        guard let row, let kind = Entity.Kind(rawValue: row[0]) else { return nil }
        return try EntityRecord.decode([UInt8](row[1] as Data), id: id, kind: kind).entity
    }

    private static let tables = [
        // What an article says of an event. `core` and `event` say what it is one with, `features` holds what that is read from.
        """
        CREATE TABLE article_event (
          row INTEGER PRIMARY KEY AUTOINCREMENT,
          article INTEGER NOT NULL,
          ordinal INTEGER NOT NULL,
          core INTEGER NOT NULL,
          event INTEGER NOT NULL,
          features BLOB NOT NULL,
          record BLOB NOT NULL)
        """,
        "CREATE UNIQUE INDEX article_event_article ON article_event (article, ordinal)",
        "CREATE INDEX article_event_event ON article_event (event)",
        // Every id that an event ever had, and the claim whose event it leads to.
        """
        CREATE TABLE event_id (
          event INTEGER PRIMARY KEY AUTOINCREMENT,
          holder INTEGER NOT NULL)
        """,
        "CREATE INDEX event_id_holder ON event_id (holder)",
        // What one or more articles say. `lower` and `upper` are days since 1970-01-01, the least and greatest number where open,
        // both the greatest without a date. `wide`: more than the days of a year, so that those of a time are found among few.
        """
        CREATE TABLE event (
          row INTEGER PRIMARY KEY,
          wide INTEGER NOT NULL,
          lower INTEGER NOT NULL,
          upper INTEGER NOT NULL,
          edtf TEXT,
          precision TEXT,
          kind TEXT,
          repeatable INTEGER NOT NULL,
          status TEXT NOT NULL,
          title TEXT NOT NULL,
          title_language TEXT NOT NULL,
          title_direction TEXT NOT NULL,
          place INTEGER,
          articles INTEGER NOT NULL,
          claims INTEGER NOT NULL,
          sources INTEGER NOT NULL,
          confidence REAL NOT NULL,
          salience REAL NOT NULL,
          date BLOB)
        """,
        "CREATE INDEX event_date ON event (wide, lower, upper, row)",
        "CREATE INDEX event_salience ON event (salience, row)",
        "CREATE INDEX event_place ON event (place, lower, upper, row) WHERE place IS NOT NULL",
        """
        CREATE TABLE event_entity (
          entity INTEGER NOT NULL,
          wide INTEGER NOT NULL,
          lower INTEGER NOT NULL,
          upper INTEGER NOT NULL,
          event INTEGER NOT NULL,
          PRIMARY KEY (entity, wide, lower, upper, event)) WITHOUT ROWID
        """,
        "CREATE INDEX event_entity_event ON event_entity (event)",
        // Blocking keys: of events with the same date, and of events that happen once.
        """
        CREATE TABLE same_key (
          lower INTEGER NOT NULL,
          upper INTEGER NOT NULL,
          block INTEGER NOT NULL,
          rank INTEGER NOT NULL,
          article_event INTEGER NOT NULL,
          PRIMARY KEY (lower, upper, block, rank, article_event)) WITHOUT ROWID
        """,
        """
        CREATE TABLE once_key (
          block INTEGER NOT NULL,
          lower INTEGER NOT NULL,
          upper INTEGER NOT NULL,
          plan INTEGER NOT NULL,
          article_event INTEGER NOT NULL,
          PRIMARY KEY (block, lower, upper, plan, article_event)) WITHOUT ROWID
        """,
        // Pairs of articles' events: `later` follows `earlier`, or the two are in conflict. `own`: the article says so itself.
        """
        CREATE TABLE event_link (
          relation TEXT NOT NULL,
          later INTEGER NOT NULL,
          earlier INTEGER NOT NULL,
          own INTEGER NOT NULL,
          score REAL NOT NULL,
          PRIMARY KEY (later, earlier, relation)) WITHOUT ROWID
        """,
        "CREATE INDEX event_link_earlier ON event_link (earlier)",
        // `side_values` are the numbers that were seen when `status` was set; both events are one for numbers.
        """
        CREATE TABLE contradiction (
          row INTEGER PRIMARY KEY AUTOINCREMENT,
          relation TEXT NOT NULL,
          measure TEXT NOT NULL,
          unit TEXT NOT NULL,
          left_event INTEGER NOT NULL,
          right_event INTEGER NOT NULL,
          score REAL NOT NULL,
          side_values TEXT NOT NULL,
          status TEXT NOT NULL,
          note TEXT,
          revision INTEGER NOT NULL)
        """,
        "CREATE UNIQUE INDEX contradiction_left ON contradiction (left_event, right_event, relation, measure, unit)",
        "CREATE INDEX contradiction_right ON contradiction (right_event)",
    ]
}
