/// The tables that keep who is who across articles.
enum EntityTables {
    static let all = [
        // What extraction takes for one: a kind with a folded name, or an item of the gazetteer. `local` is its id there, `id` the one
        // that it brings to its entity; of a name that is split, to the part of the article `holder`.
        """
        CREATE TABLE name (
          row INTEGER PRIMARY KEY AUTOINCREMENT,
          local TEXT NOT NULL UNIQUE,
          id TEXT NOT NULL UNIQUE,
          kind TEXT NOT NULL,
          wikidata TEXT,
          feature INTEGER NOT NULL,
          plain INTEGER NOT NULL,
          articles INTEGER NOT NULL,
          namings INTEGER NOT NULL,
          paired INTEGER NOT NULL,
          loose INTEGER NOT NULL,
          split INTEGER NOT NULL,
          holder INTEGER)
        """,
        // Each way in which articles describe a name, with how many do.
        """
        CREATE TABLE naming (
          name INTEGER NOT NULL,
          digest INTEGER NOT NULL,
          articles INTEGER NOT NULL,
          record BLOB NOT NULL,
          PRIMARY KEY (name, digest)) WITHOUT ROWID
        """,
        // The labels and aliases of all namings of a name, with how many namings have them as what.
        """
        CREATE TABLE name_alias (
          name INTEGER NOT NULL,
          folded TEXT NOT NULL,
          text TEXT NOT NULL,
          language TEXT NOT NULL,
          kind TEXT NOT NULL,
          labels INTEGER NOT NULL,
          aliases INTEGER NOT NULL,
          PRIMARY KEY (name, text, language, kind)) WITHOUT ROWID
        """,
        "CREATE INDEX name_alias_folded ON name_alias (folded)",
        // Which names an article has. `part` tells the articles of a name apart that mean different entities.
        """
        CREATE TABLE article_name (
          article INTEGER NOT NULL,
          name INTEGER NOT NULL,
          rank INTEGER NOT NULL,
          part INTEGER NOT NULL,
          mentions INTEGER NOT NULL,
          digest INTEGER NOT NULL,
          PRIMARY KEY (article, name)) WITHOUT ROWID
        """,
        "CREATE INDEX article_name_name ON article_name (name, rank, article, part)",
        // Names of like consonants.
        """
        CREATE TABLE name_block (
          block INTEGER NOT NULL,
          name INTEGER NOT NULL,
          PRIMARY KEY (block, name)) WITHOUT ROWID
        """,
        "CREATE INDEX name_block_name ON name_block (name)",
        // Names that may be of one entity, by how they are spelled or by aliases; both ways.
        """
        CREATE TABLE name_pair (
          one INTEGER NOT NULL,
          other INTEGER NOT NULL,
          PRIMARY KEY (one, other)) WITHOUT ROWID
        """,
        // Pairs that are of one entity as far as they alone tell; `one` has the lesser row.
        """
        CREATE TABLE name_link (
          one INTEGER NOT NULL,
          one_part INTEGER NOT NULL,
          other INTEGER NOT NULL,
          other_part INTEGER NOT NULL,
          reason TEXT NOT NULL,
          confidence REAL NOT NULL,
          PRIMARY KEY (one, one_part, other, other_part)) WITHOUT ROWID
        """,
        "CREATE INDEX name_link_other ON name_link (other)",
        // The entity of each name's part, and what ties it to the others of the entity.
        """
        CREATE TABLE entity_name (
          name INTEGER NOT NULL,
          part INTEGER NOT NULL,
          entity INTEGER NOT NULL,
          reason TEXT,
          confidence REAL,
          PRIMARY KEY (name, part)) WITHOUT ROWID
        """,
        "CREATE INDEX entity_name_entity ON entity_name (entity)",
        // Ids that entities had besides those of their names: each leads to the entity of the name, in the article if it is split.
        """
        CREATE TABLE entity_id (
          id TEXT PRIMARY KEY,
          name INTEGER NOT NULL,
          article INTEGER,
          age INTEGER NOT NULL) WITHOUT ROWID
        """,
        "CREATE INDEX entity_id_name ON entity_id (name)",
        """
        CREATE VIEW alias AS
        SELECT entity_name.entity AS entity, name_alias.folded AS folded, name_alias.text AS text,
          name_alias.language AS language, name_alias.kind AS kind
        FROM name_alias JOIN entity_name ON entity_name.name = name_alias.name
        """,
    ]
}
