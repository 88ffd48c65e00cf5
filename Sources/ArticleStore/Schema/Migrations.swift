import GRDB

/// The steps from an empty file to today's schema: appended to, never edited.
enum Migrations {
    static var all: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("2026-11 articles, entities, events", migrate: createFirstTables)
        migrator.registerMigration("2026-12 timeline of many articles", migrate: TimelineMigration.run)
        migrator.registerMigration("2026-12 curation", migrate: CurationMigration.run)
        migrator.registerMigration("2026-12 entities across articles", migrate: EntityMigration.run)
        migrator.registerMigration("2026-12 reading anew", migrate: ReannotationMigration.run)
        migrator.registerMigration(
            "2026-12 curation of entities", migrate: EntityCurationMigration.run)
        migrator.registerMigration("2026-12 names side by side", migrate: NamesMigration.run)
        migrator.registerMigration("2026-12 revisions by themselves") { database in
            // Events say of which revision they are: what else an article has is many pages.
            try database.execute(sql: "CREATE INDEX article_revision ON article (row, revision)")
        }
        migrator.registerMigration("2026-12 synonyms", migrate: SynonymMigration.run)
        migrator.registerMigration("2026-12 saved searches", migrate: SavedSearchMigration.run)
        migrator.registerMigration("2026-12 what changed", migrate: ChangeMigration.run)
        migrator.registerMigration("2026-12 revisions that were replaced", migrate: RevisionMigration.run)
        migrator.registerMigration("2026-12 requests that were answered", migrate: IdempotencyMigration.run)
        migrator.registerMigration("2026-12 clusters of copies", migrate: ClusterMigration.run)
        return migrator
    }

    static func createFirstTables(_ database: Database) throws {
        for statement in firstTables { try database.execute(sql: statement) }
    }

    private static let firstTables = [
        // Every write of an article, in the order in which it became durable.
        """
        CREATE TABLE change (
          sequence INTEGER PRIMARY KEY AUTOINCREMENT,
          operation TEXT NOT NULL CHECK (operation IN ('put', 'delete')),
          article INTEGER NOT NULL,
          at INTEGER NOT NULL)
        """,
        // `title`, `source`, `language` and `published_at` are what lists filter and sort by; `record` holds the rest.
        """
        CREATE TABLE article (
          row INTEGER PRIMARY KEY AUTOINCREMENT,
          revision INTEGER NOT NULL,
          sequence INTEGER NOT NULL,
          content_hash TEXT NOT NULL,
          given_title TEXT NOT NULL,
          external_id TEXT UNIQUE,
          title TEXT NOT NULL,
          source TEXT,
          language TEXT NOT NULL,
          published_at INTEGER,
          ingested_at INTEGER NOT NULL,
          record BLOB NOT NULL,
          annotations BLOB NOT NULL)
        """,
        "CREATE UNIQUE INDEX article_content ON article (content_hash, given_title)",
        "CREATE INDEX article_sequence ON article (sequence)",
        "CREATE INDEX article_published ON article (published_at)",
        "CREATE INDEX article_title ON article (title)",
        "CREATE INDEX article_source ON article (source)",
        "CREATE TABLE article_text (article INTEGER PRIMARY KEY, text BLOB NOT NULL)",
        "CREATE TABLE tombstone (article INTEGER PRIMARY KEY, sequence INTEGER NOT NULL)",
        "CREATE INDEX tombstone_sequence ON tombstone (sequence)",
        // `first_date` and `last_date` are the EDTF values of its earliest and latest dated events.
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
        CREATE TABLE alias (
          entity INTEGER NOT NULL,
          folded TEXT NOT NULL,
          text TEXT NOT NULL,
          language TEXT NOT NULL,
          kind TEXT NOT NULL,
          PRIMARY KEY (entity, text, language)) WITHOUT ROWID
        """,
        "CREATE INDEX alias_folded ON alias (folded)",
        """
        CREATE TABLE article_entity (
          entity INTEGER NOT NULL,
          article INTEGER NOT NULL,
          mentions INTEGER NOT NULL,
          PRIMARY KEY (entity, article)) WITHOUT ROWID
        """,
        "CREATE INDEX article_entity_article ON article_entity (article)",
        // `lower` and `upper` are days since 1970-01-01, the least and greatest number where open.
        """
        CREATE TABLE event (
          row INTEGER PRIMARY KEY AUTOINCREMENT,
          article INTEGER NOT NULL,
          ordinal INTEGER NOT NULL,
          lower INTEGER NOT NULL,
          upper INTEGER NOT NULL,
          edtf TEXT NOT NULL,
          precision TEXT NOT NULL,
          title TEXT NOT NULL,
          title_language TEXT NOT NULL,
          title_direction TEXT NOT NULL,
          record BLOB NOT NULL)
        """,
        "CREATE INDEX event_date ON event (lower, upper, row)",
        "CREATE INDEX event_article ON event (article)",
        """
        CREATE TABLE event_entity (
          entity INTEGER NOT NULL,
          event INTEGER NOT NULL,
          PRIMARY KEY (entity, event)) WITHOUT ROWID
        """,
        "CREATE INDEX event_entity_event ON event_entity (event)",
    ]
}
