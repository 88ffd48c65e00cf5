import Dispatch
import Feeds
import Fetching
import Synchronization

/// Polls feeds when it is time, a few at once, each host one after another; nothing else waits for it.
final class FeedPoller: Sendable {
    private static let maximumPolls = 4
    /// Seconds.
    private static let longestSleep: Int64 = 60

    let store: FeedStore
    /// What may be asked.
    let policy: FetchPolicy
    private let poll: FeedPoll
    private let stopping: StopFlag
    private let log: ServiceLog
    private let polling = Mutex<[Int64: String]>([:])
    private let wake = DispatchSemaphore(value: 0)
    private let group = DispatchGroup()
    private let scheduler = DispatchQueue(label: "tarikh.feeds", qos: .utility)
    private let workers = DispatchQueue(label: "tarikh.polls", qos: .utility, attributes: .concurrent)

    init(
        store: FeedStore, configuration: Configuration, ingestor: Ingestor, metrics: Metrics, disk: DiskWatch,
        log: ServiceLog
    ) {
        policy = configuration.fetchPolicy
        self.store = store
        self.log = log
        stopping = StopFlag()
        let fetcher = Fetcher(
            policy: policy, limiter: HostLimiter(distance: .seconds(configuration.fetchDistance)),
            stop: stopping, agent: Build.name + "/" + Build.version)
        poll = FeedPoll(
            fetcher: fetcher, ingestor: ingestor, metrics: metrics, disk: disk, stop: stopping)
    }

    func start() {
        scheduler.async(group: group) { [self] in
            while !stopping.isSet {
                let seconds = pollDue()
                _ = wake.wait(timeout: .now() + Double(seconds))
            }
        }
    }

    /// Calls off the polls under way, which are made again at the next start, and waits for their end.
    func stop() {
        stopping.set()
        wake.signal()
        group.wait()
    }

    /// Looks at once what is due.
    func lookNow() { wake.signal() }

    func isPolling(_ feed: PolledFeed) -> Bool { polling.withLock { $0[feed.row] != nil } }

    /// Starts the polls that are due and may be made now. Returns the seconds until there may be another.
    private func pollDue() -> Int64 {
        let now = Gate.now
        do {
            let (due, next) = try store.due(at: now)
            for feed in due where takes(feed) {
                workers.async(group: group) { [self] in
                    run(feed)
                    polling.withLock { $0[feed.row] = nil }
                    wake.signal()
                }
            }
            return min(Self.longestSleep, max(1, (next ?? .max) - now))
        } catch {
            log.failure("feeds: \(error)")
            return Self.longestSleep
        }
    }

    /// Feeds of one host do not hold up those of others by waiting for each other.
    private func takes(_ feed: PolledFeed) -> Bool {
        let host = feed.entry.authority
        return polling.withLock { polling in
            guard !stopping.isSet, polling.count < Self.maximumPolls, polling[feed.row] == nil,
                !polling.values.contains(host)
            else { return false }
            polling[feed.row] = host
            return true
        }
    }

    private func run(_ feed: PolledFeed) {
        do {
            guard let state = poll.run(feed, at: Gate.now) else { return }
            try store.record(state, of: feed.row)
        } catch {
            log.failure("feeds: \(error)")
        }
    }
}
