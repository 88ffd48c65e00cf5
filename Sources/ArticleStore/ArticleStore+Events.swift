import Articles
import Foundation
import GRDB
import TextAnalysis

extension ArticleStore {
    /// Events in date order: by earliest day, latest day, id.
    package func events(
        _ criteria: Criteria, limit: Int, after: PagePosition?
    ) throws(StoreError) -> Page<StoredEvent> {
        try reading { database in
            let all = criteria.eventConditions
            var rest = all
            if let after, let days = after.number.map(Self.days) {
                rest.add(
                    "(event.lower, event.upper, event.row) > (?, ?, ?)",
                    [days.lower, days.upper, after.row])
            }
            let rows = try Row.fetchAll(
                database,
                sql: Self.eventColumns + rest.clause
                    + " ORDER BY event.lower, event.upper, event.row LIMIT ?",
                arguments: rest.statementArguments + [limit + 1])
            let total = try Int.fetchOne(
                database, sql: "SELECT COUNT(*) FROM event" + all.clause, arguments: all.statementArguments)
            var labels = LabelReader(database: database)
            return try Page(
                rows.map { ($0, Self.position($0)) }, limit: limit, total: total ?? 0,
                sequence: Self.sequence(database)
            ) { try Self.storedEvent($0, labels: &labels) }
        }
    }

    /// One event; `nil` when there is none of this id.
    package func event(_ id: String) throws(StoreError) -> StoredEvent? {
        guard let row = Identifier.eventRow(id) else { return nil }
        return try reading { database in
            var labels = LabelReader(database: database)
            return try Row.fetchOne(
                database, sql: Self.eventColumns + " WHERE event.row = ?", arguments: [row]
            ).map { try Self.storedEvent($0, labels: &labels) }
        }
    }

    private static let eventColumns = """
        SELECT event.*, (SELECT revision FROM article WHERE article.row = event.article) AS revision FROM event
        """

    private static func storedEvent(_ row: Row, labels: inout LabelReader) throws -> StoredEvent {
        let record: Data = row["record"]
        let (event, spans) = try EventRecord.decode([UInt8](record))
        let first = (row["row"] as Int64) - (row["ordinal"] as Int64)
        guard let language = Language(rawValue: row["title_language"]),
            let direction = TextDirection(rawValue: row["title_direction"])
        else { throw RecordError() }
        return StoredEvent(
            id: Identifier.event(row["row"]), title: row["title"], titleLanguage: language,
            titleDirection: direction, event: event, claimSpans: spans,
            labels: try labels.labels(of: event),
            follows: event.follows.map { Identifier.event(first + Int64($0)) },
            articleID: Identifier.article(row["article"]), revision: row["revision"])
    }

    private static func position(_ row: Row) -> PagePosition {
        let lower: Int64 = row["lower"]
        let upper: Int64 = row["upper"]
        return PagePosition(
            number: (lower - Int64(Int32.min)) << 32 | (upper - Int64(Int32.min)), row: row["row"])
    }

    /// The two halves of a position's number; any number is some position.
    private static func days(_ number: Int64) -> (lower: Int64, upper: Int64) {
        let bits = UInt64(bitPattern: number)
        return (Int64(bits >> 32) + Int64(Int32.min), Int64(bits & 0xffff_ffff) + Int64(Int32.min))
    }
}

/// Labels of entities, each read once.
private struct LabelReader {
    let database: Database
    private var known: [String: String] = [:]

    init(database: Database) {
        self.database = database
    }

    mutating func labels(of event: Event) throws -> [String: String] {
        var labels: [String: String] = [:]
        for id in event.participants.map(\.entityID) + [event.placeID].compactMap(\.self) {
            if known[id] == nil {
                known[id] = try ArticleReader(database: database).label(ofEntity: id)
            }
            labels[id] = known[id]
        }
        return labels
    }
}
