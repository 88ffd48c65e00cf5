import ArticleStore
import Articles
import HTTPServer

/// How much there is over time, a row for each series and part of the calendar.
extension API {
    static let flatSeriesParameters =
        flatFilters + [
            measureParameter,
            .choice("interval", DateInterval.allCases, default: .year, "How the calendar is cut."),
            .choices("by", seriesDimensions, "What there is a series for each of."),
            .flag("fill", "Whether there are rows of nothing too."),
            count("n", maximumSeries, default: 10),
        ]
    private static let maximumSeries = 100

    /// What `by` takes; a year is what `interval` is for.
    private static let seriesDimensions: [TallyQuery.Dimension] = [.entity, .source, .place]

    func flatSeries(_ call: Call) throws -> Response {
        try flat(call) { call in
            let dimensions = try seriesDimensions(call)
            let interval = try call.query.choice("interval", of: DateInterval.allCases, default: .year)
            let isFilled = try call.query.flag("fill")
            let limit = try call.query.integer("n", in: 1...Self.maximumSeries, default: 10)
            var query = try tallyQuery(call, by: dimensions, limit: limit)
            query.criteria.includesUndated = query.measure != .events
            let tallies = try store.tallies(query, perDay: true)
            var omitted = Omitted(undated: tallies.undated)
            omitted.undated += try store.undatedCount(leftOutBy: query.criteria)
            let labels =
                dimensions.isEmpty
                ? [query.measure.rawValue] : Self.distinctLabels(of: tallies.items.map(\.keys))
            let series = zip(labels, tallies.items).map { Self.series($0, $1.days, &omitted) }
            let table = try Self.table(series, interval, isFilled: isFilled)
            return FlatAnswer(
                table: table, limit: Self.maximumRows, omitted: omitted, sequence: tallies.sequence)
        }
    }

    private func seriesDimensions(_ call: Call) throws -> [TallyQuery.Dimension] {
        let named = Set(try call.query.choices("by", of: Self.seriesDimensions))
        let dimensions = Self.seriesDimensions.filter(named.contains)
        let isOfEvents = call.query["metric"] ?? "events" == "events"
        guard isOfEvents || !named.isSuperset(of: [.entity, .place]) else {
            throw Problem.parameter(
                "by", code: "not_applicable", "'by' names entity and place together for events only.")
        }
        return dimensions
    }

    /// What counts on each day.
    private struct Series {
        var label: String
        var days: [Tally.Day]
    }

    /// Without the days that no time can be given for.
    private static func series(_ label: String, _ days: [Tally.Day], _ omitted: inout Omitted) -> Series {
        let known = days.filter { DateHistogram.bounds.contains($0.day) }
        omitted.outOfRange += days.reduce(0) { $0 + $1.value } - known.reduce(0) { $0 + $1.value }
        return Series(label: label, days: known)
    }

    /// In the order of time, then of the series; the greatest first.
    private static func table(
        _ series: [Series], _ interval: DateInterval, isFilled: Bool
    ) throws(Problem) -> FlatTable {
        var tried: DateInterval? = interval
        while let candidate = tried {
            let counts = series.map { series in
                Dictionary(
                    series.days.map { (candidate.index(of: $0.day), $0.value) }, uniquingKeysWith: +)
            }
            if rowCount(counts, isFilled: isFilled) <= maximumRows {
                guard candidate == interval else { throw tooMany(interval, fitting: candidate) }
                return table(series.map(\.label), counts, interval, isFilled: isFilled)
            }
            tried = candidate.larger
        }
        throw .parameter(
            "interval", code: "too_many_rows", "There are more than \(maximumRows) rows; take a smaller 'n'.")
    }

    private static func tooMany(_ interval: DateInterval, fitting: DateInterval) -> Problem {
        .parameter(
            "interval", code: "too_many_rows",
            "With interval=\(interval.rawValue) there are more than \(maximumRows) rows; take interval=\(fitting.rawValue), or narrow 'from' and 'to'."
        )
    }

    private static func rowCount(_ counts: [[Int: Int]], isFilled: Bool) -> Int {
        guard isFilled else { return counts.reduce(0) { $0 + $1.count } }
        let marks = counts.flatMap(\.keys)
        guard let first = marks.min(), let last = marks.max() else { return 0 }
        return (last - first + 1) * counts.count
    }

    private static func table(
        _ labels: [String], _ counts: [[Int: Int]], _ interval: DateInterval, isFilled: Bool
    ) -> FlatTable {
        var table = FlatTable(["time", "time_ms", "series", "value"])
        var marks = Set(counts.flatMap(\.keys)).sorted()
        if isFilled, let first = marks.first, let last = marks.last { marks = Array(first...last) }
        for mark in marks {
            guard let time = FlatTime(startOf: interval.days(of: mark).lowerBound) else { continue }
            for (label, values) in zip(labels, counts) {
                guard let value = values[mark] ?? (isFilled ? 0 : nil) else { continue }
                table.append(
                    .text(time.text), .integer(time.milliseconds), .text(label), .integer(value))
            }
        }
        return table
    }
}
