import GRDB

/// Verifies that what people decided holds. What names articles that are gone waits for them.
extension ArticleStore {
    static func checkCurations(_ database: Database) throws -> [String] {
        let strays = try Int64.fetchAll(
            database,
            sql: """
                SELECT DISTINCT operation FROM curation_member
                WHERE operation NOT IN (SELECT operation FROM curation) ORDER BY operation
                """
        ).map { "curation \(Identifier.operation($0)): it is not in the log" }
        let empty = try Int64.fetchAll(
            database,
            sql: """
                SELECT operation FROM curation
                WHERE subject = 'event' AND undoes IS NULL AND operation NOT IN (SELECT operation FROM curation_member) ORDER BY operation
                """
        ).map { "curation \(Identifier.operation($0)): it names nothing" }
        let broken = try Int64.fetchAll(database, sql: brokenOnes).map {
            "curation \(Identifier.operation($0)): the timeline is not as it says"
        }
        return try strays + empty + broken + checkEntityCurations(database)
    }

    private static func checkEntityCurations(_ database: Database) throws -> [String] {
        let operations = try Int64.fetchAll(
            database,
            sql: """
                SELECT operation FROM curation WHERE subject = 'entity' AND (
                  kind IN ('merge', 'split') AND operation NOT IN (SELECT operation FROM entity_mark)
                  OR kind IN ('create', 'change') AND operation NOT IN (SELECT operation FROM entity_change))
                UNION
                SELECT operation FROM (SELECT operation FROM entity_mark UNION SELECT operation FROM entity_change)
                WHERE operation NOT IN (SELECT operation FROM curation)
                ORDER BY operation
                """
        ).map { "curation \(Identifier.operation($0)): it and what it says are not both there" }
        let orphans = try Int.fetchOne(
            database,
            sql: """
                SELECT COUNT(*) FROM (
                  SELECT entity FROM curated_alias UNION SELECT entity FROM curated_external)
                WHERE entity NOT IN (SELECT row FROM entity)
                """)
        return operations + (orphans ?? 0 > 0 ? ["curation: names of entities that are not there"] : [])
    }

    /// Merges of what is more than one event, and splits of what is in one; unless a later decision names some of the same.
    private static let brokenOnes = """
        WITH member AS (
          SELECT standing_curation.operation, standing_curation.kind, curation_member.apart,
            curation_member.content_hash, curation_member.given_title, curation_member.ordinal
          FROM standing_curation JOIN curation_member ON curation_member.operation = standing_curation.operation),
        standing AS (
          SELECT DISTINCT operation FROM member WHERE operation NOT IN (
            SELECT earlier.operation FROM member AS earlier JOIN member AS later
            ON later.content_hash = earlier.content_hash AND later.given_title = earlier.given_title
              AND later.ordinal = earlier.ordinal AND later.operation > earlier.operation)),
        placed AS (
          SELECT member.operation, member.kind, member.apart, article_event.event FROM member
          JOIN standing ON standing.operation = member.operation
          JOIN article ON article.content_hash = member.content_hash AND article.given_title = member.given_title
          JOIN article_event ON article_event.article = article.row AND article_event.ordinal = member.ordinal)
        SELECT operation FROM placed WHERE kind = 'merge' GROUP BY operation HAVING COUNT(DISTINCT event) > 1
        UNION
        SELECT operation FROM (
          SELECT operation FROM placed WHERE kind = 'split'
          GROUP BY operation, event HAVING COUNT(DISTINCT apart) > 1)
        """
}
