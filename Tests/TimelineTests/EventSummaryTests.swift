import Articles
import Testing
import Timeline

struct EventSummaryTests {
    @Test func `an event of several articles says what they say`() throws {
        let events = [
            Made.event("the harbour bridge opened", "1990", ["o1"], source: "a"),
            Made.event("the harbour bridge opened for trains", "1990-05-03", ["o1"], source: "b"),
            Made.event("harbour bridge", "1990-05", ["o1"], status: .planned, source: "b"),
        ]
        for order in [[0, 1, 2], [2, 1, 0], [1, 0, 2]] {
            let summary = try #require(
                EventSummary(order.map { events[$0] }, articles: order.map(Int64.init)))
            #expect(summary.date?.edtf == "1990-05-03" && summary.status == .occurred)
            #expect(summary.sources == 2 && summary.articles == 3 && summary.claims == 3)
            #expect(summary.confidence == 0.96)
            #expect(
                events.map(\.title).contains(summary.title) && summary.title == "the harbour bridge opened")
        }
        #expect(EventSummary([], articles: []) == nil)
    }

    @Test func `salience grows with sources and stays within bounds`() {
        let values = [1, 2, 4, 100].map {
            Salience.value(sources: $0, articles: $0, confidence: 0.9, precision: .day, kind: "opening")
        }
        #expect(values == values.sorted() && Set(values).count == 4)
        #expect(values.allSatisfy { (0...1).contains($0) })
        #expect(Salience.value(sources: 0, articles: 0, confidence: 0, precision: nil, kind: nil) == 0)
    }

    @Test(arguments: [
        ("1990-05-03", ["1990-05", "1990-04/06", "1990-01/06", "1990", "199X"]),
        ("1990-05", ["1990-04/06", "1990-01/06", "1990", "199X"]),
        ("1990", ["199X"]),
    ])
    func `a date lies in a few periods`(_ date: String, _ periods: [String]) {
        let days = DayInterval(Made.days(date))
        #expect(days.enclosingPeriods.count == periods.count)
        #expect(days.enclosingPeriods.allSatisfy { $0.encloses(days) && $0.isPeriod })
        #expect(DayInterval(nil).enclosingPeriods.isEmpty && DayInterval(nil).isUndated)
    }
}
