import Testing

@testable import TarikhAPI

struct IndexLagTests {
    @Test func `a moment is no lag`() {
        let lag = IndexLag()
        for second in 0..<100 {
            // There is always more to come, and it comes.
            let stored = Int64(second) + 1
            #expect(!lag.isBehind(indexed: stored - 1, stored: stored, now: Double(second)))
        }
    }

    @Test func `an index that does not follow is behind, until it does`() {
        let lag = IndexLag()
        #expect(!lag.isBehind(indexed: 4, stored: 5, now: 100))
        #expect(!lag.isBehind(indexed: 4, stored: 9, now: 100 + IndexLag.patience))
        #expect(lag.isBehind(indexed: 4, stored: 9, now: 101 + IndexLag.patience))
        #expect(!lag.isBehind(indexed: 9, stored: 9, now: 102 + IndexLag.patience))
        #expect(!lag.isBehind(indexed: 9, stored: 10, now: 103 + IndexLag.patience))
    }
}
