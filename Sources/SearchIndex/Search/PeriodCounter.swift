/// Counts documents by the years or months that their intervals meet.
struct PeriodCounter {
    private let isByMonth: Bool
    /// The years -9999 to 9999, or their months.
    private let known: ClosedRange<Int>
    /// How many more documents than the one before each period has: a step up where a run of periods begins, one down behind its end.
    private var steps: [Int32]
    private var runs: [ClosedRange<Int>] = []

    init(isByMonth: Bool) {
        self.isByMonth = isByMonth
        known = isByMonth ? -9999 * 12...9999 * 12 + 11 : -9999...9999
        steps = [Int32](repeating: 0, count: known.count + 1)
    }

    mutating func add(_ documents: KeywordCounter.Documents) {
        for (word, bits) in documents.words.enumerated() {
            var rest = bits
            while rest != 0 {
                add(word << 6 | rest.trailingZeroBitCount, of: documents.segment)
                rest &= rest - 1
            }
        }
    }

    private mutating func add(_ document: Int, of segment: Segment) {
        runs.removeAll(keepingCapacity: true)
        segment.forEachInterval(of: document) { first, last in
            if let run = run(first, last), run.overlaps(known) { runs.append(run.clamped(to: known)) }
        }
        if runs.count > 1 { runs.sort { $0.lowerBound < $1.lowerBound } }
        var index = 0
        while index < runs.count {
            let first = runs[index].lowerBound
            var last = runs[index].upperBound
            index += 1
            while index < runs.count, runs[index].lowerBound <= last + 1 {
                last = max(last, runs[index].upperBound)
                index += 1
            }
            steps[first - known.lowerBound] &+= 1
            steps[last - known.lowerBound + 1] &-= 1
        }
    }

    private func run(_ first: Int32, _ last: Int32) -> ClosedRange<Int>? {
        switch (first, last) {
        case (.min, .max): return nil
        case (.min, _): return period(last)...period(last)
        case (_, .max): return period(first)...period(first)
        default:
            let start = period(first)
            return start...(first == last ? start : period(last))
        }
    }

    @inline(__always)
    private func period(_ day: Int32) -> Int {
        let month = CalendarMonth.quickNumber(ofDay: day)
        return isByMonth ? month : CalendarMonth.year(ofMonth: month)
    }

    /// The periods that the most documents have.
    func facet(limit: Int) -> Facet {
        var counts: [(period: Int, count: Int)] = []
        var current = 0
        for (index, step) in steps.enumerated() {
            current += Int(step)
            if current > 0 { counts.append((known.lowerBound + index, current)) }
        }
        counts.sort { first, second in
            first.count != second.count ? first.count > second.count : first.period < second.period
        }
        return Facet(
            counts: counts.prefix(limit).map { Facet.Count(value: written($0.period), count: $0.count) },
            hasMore: counts.count > limit)
    }

    private func written(_ period: Int) -> String {
        isByMonth ? CalendarMonth.written(month: period) : CalendarMonth.written(year: period)
    }
}
