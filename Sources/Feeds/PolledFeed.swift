package import Fetching

/// A feed and what is known from polling it. Times are seconds since 1970-01-01T00:00:00Z.
package struct PolledFeed: Sendable, Hashable {
    /// What came of the last poll, and of all.
    package struct State: Sendable, Hashable {
        package var validators = FetchValidators()
        package var polledAt: Int64?
        package var succeededAt: Int64?
        /// The next poll.
        package var nextAt: Int64
        /// Polls that have failed since the last that did not.
        package var failures = 0
        /// Of the last answer.
        package var status: Int?
        /// Why the last poll failed, for people; `nil` when it did not.
        package var error: String?
        /// Articles that it brought in, in all.
        package var articles = 0

        package init(nextAt: Int64) { self.nextAt = nextAt }
    }

    package let row: Int64
    package let entry: FeedEntry
    /// Whether it stands in the file of feeds, which alone says what there is of it.
    package let isFixed: Bool
    package let createdAt: Int64
    package var state: State

    package var id: String { "f_" + String(row) }

    /// The row of an id; `nil` for what is none.
    package static func row(_ id: String) -> Int64? {
        guard id.hasPrefix("f_"), let row = Int64(id.dropFirst(2)), "f_\(row)" == id, row > 0 else {
            return nil
        }
        return row
    }

    /// Whether it is time. A clock that was set back keeps no feed waiting.
    package func isDue(at now: Int64) -> Bool {
        state.nextAt <= now || state.nextAt - now > 2 * PollSchedule.longest
    }
}
