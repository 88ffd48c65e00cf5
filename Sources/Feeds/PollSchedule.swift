/// When a feed is polled again.
package enum PollSchedule {
    /// Seconds of the longest pause.
    package static let longest: Int64 = 86_400

    /// Seconds from a poll to the next: the feed's interval, doubled with each failure, at most a day; up to a tenth more, so that
    /// feeds that were added together do not stay together.
    ///
    /// - Parameters:
    ///   - failures: in a row; 0 after a success.
    ///   - retryAfter: seconds that the publisher asks for (RFC 9110, 10.2.3).
    package static func pause(
        interval: Int64, failures: Int, retryAfter: Int64? = nil,
        using generator: inout some RandomNumberGenerator
    ) -> Int64 {
        let doubled = failures >= 20 ? longest : min(longest, interval << Int64(max(failures, 0)))
        let asked = min(longest, max(doubled, retryAfter ?? 0))
        return min(longest, asked + Int64.random(in: 0...max(1, asked / 10), using: &generator))
    }
}
