import Articles
import EntityLinking
import Foundation
import GRDB

/// Verifies who is who.
extension ArticleStore {
    static func checkEntities(_ database: Database) throws -> [String] {
        var problems: [String] = []
        for (sql, problem) in entityChecks {
            problems += try String.fetchAll(database, sql: sql).map { "entity \($0): " + problem }
        }
        do {
            return problems + (try checkNames(database)) + (try checkLabels(database))
        } catch is RecordError {
            return problems + ["entities: a record can't be read"]
        }
    }

    /// What people made needs no article.
    private static let created = "(SELECT target FROM standing_curation WHERE kind = 'create')"

    /// Each finds ids of what must not be.
    private static let entityChecks = [
        (
            """
            SELECT name.id FROM name LEFT JOIN article_name ON article_name.name = name.row GROUP BY name.row
            HAVING name.articles <> COUNT(article_name.article) OR name.articles = 0 AND name.local NOT IN \(created)
            """, "its name is not counted right"
        ),
        (
            """
            SELECT name.id FROM naming JOIN name ON name.row = naming.name
            LEFT JOIN article_name ON article_name.name = naming.name AND article_name.digest = naming.digest
            GROUP BY naming.name, naming.digest HAVING naming.articles <> COUNT(article_name.article)
            """, "its descriptions are not counted right"
        ),
        (
            """
            SELECT DISTINCT name.id FROM article_name JOIN name ON name.row = article_name.name
            LEFT JOIN entity_name ON entity_name.name = article_name.name AND entity_name.part = article_name.part
            LEFT JOIN entity ON entity.row = entity_name.entity
            WHERE entity.row IS NULL OR name.split <> EXISTS (
              SELECT 1 FROM article_name AS other WHERE other.name = name.row AND other.part <> 0)
            """, "its name has no entity, or several without being split"
        ),
        (
            """
            SELECT entity.id FROM entity_name JOIN entity ON entity.row = entity_name.entity
            JOIN name ON name.row = entity_name.name
            WHERE name.local NOT IN \(created) AND NOT EXISTS (
              SELECT 1 FROM article_name WHERE article_name.name = entity_name.name AND article_name.part = entity_name.part)
            """, "no article has a name of it"
        ),
        (
            """
            SELECT DISTINCT entity.id FROM (
              SELECT entity_name.entity, article_name.article, SUM(article_name.mentions) AS mentions FROM article_name
              JOIN entity_name ON entity_name.name = article_name.name AND entity_name.part = article_name.part
              GROUP BY entity_name.entity, article_name.article) AS named
            JOIN entity ON entity.row = named.entity
            LEFT JOIN article_entity ON article_entity.entity = named.entity AND article_entity.article = named.article
            WHERE article_entity.mentions IS NOT named.mentions
            """, "an article that names it is not counted right"
        ),
        (
            """
            SELECT id FROM entity WHERE id NOT IN (SELECT id FROM name UNION ALL SELECT id FROM entity_id)
            """, "its id is none of its names'"
        ),
    ]

    /// Looks at every name anew that may be linked or split.
    private static func checkNames(_ database: Database) throws -> [String] {
        let writer = EntityWriter(
            database: database, cache: EntityCache(), decisions: CuratedEntities(database: database))
        var problems: [String] = []
        let rows = try Int64.fetchAll(
            database,
            sql: """
                SELECT row FROM name WHERE paired OR split OR kind = 'person' AND articles >= ?
                  OR local IN (SELECT name FROM entity_mark) ORDER BY row
                """,
            arguments: [Homonyms.leastArticles])
        var done: Set<Int64> = []
        for row in rows {
            let state = try writer.state(row)
            let homonyms = try writer.homonyms(of: state)
            if homonyms.isLoose != state.isLoose || homonyms.count > 1 && !state.isSplit {
                problems.append("entity \(state.id): its articles are not told apart right")
            }
            let others = try Int64.fetchAll(
                database.direct("SELECT other FROM name_pair WHERE one = ? AND other > ?"), row, row)
            if try others.contains(where: { try writer.isWrong(row, $0) }) {
                problems.append("entity \(state.id): its links are not what its articles say")
            }
            guard !done.contains(row) else { continue }
            let (names, isWrong) = try writer.wronglyGrouped(from: row)
            done.formUnion(names)
            if isWrong { problems.append("entity \(state.id): its names are not put together right") }
        }
        return problems
    }

    private static func checkLabels(_ database: Database) throws -> [String] {
        var problems: [String] = []
        let writer = EntityWriter(
            database: database, cache: EntityCache(), decisions: CuratedEntities(database: database))
        let rows = try Row.fetchCursor(database, sql: "SELECT row, id, kind, record FROM entity")
        while let row = try rows.next() {
            let wanted = try writer.described(row[0])
            guard let wanted else { continue }
            let record = EntityRecord.encode(wanted.entity, labels: wanted.labels)
            if record != [UInt8](row[3] as Data) || wanted.entity.kind.rawValue != row[2] {
                problems.append("entity \(row[1] as String): it is not called what its articles call it")
            }
        }
        return problems
    }
}
