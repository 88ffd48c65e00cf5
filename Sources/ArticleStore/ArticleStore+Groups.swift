import Articles
import GRDB

extension ArticleStore {
    /// What events are grouped by.
    package enum Grouping: String, Sendable, Hashable, CaseIterable {
        /// Who or what takes part, or is the place.
        case entity
        case place
        case article
        /// The year of the earliest day; with an open start, of the latest.
        case year
    }

    /// Events that have something in common.
    package struct EventGroup: Sendable, Hashable {
        /// The id of the entity, place or article, or the year in EDTF.
        package var key: String
        package var label: String?
        /// How many events it has in all.
        package var count: Int
        /// The ids of its first events, in date order.
        package var events: [String]
    }

    /// The groups of the events that meet `criteria`: the greatest first, then by the row of what they share or by the year;
    /// `groups` of them, each with at most `limit` events. The page's total counts the groups.
    package func eventGroups(
        _ criteria: Criteria, by grouping: Grouping, groups: Int, limit: Int, after: PagePosition?
    ) throws(StoreError) -> Page<EventGroup> {
        try reading { database in
            let reader = GroupReader(
                database: database, conditions: criteria.timelineConditions, grouping: grouping)
            let counts = try reader.counts().sorted { ($1.count, $0.key) < ($0.count, $1.key) }
            let rest = counts.drop { count in
                guard let after, let number = after.number else { return false }
                return (number, count.key) <= (Int64(count.count), after.row)
            }
            return try Page(
                rest.prefix(groups + 1).map {
                    ($0, PagePosition(number: Int64($0.count), row: $0.key))
                },
                limit: groups, total: counts.count, sequence: Self.sequence(database)
            ) { try reader.group($0, limit: limit) }
        }
    }
}

/// Reads groups of events, inside a transaction.
private struct GroupReader {
    typealias Count = (key: Int64, count: Int)

    let database: Database
    let conditions: Conditions
    let grouping: ArticleStore.Grouping

    /// All groups by the row of what they share, or the year.
    func counts() throws -> [Count] {
        let rows = try Row.fetchAll(
            database,
            sql:
                "SELECT \(key) AS shared, COUNT(*) AS events FROM \(table)\(conditions.clause) GROUP BY shared",
            arguments: conditions.statementArguments)
        let counts = rows.compactMap { row in
            (row["shared"] as Int64?).map { (key: $0, count: row["events"] as Int) }
        }
        return grouping == .year ? years(counts) : counts
    }

    /// What is counted is days; they become years here, since SQLite's calendar ends at the year 0.
    private func years(_ days: [Count]) -> [Count] {
        var years: [Int64: Int] = [:]
        for (day, count) in days where day != Int64(Int32.min) && day != Int64(Int32.max) {
            years[Int64(CivilDate(dayNumber: Int(day)).components.year), default: 0] += count
        }
        return years.map { (key: $0.key, count: $0.value) }
    }

    func group(_ count: Count, limit: Int) throws -> ArticleStore.EventGroup {
        var conditions = conditions
        let bounds = bounds(of: count.key)
        conditions.add("\(key) BETWEEN ? AND ?", [bounds.lowerBound, bounds.upperBound])
        let rows = try Int64.fetchAll(
            database,
            sql: """
                SELECT event.row FROM \(table)\(conditions.clause)
                ORDER BY event.lower, event.upper, event.row LIMIT ?
                """, arguments: conditions.statementArguments + [limit])
        let name = try name(of: count.key)
        return ArticleStore.EventGroup(
            key: name.key, label: name.label, count: count.count, events: rows.map(Identifier.event))
    }

    /// The values of `key` that a group has.
    private func bounds(of shared: Int64) -> ClosedRange<Int64> {
        guard grouping == .year, let first = CivilDate(year: Int(shared), month: 1, day: 1),
            let last = CivilDate(year: Int(shared), month: 12, day: 31)
        else { return shared...shared }
        return Int64(first.dayNumber)...Int64(last.dayNumber)
    }

    private func name(of shared: Int64) throws -> (key: String, label: String?) {
        switch grouping {
        case .entity, .place:
            let id = try String.fetchOne(
                database, sql: "SELECT id FROM entity WHERE row = ?", arguments: [shared])
            return (id ?? "", try id.flatMap { try ArticleReader(database: database).label(ofEntity: $0) })
        case .article:
            let title = try String.fetchOne(
                database, sql: "SELECT title FROM article WHERE row = ?", arguments: [shared])
            return (Identifier.article(shared), title)
        case .year:
            let year = EDTF.yearText(Int(shared))
            return (year, year)
        }
    }

    private var key: String {
        switch grouping {
        case .entity: "link.entity"
        case .place: "event.place"
        case .article: "link.article"
        case .year: "CASE event.lower WHEN \(Int32.min) THEN event.upper ELSE event.lower END"
        }
    }

    private var table: String {
        switch grouping {
        case .entity: "event JOIN event_entity AS link ON link.event = event.row"
        case .article:
            "event JOIN (SELECT DISTINCT event, article FROM article_event) AS link ON link.event = event.row"
        case .place, .year: "event"
        }
    }
}
