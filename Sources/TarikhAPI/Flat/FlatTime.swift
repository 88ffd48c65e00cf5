import Articles

/// A day's first or last second, as rows have it: a text and milliseconds since 1970-01-01T00:00:00Z.
struct FlatTime: Sendable, Hashable {
    /// RFC 3339 of the years 0 to 9999; others with a sign and six digits (ISO 8601, expanded), which is what ECMAScript's `Date`
    /// reads (ECMA-262, 21.4.1.32).
    let text: String
    let milliseconds: Int

    /// `nil` for days outside the years -9999 to 9999.
    init?(startOf day: CivilDate) {
        self.init(day, "T00:00:00Z", seconds: 0)
    }

    /// `nil` for days outside the years -9999 to 9999.
    init?(endOf day: CivilDate) {
        self.init(day, "T23:59:59Z", seconds: 86_399)
    }

    private init?(_ day: CivilDate, _ time: String, seconds: Int) {
        guard DateHistogram.bounds.contains(day) else { return nil }
        let date = Timestamp.date(day)
        text = (date.hasPrefix("-") ? "-00" + date.dropFirst() : date) + time
        milliseconds = (day.dayNumber * 86_400 + seconds) * 1000
    }
}
