import Synchronization
import Testing

@testable import TarikhAPI

struct RateLimiterTests {
    private final class Clock: Sendable {
        private let seconds = Mutex(0.0)
        var now: Double { seconds.withLock { $0 } }
        func advance(_ by: Double) { seconds.withLock { $0 += by } }
    }

    @Test func `a bucket fills steadily up to a minute's worth`() {
        let clock = Clock()
        let limiter = RateLimiter { clock.now }
        func take() -> RateLimiter.Outcome { limiter.take(.key("k_1"), rate: 6) }
        for remaining in (0..<6).reversed() {
            let outcome = take()
            #expect(outcome == .init(isAllowed: true, remaining: remaining, seconds: (6 - remaining) * 10))
        }
        #expect(take() == .init(isAllowed: false, remaining: 0, seconds: 10))
        clock.advance(9.5)
        #expect(take() == .init(isAllowed: false, remaining: 0, seconds: 1))
        clock.advance(0.5)
        #expect(take().isAllowed)
        #expect(!take().isAllowed)
        clock.advance(3600)
        #expect(take().remaining == 5)
        // A clock that stands still or a rate that is changed gives nothing away.
        #expect(limiter.take(.key("k_1"), rate: 2).remaining == 1)
    }

    @Test func `a refused request does not put off the next`() {
        let clock = Clock()
        let limiter = RateLimiter { clock.now }
        for _ in 0..<60 { _ = limiter.take(.key("k_1"), rate: 60) }
        for _ in 0..<1000 { #expect(!limiter.take(.key("k_1"), rate: 60).isAllowed) }
        clock.advance(1)
        #expect(limiter.take(.key("k_1"), rate: 60).isAllowed)
    }

    @Test func `few buckets are kept however many clients there are, and those in use among them`() {
        let limiter = RateLimiter(capacity: 100) { 0 }
        for number in 0..<10_000 {
            _ = limiter.take(.network([UInt8(number & 255), UInt8(number >> 8)]), rate: 1000)
            if number % 40 == 0 {
                #expect(limiter.take(.key("k_1"), rate: 1000).remaining == 999 - number / 40)
            }
        }
        #expect(limiter.count <= 100)
    }
}
