import Articles
import Foundation
import SearchIndex
import Synchronization
import Testing

@testable import ArticleStore

/// The log of changes.
struct ChangeTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func open(keeping count: Int64 = ArticleStore.defaultKeptChanges) throws -> ArticleStore {
        try ArticleStore(folder: folder.path, access: .readWrite, keptChanges: count)
    }

    private func sample(_ word: String, _ year: Int) -> (article: Article, annotations: Annotations) {
        Samples.article("وصلت \(word)", year: year)
    }

    @Test func `what was written, deleted and decided is in it, in order`() throws {
        let store = try open()
        let written = try store.insert([sample("أ", 1992), sample("ب", 1995)])
        let events = try store.events(Criteria(), limit: 10, after: nil).items.map(\.id)
        let merged = try store.merge(events: [events[1]], into: events[0], reason: nil)
        guard case .done(let operation, _, _) = merged else {
            Issue.record("\(merged)")
            return
        }
        _ = try store.undo(curation: operation.id, reason: nil)
        _ = try store.delete(written[1].id)
        let list = try #require(try store.changes(after: 0, limit: 100))
        #expect(list.items.map(\.sequence) == Array(1...(try store.sequence())))
        #expect(list.next == (try store.sequence()))
        #expect(!list.isFull)
        #expect(list.items[0].id == written[0].id && list.items[0].operation == .put)
        #expect(list.items[0].revision == 1)
        let decided = list.items.filter { $0.subject == .event }
        #expect(decided.map(\.operation) == [.merge, .put])
        #expect(decided.allSatisfy { $0.id == events[0] })
        let deleted = list.items.filter { $0.operation == .delete }
        #expect(deleted.map(\.id) == [written[1].id])
        #expect(deleted[0].revision == nil)
    }

    @Test func `it forgets the oldest, and says so; the index is rebuilt without them`() throws {
        let newest = try fillAndForget()
        let again = try open(keeping: 5)
        _ = try again.insert([sample("x", 1990)])
        #expect(try again.sequence() > newest)
    }

    /// Returns the number of the newest change.
    private func fillAndForget() throws -> Int64 {
        let store = try open(keeping: 5)
        for year in 0..<20 { _ = try store.insert([sample("w\(year)", 1900 + year)]) }
        let newest = try store.sequence()
        #expect(newest >= 20)
        #expect(try store.changes(after: 0, limit: 10) == nil)
        #expect(try store.changes(after: newest - 6, limit: 10) == nil)
        #expect(try store.changes(after: newest - 5, limit: 10)?.items.count == 5)
        #expect(try store.changes(after: nil, limit: 10)?.items.count == 5)
        #expect(try store.changes(after: newest, limit: 10)?.items == [])
        #expect(try store.changes(after: newest + 1, limit: 10) == nil)
        try store.rebuildIndex()
        #expect(try store.check() == [])
        #expect(try store.searchSnapshot().documentCount == 20)
        try store.close()
        return newest
    }

    @Test func `who waits is told once, and who has gone is not`() throws {
        let store = try open()
        #expect(try store.changes(after: nil, limit: 1)?.next == 0)
        let calls = Counter()
        let waiting = store.changeSignal.wait { calls.add() }
        var other: ChangeSignal.Waiting? = store.changeSignal.wait { calls.add(100) }
        #expect(store.changeSignal.count == 2)
        withExtendedLifetime(other) {}
        other = nil
        #expect(store.changeSignal.count == 1)
        _ = try store.insert([sample("أ", 1992)])
        #expect(calls.total == 1)
        #expect(store.changeSignal.count == 0)
        _ = try store.insert([sample("ب", 1993)])
        #expect(calls.total == 1)
        withExtendedLifetime(waiting) {}
    }
}

private final class Counter: Sendable {
    private let value = Mutex(0)
    var total: Int { value.withLock { $0 } }
    func add(_ count: Int = 1) { value.withLock { $0 += count } }
}
