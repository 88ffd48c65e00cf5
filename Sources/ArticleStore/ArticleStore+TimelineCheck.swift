import Articles
import Foundation
import GRDB
import Timeline

/// Verifies the timeline.
extension ArticleStore {
    static func checkTimeline(_ database: Database) throws -> [String] {
        try checkGroups(database) + checkEvents(database) + checkEntityDates(database)
            + checkCurations(database)
    }

    private static func checkGroups(_ database: Database) throws -> [String] {
        var problems: [String] = []
        for (sql, problem) in groupChecks {
            problems += try Int64.fetchAll(database, sql: sql).map { problem + Identifier.event($0) }
        }
        return problems
    }

    /// Each finds rows that must not be; what they stand for is said of an event's id.
    private static let groupChecks = [
        (
            """
            SELECT DISTINCT article_event.event FROM article_event LEFT JOIN event ON event.row = article_event.event
            WHERE event.row IS NULL
            """, "there are claims of a missing event "
        ),
        (
            """
            SELECT event.row FROM event LEFT JOIN article_event ON article_event.event = event.row
            WHERE article_event.row IS NULL
            """, "there are no claims of event "
        ),
        (
            """
            SELECT article_event.event FROM article_event LEFT JOIN article ON article.row = article_event.article
            WHERE article.row IS NULL
            """, "there are claims without an article of event "
        ),
        (
            """
            SELECT event.row FROM event LEFT JOIN event_id ON event_id.event = event.row
            LEFT JOIN article_event ON article_event.row = event_id.holder
            WHERE article_event.event IS NOT event.row
            """, "no claim holds the id of event "
        ),
        (
            """
            SELECT DISTINCT event_entity.event FROM event_entity LEFT JOIN event ON event.row = event_entity.event
            WHERE event.row IS NULL OR event.lower <> event_entity.lower OR event.upper <> event_entity.upper
            """, "the participants' days are wrong of event "
        ),
        (
            """
            SELECT DISTINCT left_event FROM contradiction LEFT JOIN event ON event.row = contradiction.left_event
            LEFT JOIN event AS other ON other.row = contradiction.right_event
            WHERE event.row IS NULL OR other.row IS NULL
            """, "there is a contradiction of a missing event "
        ),
    ]

    /// Reads every event anew from its claims.
    private static func checkEvents(_ database: Database) throws -> [String] {
        var problems: [String] = []
        let events = try Row.fetchCursor(
            database,
            sql: "SELECT row, edtf, articles, claims, sources, confidence, salience, title FROM event")
        while let row = try events.next() {
            let event: Int64 = row[0]
            let parts = try Row.fetchAll(
                database.cachedStatement(sql: "SELECT article, features FROM article_event WHERE event = ?"),
                arguments: [event])
            do {
                let members = try parts.map { try ArticleEventRecord.decode([UInt8]($0[1] as Data)) }
                let summary = EventSummary(members, articles: parts.map { $0[0] })
                let isRight =
                    summary.map { summary in
                        summary.date?.edtf == row[1] && summary.articles == row[2] && summary.claims == row[3]
                            && summary.sources == row[4] && summary.confidence == row[5]
                            && summary.salience == row[6] && summary.title == row[7]
                    } ?? true
                if !isRight {
                    problems.append("event \(Identifier.event(event)): it is not what its claims say")
                }
            } catch is RecordError {
                problems.append("event \(Identifier.event(event)): a claim's record can't be read")
            }
        }
        return problems
    }

    private static func checkEntityDates(_ database: Database) throws -> [String] {
        try String.fetchAll(
            database,
            sql: """
                SELECT entity.id FROM entity
                LEFT JOIN event_entity ON event_entity.entity = entity.row AND event_entity.lower < 2147483647
                GROUP BY entity.row
                HAVING entity.first_day IS NOT MIN(event_entity.lower)
                  OR entity.last_day IS NOT MAX(event_entity.upper)
                """
        ).map { "entity \($0): its first or last date is wrong" }
    }
}
