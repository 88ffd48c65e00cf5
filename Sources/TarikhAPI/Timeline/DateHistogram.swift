import Articles

/// Counts events over parts of the calendar, from the year -9999 to 9999.
struct DateHistogram: Sendable {
    /// How an event whose days lie in several buckets is counted.
    enum Spread: String, Sendable, Hashable, CaseIterable {
        /// In the bucket of its earliest day.
        case lower
        /// In each bucket by the share of its days that lie there.
        case even
    }

    struct Bucket: Sendable, Hashable {
        /// The EDTF value of the whole bucket.
        var start: String
        var lower: CivilDate
        var upper: CivilDate
        /// Millionths of an event.
        var millionths: Int
    }

    /// There would be more than `maximumBuckets`.
    struct TooManyBuckets: Error {}

    static let maximumBuckets = 10_000
    /// The days that are counted: -9999-01-01 to 9999-12-31.
    static let bounds = CivilDate(dayNumber: -4_371_587)...CivilDate(dayNumber: 2_932_896)
    /// What one event weighs: so much that what is lost in dividing it by its days is less than a millionth.
    private static let unit = Int128(1) << 60

    let interval: DateInterval
    let spread: Spread
    /// The weight in a bucket that is not there in all of its days.
    private var parts: [Int: Int128] = [:]
    /// By how much the weight of a day changes at a bucket's start.
    private var slopes: [Int: Int128] = [:]

    init(interval: DateInterval, spread: Spread) {
        self.interval = interval
        self.spread = spread
    }

    /// Counts `count` events of the same days, which lie in `bounds`.
    mutating func add(_ days: ClosedRange<CivilDate>, count: Int) {
        let first = interval.index(of: days.lowerBound)
        let last = interval.index(of: days.upperBound)
        let weight = Self.unit * Int128(count)
        guard spread == .even, first < last else {
            parts[first, default: 0] += weight
            return
        }
        let lower = days.lowerBound.dayNumber
        let upper = days.upperBound.dayNumber
        let daily = weight / Int128(upper - lower + 1)
        let inside = daily * Int128(interval.firstDay(of: last) - interval.firstDay(of: first + 1))
        let end = daily * Int128(upper - interval.firstDay(of: last) + 1)
        // The first bucket takes what the division leaves over, so that nothing is lost.
        parts[first, default: 0] += weight - inside - end
        parts[last, default: 0] += end
        slopes[first + 1, default: 0] += daily
        slopes[last, default: 0] -= daily
    }

    /// The buckets in order, those without an event among them only when `filling`, between the first and the last.
    func buckets(filling: Bool) throws(TooManyBuckets) -> [Bucket] {
        var buckets: [Bucket] = []
        var slope: Int128 = 0
        var total: Int128 = 0
        var next = Int.max
        for mark in Set(parts.keys).union(slopes.keys).sorted() {
            if slope > 0 || filling {
                for index in stride(from: next, to: mark, by: 1) {
                    try append(index, slope * Int128(length(of: index)), &total, to: &buckets)
                }
            }
            slope += slopes[mark] ?? 0
            let weight = (parts[mark] ?? 0) + slope * Int128(length(of: mark))
            if weight > 0 || filling { try append(mark, weight, &total, to: &buckets) }
            next = mark + 1
        }
        return buckets
    }

    /// The running total is rounded to millionths, not the single weights: so their sum stays the number of events.
    private func append(
        _ index: Int, _ weight: Int128, _ total: inout Int128, to buckets: inout [Bucket]
    ) throws(TooManyBuckets) {
        guard buckets.count < Self.maximumBuckets else { throw TooManyBuckets() }
        let before = Self.millionths(total)
        total += weight
        let days = interval.days(of: index)
        buckets.append(
            Bucket(
                start: interval.edtf(of: index), lower: days.lowerBound,
                upper: days.upperBound, millionths: Self.millionths(total) - before))
    }

    private static func millionths(_ weight: Int128) -> Int {
        Int((weight * 1_000_000 + unit / 2) / unit)
    }

    /// Days.
    private func length(of index: Int) -> Int {
        interval.firstDay(of: index + 1) - interval.firstDay(of: index)
    }
}
