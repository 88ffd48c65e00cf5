package import Articles
import GRDB

extension ArticleStore {
    /// The date by which events are counted.
    package enum CountedDate: String, Sendable, Hashable, CaseIterable {
        /// When the event happened.
        case event
        /// When the first of the articles that state it was published, in UTC.
        case published
    }

    /// How many events have the same days.
    package struct DateCount: Sendable, Hashable {
        /// The earliest day; `nil` when open.
        package var lower: CivilDate?
        /// The latest day; `nil` when open.
        package var upper: CivilDate?
        package var count: Int

        package init(lower: CivilDate?, upper: CivilDate?, count: Int) {
            self.lower = lower
            self.upper = upper
            self.count = count
        }
    }

    /// The events that meet `criteria`, counted by the days they cover, with the store's sequence number. Events without the
    /// date asked for have both days `nil`.
    package func dateCounts(
        _ criteria: Criteria, of date: CountedDate
    ) throws(StoreError) -> (counts: [DateCount], sequence: Int64) {
        let conditions = criteria.timelineConditions
        return try reading { database in
            let rows = try Row.fetchCursor(
                database, sql: date.days + conditions.clause + " GROUP BY lower_day, upper_day",
                arguments: conditions.statementArguments)
            var counts: [DateCount] = []
            while let row = try rows.next() {
                counts.append(
                    DateCount(
                        lower: Self.day(row["lower_day"]), upper: Self.day(row["upper_day"]),
                        count: row["events"]))
            }
            return (counts, try Self.sequence(database))
        }
    }

    /// How many events without a date `criteria` leaves out because they have none; those that a bound leaves out do not count.
    package func undatedCount(leftOutBy criteria: Criteria) throws(StoreError) -> Int {
        guard !criteria.includesUndated, criteria.from == nil, criteria.to == nil else { return 0 }
        let query = EventQuery(criteria, order: .date)
        return try reading { try query.undatedCount(in: $0) }
    }

    /// The day of a column; the least and greatest numbers stand for none.
    private static func day(_ number: Int64?) -> CivilDate? {
        guard let number, let day = Int32(exactly: number), day != .min, day != .max else { return nil }
        return CivilDate(dayNumber: Int(day))
    }
}

extension Criteria {
    /// All conditions on the table `event`.
    var timelineConditions: Conditions {
        var conditions = intervalConditions("event")
        conditions.add(entityConditions(entities))
        conditions.add(eventConditions)
        return conditions
    }
}

extension ArticleStore.CountedDate {
    /// The days of every event and their number, before the conditions.
    fileprivate var days: String {
        switch self {
        case .event: "SELECT lower AS lower_day, upper AS upper_day, COUNT(*) AS events FROM event"
        case .published:
            // Division rounds to zero: the remainder is made positive first.
            """
            SELECT (at - ((at % 86400) + 86400) % 86400) / 86400 AS lower_day,
              (at - ((at % 86400) + 86400) % 86400) / 86400 AS upper_day, COUNT(*) AS events
            FROM (SELECT event.*, (SELECT MIN(article.published_at) FROM article_event
                JOIN article ON article.row = article_event.article
                WHERE article_event.event = event.row) AS at FROM event) AS event
            """
        }
    }
}
