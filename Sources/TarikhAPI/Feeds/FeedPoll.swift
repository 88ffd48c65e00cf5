import ArticleStore
import Articles
import Feeds
import Fetching
import HTTPServer

/// One poll of a feed: it is asked, read, and what is new is taken in as `POST /v1/articles/batch` does.
struct FeedPoll: Sendable {
    /// Articles of a transaction.
    private static let partSize = 256
    /// Pages that one poll fetches; the others are left to the next.
    static let maximumPages = 50

    let fetcher: Fetcher
    let ingestor: Ingestor
    let metrics: Metrics
    let disk: DiskWatch
    let stop: StopFlag

    /// What is known of the feed afterwards; `nil` when it was called off, and is to be polled again.
    func run(_ feed: PolledFeed, at now: Int64) -> PolledFeed.State? {
        var state = feed.state
        state.polledAt = now
        state.status = nil
        state.error = nil
        var retryAfter: Int64?
        do {
            try poll(feed, &state)
            state.failures = 0
            state.succeededAt = now
        } catch FetchError.stopped {
            return nil
        } catch {
            state.failures = min(state.failures, 1000) + 1
            state.error = Self.reason(error)
            retryAfter = (error as? FeedProblem)?.retryAfter
        }
        var generator = SystemRandomNumberGenerator()
        state.nextAt =
            now
            + PollSchedule.pause(
                interval: feed.entry.interval, failures: state.failures, retryAfter: retryAfter,
                using: &generator)
        return state
    }

    private static func reason(_ error: any Error) -> String {
        switch error {
        case let error as FetchError: error.description
        case let error as FeedProblem: error.reason
        case is StoreError: "The articles could not be stored."
        default: "The poll failed."
        }
    }

    private func poll(_ feed: PolledFeed, _ state: inout PolledFeed.State) throws {
        guard !disk.isFull else { throw FeedProblem(reason: "Too little space is left to store articles.") }
        let answer = try fetcher.fetch(feed.entry.address, validators: state.validators)
        state.status = answer.status
        if answer.status == 304 { return }
        guard answer.status == 200 else {
            let after = answer.fields["retry-after"].flatMap { Int64($0) }
            throw FeedProblem(reason: "It answers with status \(answer.status).", retryAfter: after)
        }
        let items = try FeedDocument(answer, of: feed.entry).items
        var tally = Tally()
        defer { state.articles += tally.created }
        try take(items, feed.entry, &tally)
        state.error = tally.problem
        // What was left out is asked for again.
        state.validators = tally.isComplete ? answer.validators : FetchValidators()
    }

    /// What came of the articles of a poll.
    private struct Tally {
        var created = 0
        var rejected = 0
        var firstRejection: String?
        var pages = 0
        var isComplete = true

        /// For people.
        var problem: String? {
            firstRejection.map { "\(rejected) articles were not taken; the first: \($0)" }
        }

        mutating func reject(_ error: IngestionError) {
            rejected += 1
            firstRejection = firstRejection ?? error.problem.detail
        }
    }

    private func take(
        _ items: [Result<ArticleInput, IngestionError>], _ entry: FeedEntry, _ tally: inout Tally
    ) throws {
        var start = 0
        while start < items.count {
            if stop.isSet { throw FetchError.stopped }
            let part = items[start..<min(start + Self.partSize, items.count)]
            start += part.count
            var inputs: [ArticleInput] = []
            for item in part {
                switch item {
                case .success(let input): inputs.append(input)
                case .failure(let error): tally.reject(error)
                }
            }
            if entry.pages { inputs = try withPages(inputs, &tally) }
            for result in try ingestor.ingest(inputs) { count(result, &tally) }
        }
    }

    private func count(_ result: Result<Insertion, IngestionError>, _ tally: inout Tally) {
        switch result {
        case .success(let insertion):
            let isCreated = insertion.outcome == .created
            if isCreated { tally.created += 1 }
            metrics.count(isCreated ? "created" : "unchanged")
        // A publisher changes articles that have been taken in; what is there stays.
        case .failure(.externalIDTaken): metrics.count("unchanged")
        case .failure(let error):
            metrics.count("rejected")
            tally.reject(error)
        }
    }

    // MARK: Pages

    /// The same articles, with the text of their pages where the feed has a summary. One whose page does not come is taken as the
    /// feed has it; those for which this poll fetches no more pages are left out.
    private func withPages(_ inputs: [ArticleInput], _ tally: inout Tally) throws -> [ArticleInput] {
        let known = try ingestor.areKnown(inputs)
        var whole: [ArticleInput] = []
        for (input, isKnown) in zip(inputs, known) where !isKnown {
            guard FeedDocument.isSummary(input), let url = input.metadata.url else {
                whole.append(input)
                continue
            }
            guard tally.pages < Self.maximumPages else {
                tally.isComplete = false
                continue
            }
            tally.pages += 1
            whole.append(try page(at: url, of: input) ?? input)
        }
        return whole
    }

    /// `nil` when the page does not come or has no more than the feed.
    private func page(at url: String, of item: ArticleInput) throws(FetchError) -> ArticleInput? {
        let answer: FetchAnswer
        do {
            answer = try fetcher.fetch(url)
        } catch .stopped {
            throw .stopped
        } catch {
            return nil
        }
        let type = ContentType(answer.fields["content-type"] ?? "")
        guard answer.status == 200, ["text/html", "application/xhtml+xml"].contains(type.name) else {
            return nil
        }
        do throws(IngestionError) {
            var page = try ArticleInput(html: answer.body, declared: type.knownCharset)
            guard page.text.count > item.text.count else { return nil }
            var given = item.metadata
            // The title of the page stands in its text.
            given.title = page.metadata.title ?? given.title
            given.language = nil
            page.override(with: given, from: "feed")
            return page
        } catch {
            return nil
        }
    }
}
