import GRDB
import Timeline

/// Events that contradict each other, and numbers that contradict each other in one event.
extension TimelineWriter {
    /// What a contradiction is about; while it stays, so do its id and what people said of it.
    private struct Key: Hashable {
        var relation: String
        var measure: String
        var unit: String
        var left: Int64
        var right: Int64
    }

    private struct Found {
        var score: Double
        /// The values of the sides, for numbers.
        var values: String
    }

    func writeContradictions(_ groups: [Group], vanished: Set<Int64>) throws {
        for event in vanished.sorted() { try moveContradictions(of: event) }
        var events = Set(groups.lazy.filter { self.mayContradict($0) }.map(\.event))
        for row in linked.subtracting(removed) {
            events.insert(
                try Int64.fetchOne(database.direct("SELECT event FROM article_event WHERE row = ?"), row) ?? 0
            )
        }
        let rows = Dictionary(groups.map { ($0.event, $0.rows) }) { first, _ in first }
        for event in events.subtracting([0]).sorted() {
            try settleContradictions(of: event, rows: rows[event])
        }
    }

    /// An event of new rows without links has nothing to be compared with.
    private func mayContradict(_ group: Group) -> Bool {
        group.rows.count > 1 || affected.contains(group.event)
            || group.rows.contains { !(states[$0]?.isNew ?? true) }
    }

    /// The contradictions of an event that is part of another now, or is no more.
    private func moveContradictions(of event: Int64) throws {
        let survivor = try Int64.fetchOne(
            database,
            sql: """
                SELECT article_event.event FROM event_id JOIN article_event ON article_event.row = event_id.holder
                WHERE event_id.event = ?
                """, arguments: [event])
        if let survivor {
            // The lesser id stands left; two that are one event now are in no conflict.
            try database.execute(
                sql: """
                    UPDATE OR IGNORE contradiction SET
                      left_event = MIN(?2, CASE WHEN left_event = ?1 THEN right_event ELSE left_event END),
                      right_event = MAX(?2, CASE WHEN left_event = ?1 THEN right_event ELSE left_event END)
                    WHERE relation = 'conflict' AND (left_event = ?1 OR right_event = ?1)
                    """, arguments: [event, survivor])
            try database.execute(
                sql: """
                    UPDATE OR IGNORE contradiction SET left_event = ?2, right_event = ?2
                    WHERE relation <> 'conflict' AND left_event = ?1
                    """, arguments: [event, survivor])
        }
        try database.execute(
            sql: """
                DELETE FROM contradiction WHERE left_event = ?1 OR right_event = ?1
                  OR relation = 'conflict' AND left_event = right_event AND left_event = ?2
                """, arguments: [event, survivor])
    }

    private func settleContradictions(of event: Int64, rows: [Int64]?) throws {
        var found = try conflicts(of: event)
        for (key, value) in try valueConflicts(of: event, rows: rows) { found[key] = value }
        let known = try Row.fetchAll(
            database.cachedStatement(
                sql: "SELECT * FROM contradiction WHERE left_event = ?1 OR right_event = ?1 ORDER BY row"),
            arguments: [event])
        for row in known {
            let key = Key(
                relation: row["relation"], measure: row["measure"], unit: row["unit"],
                left: min(row["left_event"], row["right_event"]),
                right: max(row["left_event"], row["right_event"]))
            if let now = found.removeValue(forKey: key) {
                try update(row, key, now)
            } else {
                try database.execute(
                    sql: "DELETE FROM contradiction WHERE row = ?", arguments: [row["row"] as Int64])
            }
        }
        for (key, now) in found.sorted(by: {
            ($0.key.left, $0.key.right, $0.key.measure) < ($1.key.left, $1.key.right, $1.key.measure)
        }) {
            try database.execute(
                sql: """
                    INSERT INTO contradiction
                      (relation, measure, unit, left_event, right_event, score, side_values, status, revision)
                    VALUES (?, ?, ?, ?, ?, ?, ?, 'open', 1)
                    """,
                arguments: [key.relation, key.measure, key.unit, key.left, key.right, now.score, now.values])
        }
    }

    /// What people said holds as long as the sides that they saw are there.
    private func update(_ row: Row, _ key: Key, _ now: Found) throws {
        let seen = Set((row["side_values"] as String).split(separator: " "))
        let holds = seen.isSubset(of: now.values.split(separator: " "))
        try database.execute(
            sql: """
                UPDATE contradiction SET left_event = ?, right_event = ?, score = ?, side_values = ?,
                  status = CASE WHEN ? THEN status ELSE 'open' END, note = CASE WHEN ? THEN note END,
                  revision = revision + 1
                WHERE row = ?
                """,
            arguments: [key.left, key.right, now.score, now.values, holds, holds, row["row"] as Int64])
    }

    private func conflicts(of event: Int64) throws -> [Key: Found] {
        let rows = try Row.fetchAll(
            database.cachedStatement(
                sql: """
                    SELECT other.event, MAX(event_link.score) AS score FROM article_event AS own
                    JOIN event_link ON event_link.later = own.row AND event_link.relation = 'conflict'
                    JOIN article_event AS other ON other.row = event_link.earlier
                    WHERE own.event = ?1 GROUP BY other.event
                    UNION ALL
                    SELECT other.event, MAX(event_link.score) FROM article_event AS own
                    JOIN event_link ON event_link.earlier = own.row AND event_link.relation = 'conflict'
                    JOIN article_event AS other ON other.row = event_link.later
                    WHERE own.event = ?1 GROUP BY other.event
                    """), arguments: [event])
        var found: [Key: Found] = [:]
        for row in rows {
            let other: Int64 = row[0]
            guard other != event else { continue }
            let key = Key(
                relation: "conflict", measure: "", unit: "", left: min(event, other), right: max(event, other)
            )
            let score = (row[1] as Double) * (try weight(of: event)) * (try weight(of: other))
            let rounded = (score * 100).rounded() / 100
            found[key] = Found(score: max(found[key]?.score ?? 0, rounded), values: "")
        }
        return found
    }

    /// What one source says alone weighs less.
    private func weight(of event: Int64) throws -> Double {
        let sources = try Int.fetchOne(database.direct("SELECT sources FROM event WHERE row = ?"), event)
        return (sources ?? 1) > 1 ? 1 : 0.9
    }

    private func valueConflicts(of event: Int64, rows: [Int64]?) throws -> [Key: Found] {
        let rows =
            try rows
            ?? Int64.fetchAll(
                database.direct("SELECT row FROM article_event WHERE event = ? ORDER BY row"), event)
        let members = try rows.map { try self.event($0) }
        let articles = try rows.map { try article(of: $0) }
        var found: [Key: Found] = [:]
        for conflict in ValueConflict.all(in: members, articles: articles) {
            let key = Key(
                relation: "value_conflict", measure: conflict.measure, unit: conflict.unit, left: event,
                right: event)
            let values = conflict.sides.map { "\($0.lower)-\($0.upper)" }.joined(separator: " ")
            let isAlone = conflict.sides.contains { side in
                Voices.count(of: side.events.map { members[$0] }) < 2
            }
            found[key] = Found(score: isAlone ? 0.6 : 0.8, values: values)
        }
        return found
    }
}
