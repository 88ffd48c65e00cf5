package import Fetching

/// What people say of a feed: where it is and how it is read.
package struct FeedEntry: Sendable, Hashable {
    /// Seconds from one poll to the next.
    package static let intervals: ClosedRange<Int64> = 60...86_400
    package static let defaultInterval: Int64 = 900
    package static let maximumSourceBytes = 512

    package let address: String
    /// What its articles have as their source; `nil`: what the feed says.
    package let source: String?
    /// Seconds from one poll to the next.
    package let interval: Int64
    /// Whether the page of an article is read where the feed has but a summary.
    package let pages: Bool

    /// - Parameter policy: says what may be asked.
    package init(
        address: String, source: String? = nil, interval: Int64 = defaultInterval, pages: Bool = false,
        policy: FetchPolicy
    ) throws(FeedEntryError) {
        do {
            self.address = try policy.address(address).description
        } catch {
            throw FeedEntryError(part: .url, reason: error.description)
        }
        guard Self.intervals.contains(interval) else {
            throw FeedEntryError(
                part: .interval, reason: "'interval' is a number of seconds from 60 to 86400.")
        }
        let source = source.flatMap { $0.isEmpty ? nil : $0 }
        guard (source ?? "").utf8.count <= Self.maximumSourceBytes else {
            throw FeedEntryError(
                part: .source, reason: "'source' has at most \(Self.maximumSourceBytes) bytes.")
        }
        self.source = source
        self.interval = interval
        self.pages = pages
    }

    /// Host and port, as the address has them.
    package var authority: String {
        String(address.split(separator: "/", maxSplits: 2).dropFirst().first ?? "")
    }

    /// What was checked before.
    init(stored address: String, source: String?, interval: Int64, pages: Bool) {
        self.address = address
        self.source = source
        self.interval = interval
        self.pages = pages
    }
}

/// What is wrong with a feed that someone names.
package struct FeedEntryError: Error, Hashable {
    package enum Part: String, Sendable, Hashable {
        case url, source, interval, pages
    }

    package let part: Part
    /// For people.
    package let reason: String
}
