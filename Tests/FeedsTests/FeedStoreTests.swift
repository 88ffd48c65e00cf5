import Feeds
import Fetching
import Foundation
import Testing

struct FeedStoreTests {
    private let folder = FileManager.default.temporaryDirectory.path + "/tarikh-feeds-" + UUID().uuidString

    private func entry(_ path: String, source: String? = nil) throws -> FeedEntry {
        try FeedEntry(address: "https://example.org/" + path, source: source, policy: FetchPolicy())
    }

    @Test func `what is known of feeds is there after the store is opened again`() throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let store = try FeedStore(folder: folder)
        guard case .added(var feed) = try store.add(try entry("a", source: "A"), at: 100) else {
            Issue.record("not added")
            return
        }
        #expect(feed.id == "f_1")
        #expect(feed.isDue(at: 100) && !feed.isDue(at: 99))
        guard case .exists(feed) = try store.add(try entry("a"), at: 200) else {
            Issue.record("added twice")
            return
        }
        feed.state.validators = FetchValidators(entityTag: "\"x\"", lastModified: "y")
        feed.state.polledAt = 300
        feed.state.nextAt = 900
        feed.state.failures = 3
        feed.state.status = 500
        feed.state.error = "It failed."
        feed.state.articles = 7
        try store.record(feed.state, of: feed.row)
        try store.close()

        let again = try FeedStore(folder: folder)
        #expect(try again.feeds() == [feed])
        #expect(try again.feed("f_1") == feed)
        #expect(try again.feed("f_2") == nil && again.feed("f_01") == nil && again.feed("a_1") == nil)
        #expect(try again.makeDue("f_1", at: 400)?.state.nextAt == 400)
        #expect(try again.remove("f_1") && !again.remove("f_1"))
        // A poll may end after its feed was taken away.
        try again.record(feed.state, of: feed.row)
        #expect(try again.feeds().isEmpty)
        let mode = try FileManager.default.attributesOfItem(atPath: folder + "/feeds.sqlite")[
            .posixPermissions]
        #expect((mode as? NSNumber)?.intValue == 0o600)
    }

    @Test func `the file of feeds says which of its feeds there are, and keeps what is known`() throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let store = try FeedStore(folder: folder)
        _ = try store.add(try entry("mine"), at: 0)
        try store.replaceFixed(with: [try entry("a"), try entry("b")], at: 0)
        var feed = try #require(try store.feed("f_2"))
        feed.state.validators = FetchValidators(entityTag: "\"x\"")
        try store.record(feed.state, of: feed.row)
        try store.replaceFixed(with: [try entry("a", source: "A"), try entry("c")], at: 0)
        let feeds = try store.feeds()
        #expect(feeds.map(\.entry.address).map { $0.suffix(4) } == ["mine", "rg/a", "rg/c"])
        #expect(feeds.map(\.isFixed) == [false, true, true])
        #expect(feeds[1].entry.source == "A")
        #expect(feeds[1].state.validators.entityTag == "\"x\"")
        try store.replaceFixed(with: [], at: 0)
        #expect(try store.feeds().map(\.isFixed) == [false])
    }

    @Test func `a clock that was set back keeps no feed waiting`() throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let store = try FeedStore(folder: folder)
        guard case .added(var feed) = try store.add(try entry("a"), at: 0) else { return }
        feed.state.nextAt = 1_000_000
        #expect(feed.isDue(at: 1_000_000) && !feed.isDue(at: 999_000) && feed.isDue(at: 10))
    }
}
