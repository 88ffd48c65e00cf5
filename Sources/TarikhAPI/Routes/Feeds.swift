import ArticleStore
import Feeds
import Fetching
import HTTPServer
import HTTPTypes

/// Feeds that are polled. Their addresses may have secrets in them, so all of it takes the scope `admin`.
extension API {
    var feedRoutes: [GuardedRoute] {
        [
            get(
                .admin, "/v1/feeds", listFeeds, "Lists the feeds that are polled.", .page("Feed"),
                query: Paging.parameters),
            write(
                .post, .admin, "/v1/feeds", addFeed, "Adds a feed, which is polled at once.",
                .json("FeedInput"), .created("Feed")),
            get(.admin, "/v1/feeds/{id}", getFeed, "A feed and what is known from polling it.", "Feed"),
            write(.delete, .admin, "/v1/feeds/{id}", removeFeed, "Takes a feed away.", .nothing),
            write(
                .post, .admin, "/v1/feeds/{id}/poll", pollFeed, "Polls a feed as soon as may be.",
                .accepted("Feed")),
        ]
    }

    func listFeeds(_ call: Call) throws -> Response {
        let poller = try poller()
        let paging = try Paging(call, signer: cursors)
        let page = paging.page(of: try poller.store.feeds(), sequence: try store.sequence())
        return answer(page, paging) { FeedJSON.write($0, isPolling: poller.isPolling($0), to: &$1) }
    }

    func getFeed(_ call: Call) throws -> Response {
        try answer(feed(call.id))
    }

    func addFeed(_ call: Call) throws -> Response {
        let poller = try poller()
        let entry = try FeedInput.read(call.request.body, policy: poller.policy)
        switch try poller.store.add(entry, at: Gate.now) {
        case .added(let feed):
            poller.lookNow()
            return try answer(feed, .created, [.location: "/v1/feeds/" + feed.id])
        case .exists(let feed):
            throw Problem(
                .conflict, code: "conflict", detail: "The feed \(feed.id) has this address.",
                items: [Problem.Item(.pointer("/url"), code: "conflict", detail: feed.id)])
        case .tooMany:
            throw Problem(
                .unprocessableContent, code: "unprocessable",
                detail: "There are at most \(FeedStore.maximumFeeds) feeds.")
        }
    }

    func removeFeed(_ call: Call) throws -> Response {
        guard try !feed(call.id).isFixed else {
            throw Problem(
                .conflict, code: "conflict",
                detail: "The feed stands in the file of feeds; take it out there.")
        }
        guard try poller().store.remove(call.id) else { throw Problem.notFound("feed of this id") }
        return Response(status: .noContent)
    }

    /// The poll itself comes when its host may be asked.
    func pollFeed(_ call: Call) throws -> Response {
        let poller = try poller()
        guard let feed = try poller.store.makeDue(call.id, at: Gate.now) else {
            throw Problem.notFound("feed of this id")
        }
        poller.lookNow()
        return try answer(feed, .accepted, [.location: "/v1/feeds/" + feed.id])
    }

    private func answer(
        _ feed: PolledFeed, _ status: HTTPResponse.Status = .ok, _ fields: HTTPFields = [:]
    ) throws -> Response {
        let isPolling = try poller().isPolling(feed)
        return json(status, fields: fields) { FeedJSON.write(feed, isPolling: isPolling, to: &$0) }
    }

    private func feed(_ id: String) throws -> PolledFeed {
        guard let feed = try poller().store.feed(id) else { throw Problem.notFound("feed of this id") }
        return feed
    }

    private func poller() throws(Problem) -> FeedPoller {
        guard let feeds else { throw .fetchingOff }
        return feeds
    }
}

extension Problem {
    static let fetchingOff = Problem(
        .forbidden, code: "fetching_off",
        detail: "This service fetches nothing. Start it with --feeds or the setting 'fetch' to let it.")

    /// What a failed database of feeds means for the client; details stay in the log.
    init(_ error: FeedStoreError) {
        self.init(.internalServerError, code: "internal_error", detail: "The feeds could not be used.")
    }
}

/// A feed in an answer.
private enum FeedJSON {
    static func write(_ feed: PolledFeed, isPolling: Bool, to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("id", feed.id)
            writer.member("url", feed.entry.address)
            writer.member("source", feed.entry.source)
            writer.member("interval", feed.entry.interval)
            writer.member("pages", feed.entry.pages)
            writer.member("fixed", feed.isFixed)
            writer.timestamp("created_at", feed.createdAt)
            writer.member("polling", isPolling)
            writer.timestamp("polled_at", feed.state.polledAt)
            writer.timestamp("succeeded_at", feed.state.succeededAt)
            writer.timestamp("next_at", feed.state.nextAt)
            writer.member("status", feed.state.status)
            writer.member("failures", feed.state.failures)
            writer.member("error", feed.state.error)
            writer.member("articles", feed.state.articles)
            writer.member("etag", feed.state.validators.entityTag)
            writer.member("last_modified", feed.state.validators.lastModified)
        }
    }
}
