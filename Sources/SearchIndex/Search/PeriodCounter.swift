/// Counts documents by the years or months that their intervals meet.
struct PeriodCounter {
    private let isByMonth: Bool
    /// The years -9999 to 9999.
    private let known: ClosedRange<Int>
    /// How many documents begin or end to have each period: a step up where a run of periods begins, one down behind its end.
    private var steps: [Int: Int] = [:]
    private var runs: [ClosedRange<Int>] = []

    init(isByMonth: Bool) {
        self.isByMonth = isByMonth
        known = isByMonth ? -9999 * 12...9999 * 12 + 11 : -9999...9999
    }

    mutating func add(_ document: Int, of segment: Segment) {
        runs.removeAll(keepingCapacity: true)
        for interval in segment.intervals(of: document) {
            if let run = run(interval), run.overlaps(known) { runs.append(run.clamped(to: known)) }
        }
        runs.sort { $0.lowerBound < $1.lowerBound }
        var index = 0
        while index < runs.count {
            let first = runs[index].lowerBound
            var last = runs[index].upperBound
            index += 1
            while index < runs.count, runs[index].lowerBound <= last + 1 {
                last = max(last, runs[index].upperBound)
                index += 1
            }
            steps[first, default: 0] += 1
            steps[last + 1, default: 0] -= 1
        }
    }

    private func run(_ interval: ClosedRange<Int32>) -> ClosedRange<Int>? {
        switch (interval.lowerBound, interval.upperBound) {
        case (.min, .max): nil
        case (.min, let last): period(last)...period(last)
        case (let first, .max): period(first)...period(first)
        case (let first, let last): period(first)...period(last)
        }
    }

    private func period(_ day: Int32) -> Int {
        let month = CalendarMonth.number(ofDay: day)
        return isByMonth ? month : CalendarMonth.year(ofMonth: month)
    }

    /// The periods that any document has, with how many have it.
    var counts: [Facet.Count] {
        var counts: [Facet.Count] = []
        var current = 0
        var last = 0
        for (period, step) in steps.sorted(by: { $0.key < $1.key }) {
            if current > 0 {
                for one in last..<period {
                    let value =
                        isByMonth ? CalendarMonth.written(month: one) : CalendarMonth.written(year: one)
                    counts.append(Facet.Count(value: value, count: current))
                }
            }
            current += step
            last = period
        }
        return counts
    }
}
