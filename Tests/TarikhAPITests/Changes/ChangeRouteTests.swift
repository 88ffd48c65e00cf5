import ArticleStore
import Foundation
import HTTPServer
import HTTPTypes
import Synchronization
import Testing

@testable import TarikhAPI

@Suite(.serialized) struct ChangeRouteTests {
    let fixture: Fixture

    init() throws { fixture = try Fixture() }

    private func insert(_ numbers: Range<Int>) throws {
        for number in numbers {
            _ = try fixture.store.insert([Fixture.article("w\(number)", year: 1900 + number % 100)])
        }
    }

    @Test func `changes come in order, a part after the other`() throws {
        try insert(0..<3)
        let first = try fixture.get("/v1/changes?limit=2").object()
        #expect(first["items"].array.count == 2)
        #expect(first["items"][0].keys == ["seq", "op", "type", "id", "revision", "at"])
        #expect(first["items"][0]["op"].string == "put")
        #expect(first["items"][0]["type"].string == "article")
        let next = try #require(first["next_since"].integer)
        #expect(first["items"][1]["seq"].integer == next)
        var since = next
        var seen: [Int] = []
        while true {
            let part = try fixture.get("/v1/changes?limit=2&since=\(since)").object()
            if part["items"].array.isEmpty { break }
            seen += part["items"].array.compactMap { $0["seq"].integer }
            since = try #require(part["next_since"].integer)
        }
        #expect(seen == Array(next + 1...Int(try fixture.store.sequence())))
    }

    @Test func `what was deleted is told`() throws {
        try insert(0..<1)
        let id = try #require(try fixture.get("/v1/articles").object()["items"][0]["id"].string)
        let before = try fixture.store.sequence()
        #expect(fixture.send(.delete, "/v1/articles/\(id)").status == .noContent)
        let items = try fixture.get("/v1/changes?since=\(before)").object()["items"].array
        #expect(items.contains { $0["op"].string == "delete" && $0["id"].string == id })
    }

    @Test func `numbers that are not in the log are gone`() throws {
        try insert(0..<1)
        let response = fixture.get("/v1/changes?since=1000000")
        #expect(response.status == .gone)
        #expect(try response.object()["code"].string == "cursor_expired")
        #expect(fixture.get("/v1/changes?since=-1").status == .badRequest)
        #expect(fixture.get("/v1/changes?wait=61").status == .badRequest)
        let stream = fixture.get("/v1/changes", [.accept: "text/event-stream", .lastEventID: "99999"])
        #expect(stream.status == .gone)
        let bad = fixture.get("/v1/changes", [.accept: "text/event-stream", .lastEventID: "x"])
        #expect(bad.status == .badRequest)
    }

    @Test func `who waits is answered as soon as something changes`() throws {
        try insert(0..<1)
        let since = try fixture.store.sequence()
        let request = Request(method: .get, target: "/v1/changes?wait=60&since=\(since)")
        let source = try #require(fixture.service.router.respond(to: request).source)
        let woken = Wakes()
        let pull = ResponsePull(limit: 65_536) { woken.add() }
        guard case .waiting(let seconds) = try source.next(pull) else {
            Issue.record("it does not wait")
            return
        }
        #expect((50...60).contains(seconds))
        #expect(woken.count == 0)
        try insert(1..<2)
        #expect(woken.count == 1)
        guard case .bytes(let bytes) = try source.next(pull) else {
            Issue.record("there is no answer")
            return
        }
        #expect(try JSON(bytes)["items"][0]["seq"].integer == Int(since) + 1)
        #expect(try source.next(pull) == .end)
        #expect(fixture.store.changeSignal.count == 0)
    }

    @Test func `an event stream says in silence that it is there`() throws {
        let clock = ManualClock()
        let stream = ChangeStream(ChangeFeed(store: fixture.store), after: 0) { clock.now }
        let pull = ResponsePull(limit: 65_536)
        #expect(try stream.next(pull) == .bytes(Array("retry: 2000\n\n".utf8)))
        #expect(try stream.next(pull) == .waiting(seconds: 15))
        clock.set(16)
        #expect(try stream.next(pull) == .bytes(Array(":\n\n".utf8)))
        #expect(try stream.next(pull) == .waiting(seconds: 15))
        #expect(try stream.next(ResponsePull(limit: 1, isEnding: true)) == .end)
    }

    @Test func `every follower sees each change once and in order, also one that comes again`() throws {
        let fixture = try Fixture { $0.port = 0 }
        let port = try fixture.service.start()
        defer { fixture.service.drain() }
        let expected = Mutex<[String]>([])
        let total = 120
        let results = Mutex<[[String]]>([])
        let group = DispatchGroup()
        for number in 0..<40 {
            let thread = Thread {
                var seen: [String] = []
                while seen.count < total {
                    let client = EventStreamClient(
                        port: port, target: "/v1/changes?since=0", lastID: seen.last)
                    // Each breaks off elsewhere.
                    let part = client.ids(min(total - seen.count, 7 + number * 3))
                    if part.isEmpty { break }
                    seen += part
                }
                results.withLock { $0.append(seen) }
                group.leave()
            }
            group.enter()
            thread.start()
        }
        var year = 1000
        while try fixture.store.sequence() < total {
            _ = try fixture.store.insert([Fixture.article("w\(year)", year: year)])
            year += 1
        }
        let list = try #require(try fixture.store.changes(after: 0, limit: total))
        expected.withLock { $0 = list.items.map { String($0.sequence) } }
        #expect(group.wait(timeout: .now() + 60) == .success)
        let all = results.withLock { $0 }
        #expect(all.count == 40)
        #expect(Set(all) == [expected.withLock { $0 }])
    }
}

/// Counts wakes.
private final class Wakes: Sendable {
    private let counter = Mutex(0)
    var count: Int { counter.withLock { $0 } }
    func add() { counter.withLock { $0 += 1 } }
}
