import GRDB
import Timeline

/// Who takes part in the events of the timeline, and the first and last date of each.
extension TimelineWriter {
    func writeEntities(
        of event: Int64, _ entities: Set<Int64>, days: DayInterval, edtf: String?, isOld: Bool
    ) throws {
        var known: Set<Int64> = []
        if isOld {
            let rows = try database.direct("SELECT entity, lower, upper FROM event_entity WHERE event = ?")
                .all(event) { ($0[0] as Int64, DayInterval(lower: $0[1], upper: $0[2])) }
            for (entity, before) in rows {
                if entities.contains(entity), before == days {
                    known.insert(entity)
                    continue
                }
                try database.direct(
                    "DELETE FROM event_entity WHERE entity = ? AND wide = ? AND lower = ? AND upper = ? AND event = ?"
                ).run(entity, before.isWide, before.lower, before.upper, event)
                shrunk[entity, default: []].append(before)
            }
        }
        for entity in entities.subtracting(known).sorted() {
            try database.direct(
                "INSERT INTO event_entity (entity, wide, lower, upper, event) VALUES (?, ?, ?, ?, ?)"
            ).run(entity, days.isWide, days.lower, days.upper, event)
        }
        guard let edtf else { return }
        for entity in entities {
            reach[entity, default: EntityReach(days, edtf)].extend(to: days, edtf)
        }
    }

    /// Writes how far entities reach now by the events that were written.
    func writeReach() throws {
        for (entity, reach) in reach.sorted(by: { $0.key < $1.key }) { try widen(entity, reach) }
        reach = [:]
    }

    private func widen(_ entity: Int64, _ reach: EntityReach) throws {
        try database.direct(
            """
            UPDATE entity SET
              first_day = MIN(?2, COALESCE(first_day, ?2)), last_day = MAX(?4, COALESCE(last_day, ?4)),
              first_date = CASE WHEN first_day IS NULL OR first_day > ?2 OR first_day = ?2 AND first_date > ?3
                THEN ?3 ELSE first_date END,
              last_date = CASE WHEN last_day IS NULL OR last_day < ?4 OR last_day = ?4 AND last_date > ?5
                THEN ?5 ELSE last_date END
            WHERE row = ?1 AND (
              first_day IS NULL OR first_day > ?2 OR first_day = ?2 AND first_date > ?3 OR
              last_day IS NULL OR last_day < ?4 OR last_day = ?4 AND last_date > ?5)
            """
        ).run(entity, reach.first, reach.firstDate, reach.last, reach.lastDate)
    }

    /// Reads anew the dates of entities whose first or last event is no longer what it was.
    func settleEntityDates() throws {
        for (entity, before) in shrunk.sorted(by: { $0.key < $1.key }) {
            let row = try Row.fetchOne(
                database.cachedStatement(sql: "SELECT first_day, last_day FROM entity WHERE row = ?"),
                arguments: [entity])
            guard let row else { continue }
            let first: Int64? = row[0]
            let last: Int64? = row[1]
            let isAtEnd = before.contains { Int64($0.lower) == first || Int64($0.upper) == last }
            if isAtEnd { try database.execute(sql: Self.newDates, arguments: [entity]) }
        }
    }

    private static let newDates = """
        WITH dated AS (
          SELECT event.lower, event.upper, event.edtf FROM event_entity JOIN event ON event.row = event_entity.event
          WHERE event_entity.entity = ?1 AND event.edtf IS NOT NULL)
        UPDATE entity SET
          first_day = (SELECT lower FROM dated ORDER BY lower, edtf LIMIT 1),
          first_date = (SELECT edtf FROM dated ORDER BY lower, edtf LIMIT 1),
          last_day = (SELECT upper FROM dated ORDER BY upper DESC, edtf LIMIT 1),
          last_date = (SELECT edtf FROM dated ORDER BY upper DESC, edtf LIMIT 1)
        WHERE row = ?1
        """
}

/// The first and the last day of some events, with their dates; of equal days the least EDTF value counts, so that the order of
/// articles does not.
struct EntityReach {
    private(set) var first: Int32
    private(set) var firstDate: String
    private(set) var last: Int32
    private(set) var lastDate: String

    init(_ days: DayInterval, _ edtf: String) {
        first = days.lower
        firstDate = edtf
        last = days.upper
        lastDate = edtf
    }

    mutating func extend(to days: DayInterval, _ edtf: String) {
        if (days.lower, edtf) < (first, firstDate) {
            first = days.lower
            firstDate = edtf
        }
        if (-Int64(days.upper), edtf) < (-Int64(last), lastDate) {
            last = days.upper
            lastDate = edtf
        }
    }
}
