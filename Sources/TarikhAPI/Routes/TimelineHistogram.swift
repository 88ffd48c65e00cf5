import ArticleStore
import Articles
import HTTPServer
import HTTPTypes

/// How many events there are over time.
extension API {
    static let histogramParameters =
        Filter.eventParameters(undated: .include) + [
            .choice("interval", DateInterval.allCases, default: .year, "How long a bucket lasts."),
            .choice("date", ArticleStore.CountedDate.allCases, default: .event, "Which date counts."),
            .choice(
                "spread", DateHistogram.Spread.allCases, default: .lower,
                "Whether what may lie in several buckets counts in the first, or in each by a part."),
            .choice("fill", Fill.allCases, default: .no, "Whether empty buckets are there too."),
        ]

    private enum Fill: String, CaseIterable {
        case no = "0"
        case yes = "1"
    }

    /// The histogram's content beside its buckets.
    private struct Counted {
        var total = 0
        var openEnded = 0
        var omitted = Omitted()
    }

    func histogram(_ call: Call) throws -> Response {
        let filter = try Filter.criteria(call.query, store: store)
        // Those without a date are told apart from the buckets.
        let criteria = try self.criteria(filter, call, undated: .include)
        let interval = try call.query.choice("interval", of: DateInterval.allCases, default: .year)
        let spread = try call.query.choice("spread", of: DateHistogram.Spread.allCases, default: .lower)
        let date = try call.query.choice("date", of: ArticleStore.CountedDate.allCases, default: .event)
        let fill = try call.query.choice("fill", of: Fill.allCases, default: .no) == .yes
        return try call.unlessCached(try tag(of: call)) {
            let (counts, sequence) = try store.dateCounts(criteria, of: date)
            var counted = Counted()
            let days = Self.countable(counts, &counted)
            let buckets = try Self.buckets(days, interval, spread, filling: fill)
            let names = try names(call)
            return json(fields: [.omitted: String(counted.omitted.total)]) { writer in
                writer.object { writer in
                    writer.member("interval", interval.rawValue)
                    writer.member("date", date.rawValue)
                    writer.member("spread", spread.rawValue)
                    writer.arrayMember("buckets") { Self.write(buckets, to: &$0) }
                    writer.member("total", counted.total)
                    writer.member("open_ended", counted.openEnded)
                    counted.omitted.write(to: &writer)
                    writer.member("as_of", sequence)
                    names?.write(to: &writer)
                }
            }
        }
    }

    /// The days to count by; of intervals with an open end the day of the other end.
    private static func countable(
        _ counts: [ArticleStore.DateCount], _ counted: inout Counted
    ) -> [(days: ClosedRange<CivilDate>, count: Int)] {
        counts.compactMap { entry -> (days: ClosedRange<CivilDate>, count: Int)? in
            guard let lower = entry.lower ?? entry.upper, let upper = entry.upper ?? entry.lower else {
                counted.omitted.undated += entry.count
                return nil
            }
            guard DateHistogram.bounds.contains(lower), DateHistogram.bounds.contains(upper), lower <= upper
            else {
                counted.omitted.outOfRange += entry.count
                return nil
            }
            counted.total += entry.count
            if entry.lower == nil || entry.upper == nil { counted.openEnded += entry.count }
            return (lower...upper, entry.count)
        }
    }

    private static func buckets(
        _ days: [(days: ClosedRange<CivilDate>, count: Int)], _ interval: DateInterval,
        _ spread: DateHistogram.Spread, filling: Bool
    ) throws(Problem) -> [DateHistogram.Bucket] {
        var candidate: DateInterval? = interval
        while let tried = candidate {
            var histogram = DateHistogram(interval: tried, spread: spread)
            for entry in days { histogram.add(entry.days, count: entry.count) }
            if let buckets = try? histogram.buckets(filling: filling) {
                guard tried == interval else { throw tooMany(interval, fitting: tried) }
                return buckets
            }
            candidate = tried.larger
        }
        return []
    }

    private static func tooMany(_ interval: DateInterval, fitting: DateInterval) -> Problem {
        .parameter(
            "interval", code: "too_many_buckets",
            "With interval=\(interval.rawValue) there are more than \(DateHistogram.maximumBuckets) buckets; take interval=\(fitting.rawValue), or narrow 'from' and 'to'."
        )
    }

    private static func write(_ buckets: [DateHistogram.Bucket], to writer: inout JSONWriter) {
        for bucket in buckets {
            writer.object { writer in
                writer.member("start", bucket.start)
                writer.member("lower", Timestamp.date(bucket.lower))
                writer.member("upper", Timestamp.date(bucket.upper))
                writer.key("count")
                writer.raw(Array(PlainText.decimal(millionths: bucket.millionths).utf8))
            }
        }
    }
}
