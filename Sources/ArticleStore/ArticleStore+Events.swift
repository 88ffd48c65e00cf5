import Articles
import Foundation
import GRDB
import Timeline

extension ArticleStore {
    /// An order of events.
    package enum EventOrder: String, Sendable, Hashable {
        /// By earliest day, latest day, id; the undated last.
        case date
        /// What matters most first.
        case mostSalient = "-salience"
    }

    /// Events of the timeline.
    package func events(
        _ criteria: Criteria, order: EventOrder = .date, limit: Int, after: PagePosition?
    ) throws(StoreError) -> Page<StoredEvent> {
        let query = EventQuery(criteria, order: order)
        return try reading { database in
            let rows = try query.rows(after: after, limit: limit + 1, in: database)
            let events = try EventReader(database: database, names: names).events(
                rows.prefix(limit).map(\.event))
            let known = Dictionary(events.map { ($0.id, $0) }) { first, _ in first }
            return try Page(
                rows.map { ($0.event, $0.position) }, limit: limit, total: query.total(in: database),
                sequence: Self.sequence(database)
            ) { known[Identifier.event($0)] }
        }
    }

    /// One event; `nil` when there is none of this id, or it is part of another now.
    package func event(_ id: String) throws(StoreError) -> StoredEvent? {
        guard let row = Identifier.eventRow(id) else { return nil }
        return try reading { try EventReader(database: $0, names: names).events([row]).first }
    }

    /// The id of the event that the event of this id is part of now; `nil` when it never was, or nothing is left of it.
    package func survivor(ofEvent id: String) throws(StoreError) -> String? {
        guard let row = Identifier.eventRow(id) else { return nil }
        return try reading { database in
            try Int64.fetchOne(
                database,
                sql: """
                    SELECT article_event.event FROM event_id
                    JOIN article_event ON article_event.row = event_id.holder WHERE event_id.event = ?
                    """, arguments: [row]
            ).map(Identifier.event)
        }
    }
}
