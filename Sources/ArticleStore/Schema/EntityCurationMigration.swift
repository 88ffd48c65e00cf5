import GRDB

/// Room for what people decide of entities.
enum EntityCurationMigration {
    static func run(_ database: Database) throws {
        for statement in statements { try database.execute(sql: statement) }
    }

    private static let statements = [
        "CREATE INDEX curation_target ON curation (target)",
        // The names that a merge or a split is about, by the ids that extraction gives them; of articles with `content_hash`, or of all
        // with none. Those that are not `apart` are one entity, and those that are belong to another.
        """
        CREATE TABLE entity_mark (
          name TEXT NOT NULL,
          operation INTEGER NOT NULL,
          content_hash TEXT NOT NULL,
          apart INTEGER NOT NULL,
          PRIMARY KEY (name, operation, content_hash, apart)) WITHOUT ROWID
        """,
        "CREATE INDEX entity_mark_operation ON entity_mark (operation)",
        // What a creation or a change says of the entity that its target leads to.
        "CREATE TABLE entity_change (operation INTEGER PRIMARY KEY, record BLOB NOT NULL)",
        // What such changes come to: names that an entity has besides those that articles have, or not (`hidden`), and its ids elsewhere.
        """
        CREATE TABLE curated_alias (
          entity INTEGER NOT NULL,
          hidden INTEGER NOT NULL,
          folded TEXT NOT NULL,
          text TEXT NOT NULL,
          language TEXT NOT NULL,
          kind TEXT NOT NULL,
          PRIMARY KEY (entity, text, language, hidden)) WITHOUT ROWID
        """,
        "CREATE INDEX curated_alias_folded ON curated_alias (folded)",
        """
        CREATE TABLE curated_external (
          entity INTEGER NOT NULL,
          name TEXT NOT NULL,
          id TEXT NOT NULL,
          PRIMARY KEY (entity, name)) WITHOUT ROWID
        """,
        "DROP VIEW alias",
        """
        CREATE VIEW alias AS
        SELECT entity_name.entity AS entity, name_alias.folded AS folded, name_alias.text AS text,
          name_alias.language AS language, name_alias.kind AS kind
        FROM name_alias JOIN entity_name ON entity_name.name = name_alias.name
        WHERE NOT EXISTS (SELECT 1 FROM curated_alias
          WHERE curated_alias.entity = entity_name.entity AND curated_alias.text = name_alias.text AND curated_alias.hidden)
        UNION ALL
        SELECT entity, folded, text, language, kind FROM curated_alias WHERE NOT hidden
        """,
    ]
}
