import Articles
import EntityLinking
import GRDB
import TextAnalysis

/// What people said of entities.
extension EntityWriter {
    /// What was said of the entity of a row, whose id is settled.
    func sayings(ofEntity row: Int64) throws -> [EntitySaying] {
        guard try decisions.hasChanges else { return [] }
        let ids = try String.fetchAll(
            database.direct(
                """
                SELECT name.id FROM entity_name JOIN name ON name.row = entity_name.name WHERE entity_name.entity = ?1
                UNION
                SELECT entity_id.id FROM entity_name JOIN entity_id ON entity_id.name = entity_name.name
                WHERE entity_name.entity = ?1
                """), row)
        let reader = ArticleReader(database: database)
        return try decisions.changes(ofIDs: ids).filter {
            try reader.entityRow(leadingFrom: $0.target) == row
        }
    }

    /// How a created entity is described, as if by an article.
    func namings(of sayings: [EntitySaying]) -> [Naming] {
        sayings.filter(\.isCreation).compactMap { saying in
            guard let kind = saying.change.kind, let label = saying.change.label else { return nil }
            return Naming(
                entity: Entity(
                    id: saying.target, kind: kind, label: label.text, labelLanguage: label.language,
                    wikidata: saying.change.external["wikidata"] ?? nil),
                articles: 0)
        }
    }

    /// Writes what lists and lookups read of `description`.
    func writeCurated(_ description: CuratedDescription, entity row: Int64) throws {
        guard try decisions.hasChanges else { return }
        try deleteCurated(entity: row)
        let names =
            description.added.map { (alias: $0, isHidden: false) }
            + description.hidden.sorted().map {
                (alias: Entity.Alias(text: $0, language: .undetermined, kind: .variant), isHidden: true)
            }
        for name in names {
            try database.direct(
                """
                INSERT OR REPLACE INTO curated_alias (entity, hidden, folded, text, language, kind)
                VALUES (?, ?, ?, ?, ?, ?)
                """
            ).run(
                row, name.isHidden, LetterFolding.fold(name.alias.text), name.alias.text,
                name.alias.language.rawValue, name.alias.kind.rawValue)
        }
        for (name, id) in description.external.sorted(by: { $0.key < $1.key }) {
            try database.direct("INSERT INTO curated_external (entity, name, id) VALUES (?, ?, ?)").run(
                row, name, id)
        }
    }

    func deleteCurated(entity row: Int64) throws {
        guard try decisions.hasChanges else { return }
        for table in ["curated_alias", "curated_external"] {
            try database.direct("DELETE FROM \(table) WHERE entity = ?").run(row)
        }
    }
}
