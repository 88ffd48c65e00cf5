import Articles
import Testing

@testable import TarikhAPI

struct DateHistogramTests {
    private func days(_ lower: String, _ upper: String) throws -> ClosedRange<CivilDate> {
        try #require(try SampleEvents.day(lower))...#require(try SampleEvents.day(upper))
    }

    private func buckets(
        _ interval: DateInterval, _ spread: DateHistogram.Spread, fill: Bool = false,
        _ events: (String, String, Int)...
    ) throws -> [DateHistogram.Bucket] {
        var histogram = DateHistogram(interval: interval, spread: spread)
        for (lower, upper, count) in events { histogram.add(try days(lower, upper), count: count) }
        return try histogram.buckets(filling: fill)
    }

    @Test(arguments: [
        (DateInterval.day, "1992-04-07", "1992-04-07", "1992-04-07", "1992-04-07"),
        (.week, "1992-04-07", "1992-04-06/1992-04-12", "1992-04-06", "1992-04-12"),
        (.week, "1969-12-31", "1969-12-29/1970-01-04", "1969-12-29", "1970-01-04"),
        (.week, "-0001-12-27", "-0001-12-27/0000-01-02", "-0001-12-27", "0000-01-02"),
        (.month, "2024-02-29", "2024-02", "2024-02-01", "2024-02-29"),
        (.month, "-0538-12-31", "-0538-12", "-0538-12-01", "-0538-12-31"),
        (.quarter, "1992-04-07", "1992-34", "1992-04-01", "1992-06-30"),
        (.quarter, "-0001-12-31", "-0001-36", "-0001-10-01", "-0001-12-31"),
        (.year, "0000-02-29", "0000", "0000-01-01", "0000-12-31"),
        (.year, "-9999-01-01", "-9999", "-9999-01-01", "-9999-12-31"),
        (.year, "9999-12-31", "9999", "9999-01-01", "9999-12-31"),
        (.decade, "1999-12-31", "199X", "1990-01-01", "1999-12-31"),
        (.decade, "0000-01-01", "000X", "0000-01-01", "0009-12-31"),
        (.decade, "-0001-12-31", "-0010/-0001", "-0010-01-01", "-0001-12-31"),
        (.decade, "-0010-01-01", "-0010/-0001", "-0010-01-01", "-0001-12-31"),
        (.decade, "-0011-12-31", "-0020/-0011", "-0020-01-01", "-0011-12-31"),
        (.century, "1900-01-01", "19XX", "1900-01-01", "1999-12-31"),
        (.century, "0099-12-31", "00XX", "0000-01-01", "0099-12-31"),
        (.century, "-0001-01-01", "-0100/-0001", "-0100-01-01", "-0001-12-31"),
        (.century, "-0538-01-01", "-0600/-0501", "-0600-01-01", "-0501-12-31"),
        (.century, "9999-12-31", "99XX", "9900-01-01", "9999-12-31"),
    ])
    func `a day lies in the right bucket`(
        _ interval: DateInterval, _ day: String, _ start: String, _ lower: String, _ upper: String
    ) throws {
        let buckets = try buckets(interval, .lower, (day, day, 1))
        #expect(buckets.count == 1)
        let bucket = try #require(buckets.first)
        #expect(bucket.start == start)
        #expect(bucket.lower == (try SampleEvents.day(lower)))
        #expect(bucket.upper == (try SampleEvents.day(upper)))
        #expect(bucket.millionths == 1_000_000)
        #expect(interval == .week || interval.edtf(of: interval.index(of: bucket.lower)) == start)
    }

    @Test func `the first and last buckets end where the years do`() throws {
        #expect(DateHistogram.bounds == (try days("-9999-01-01", "9999-12-31")))
        let first = try #require(
            try buckets(.decade, .lower, ("-9999-01-01", "-9999-01-01", 1)).first)
        #expect(first.lower == DateHistogram.bounds.lowerBound)
        #expect(first.upper == (try SampleEvents.day("-9991-12-31")))
    }

    @Test(arguments: DateInterval.allCases)
    func `buckets follow on each other without gap`(_ interval: DateInterval) {
        var random = SystemRandomNumberGenerator()
        for _ in 0..<2000 {
            let day = CivilDate(
                dayNumber: Int.random(
                    in: DateHistogram.bounds.lowerBound.dayNumber...DateHistogram.bounds.upperBound.dayNumber,
                    using: &random))
            let index = interval.index(of: day)
            #expect(interval.firstDay(of: index) <= day.dayNumber)
            #expect(interval.firstDay(of: index + 1) > day.dayNumber)
            let last = CivilDate(dayNumber: interval.firstDay(of: index + 1) - 1)
            #expect(interval.index(of: last) == index)
            #expect(interval.index(of: CivilDate(dayNumber: last.dayNumber + 1)) == index + 1)
        }
    }

    @Test func `an imprecise date counts where it starts, or by its days`() throws {
        let decade = ("1990-01-01", "1999-12-31", 1)
        #expect(try buckets(.year, .lower, decade).map(\.start) == ["1990"])
        let even = try buckets(.year, .even, decade)
        #expect(even.count == 10)
        // 365 and 366 of 3652 days.
        #expect(even[0].millionths == 99_945)
        #expect([100_219, 100_220].contains(even[2].millionths))
        #expect(even.reduce(0) { $0 + $1.millionths } == 1_000_000)
        let halves = try buckets(.year, .even, ("1999-12-31", "2000-01-01", 3))
        #expect(halves.map(\.millionths) == [1_500_000, 1_500_000])
    }

    @Test(arguments: DateInterval.allCases)
    func `the sum stays the number of events, and each bucket has its share`(_ interval: DateInterval) throws
    {
        var random = SystemRandomNumberGenerator()
        var histogram = DateHistogram(interval: interval, spread: .even)
        var shares: [Int: Double] = [:]
        var total = 0
        for _ in 0..<100 {
            let lower = Int.random(in: -4000...4000, using: &random)
            let upper = lower + Int.random(in: 0...900, using: &random)
            let count = Int.random(in: 1...50, using: &random)
            histogram.add(
                CivilDate(dayNumber: lower)...CivilDate(dayNumber: upper), count: count)
            total += count
            for day in lower...upper {
                shares[interval.index(of: CivilDate(dayNumber: day)), default: 0] +=
                    Double(count) / Double(upper - lower + 1)
            }
        }
        let buckets = try histogram.buckets(filling: false)
        #expect(buckets.reduce(0) { $0 + $1.millionths } == total * 1_000_000)
        #expect(buckets.count == shares.count)
        for bucket in buckets {
            let share = shares[interval.index(of: bucket.lower)] ?? 0
            #expect(abs(Double(bucket.millionths) / 1_000_000 - share) < 2e-6)
        }
    }

    @Test func `empty buckets come when they are asked for`() throws {
        let events = [("1990-05-01", "1990-05-01", 1), ("1993-05-01", "1993-05-01", 2)]
        let sparse = try buckets(.year, .lower, events[0], events[1])
        #expect(sparse.map(\.start) == ["1990", "1993"])
        let filled = try buckets(.year, .even, fill: true, events[0], events[1])
        #expect(filled.map(\.start) == ["1990", "1991", "1992", "1993"])
        #expect(filled.map(\.millionths) == [1_000_000, 0, 0, 2_000_000])
        #expect(try buckets(.day, .even, fill: true).isEmpty)
    }

    @Test func `no answer has more than 10,000 buckets`() throws {
        let whole = ("-9999-01-01", "9999-12-31", 1)
        #expect(throws: DateHistogram.TooManyBuckets.self) { try buckets(.month, .even, whole) }
        #expect(try buckets(.decade, .even, whole).count == 2000)
        #expect(throws: DateHistogram.TooManyBuckets.self) {
            try buckets(
                .day, .lower, fill: true, ("1990-01-01", "1990-01-01", 1), ("2023-01-01", "2023-01-01", 1))
        }
        #expect(
            try buckets(.day, .lower, ("1990-01-01", "1990-01-01", 1), ("2023-01-01", "2023-01-01", 1)).count
                == 2)
    }
}
