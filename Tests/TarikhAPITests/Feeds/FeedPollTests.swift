import Foundation
import HTTPServer
import HTTPTypes
import Synchronization
import TarikhAPI
import TestSupport
import Testing

struct FeedPollTests {
    @Test func `what is new is taken in, what has not changed is not sent again`() throws {
        let last = Mutex(3)
        let host = try WebHost { _, head in
            let last = last.withLock { $0 }
            if head.contains("If-None-Match: \"v\(last)\"") { return .init(304) }
            return .init(
                200, ["ETag: \"v\(last)\"", "Content-Type: text/html"], text: FeedFixture.rss(0..<last))
        }
        let feeds = try FeedFixture([host])
        let id = try feeds.add(host.address("/rss"), #","source":"وكالتي""#)
        let first = try feeds.polled(id, by: host)
        #expect(first["articles"].integer == 3)
        #expect(first["status"].integer == 200)
        #expect(first["etag"].string == "\"v3\"")
        #expect(first["error"].string == nil)
        #expect((900...990).contains(try FeedFixture.pause(first)))
        let articles = try feeds.articles()
        let ids = (0..<3).map { "127.0.0.1:\(host.port)#\($0)" }
        #expect(Set(articles.compactMap { $0["external_id"].string }) == Set(ids))
        #expect(articles.allSatisfy { $0["source"]["name"].string == "وكالتي" })

        let second = try feeds.poll(id, host)
        #expect(second["status"].integer == 304)
        #expect(second["articles"].integer == 3)
        last.withLock { $0 = 5 }
        let third = try feeds.poll(id, host)
        #expect(third["status"].integer == 200)
        #expect(third["articles"].integer == 5)
        #expect(try feeds.articles().count == 5)
    }

    @Test func `the same article of two feeds is there once, others of the same number are not taken for it`()
        throws
    {
        let hosts = try (1...3).map { number in
            try WebHost(number: UInt32(number)) { _, _ in
                .init(200, text: FeedFixture.rss(0..<2, text: number == 3 ? "نص آخر" : "نص"))
            }
        }
        let feeds = try FeedFixture(hosts)
        let ids = try hosts.enumerated().map { index, host in
            try feeds.add(host.address(host: "127.0.0.\(index + 1)"))
        }
        let counts = try ids.map { try feeds.polled($0)["articles"].integer ?? 0 }
        #expect(counts[0] + counts[1] == 2)
        #expect(counts[2] == 2)
        #expect(try feeds.articles().count == 4)
    }

    @Test func `failures are counted, the pause grows with them, and a success ends them`() throws {
        let status = Mutex(500)
        let host = try WebHost { _, _ in
            let status = status.withLock { $0 }
            return status == 200
                ? .init(200, text: FeedFixture.rss(0..<1))
                : .init(status, status == 429 ? ["Retry-After: 30000"] : [], text: "no")
        }
        let feeds = try FeedFixture([host])
        let id = try feeds.add(host.address("/rss"), #","interval":100"#)
        var feed = try feeds.polled(id, by: host)
        #expect(feed["failures"].integer == 1)
        #expect(feed["status"].integer == 500)
        #expect(feed["error"].string == "It answers with status 500.")
        #expect((200...220).contains(try FeedFixture.pause(feed)))
        feed = try feeds.poll(id, host)
        #expect(feed["failures"].integer == 2)
        #expect((400...440).contains(try FeedFixture.pause(feed)))
        status.withLock { $0 = 429 }
        feed = try feeds.poll(id, host)
        #expect(feed["failures"].integer == 3)
        #expect((30_000...33_000).contains(try FeedFixture.pause(feed)))
        status.withLock { $0 = 200 }
        feed = try feeds.poll(id, host)
        #expect(feed["failures"].integer == 0)
        #expect(feed["error"].string == nil)
        #expect(feed["articles"].integer == 1)
        #expect((100...110).contains(try FeedFixture.pause(feed)))
    }

    @Test func `bombs, feeds without end and slow ones fail by themselves, and nothing waits for them`()
        throws
    {
        let endless = try WebHost { _, _ in
            .init(
                pieces: [
                    Array("HTTP/1.1 200 OK\r\n\r\n<rss>".utf8), [UInt8](repeating: 0x20, count: 1 << 16),
                ],
                isEndless: true)
        }
        let slow = try WebHost(number: 2) { _, _ in
            .init(pieces: [Array("HTTP/1.1 200 OK\r\n\r\n".utf8), [0x20]], pause: 0.05, isEndless: true)
        }
        let entities = #"<!DOCTYPE r [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><rss>&b;</rss>"#
        let bomb = try WebHost(number: 3) { _, _ in .init(200, text: entities) }
        let deep = try WebHost(number: 4) { _, _ in .init(200, text: String(repeating: "[", count: 100_000)) }
        let feeds = try FeedFixture([endless, slow, bomb, deep])
        let ids = try [
            feeds.add(endless.address()), feeds.add(slow.address(host: "127.0.0.2")),
            feeds.add(bomb.address(host: "127.0.0.3")), feeds.add(deep.address(host: "127.0.0.4")),
        ]
        // While they are polled, others are served.
        for _ in 0..<20 {
            let start = ContinuousClock.now
            #expect(feeds.fixture.get("/v1/articles").status == .ok)
            #expect(feeds.fixture.get("/v1/feeds").status == .ok)
            #expect(ContinuousClock.now - start < .seconds(1))
            Thread.sleep(forTimeInterval: 0.02)
        }
        let errors = try ids.map { try feeds.polled($0)["error"].string ?? "" }
        #expect(errors[0] == "It has more than \(8 << 20) bytes.")
        #expect(errors[1] == "It took too long.")
        #expect(errors[2].hasPrefix("It is no feed: "))
        #expect(errors[3].hasPrefix("It is no feed: "))
        #expect(try feeds.articles().isEmpty)
    }

    @Test func `a feed that leads to where it may not is not read`() throws {
        let host = try WebHost { path, _ in
            .init(302, ["Location: \(path == "/file" ? "file:///etc/passwd" : "http://169.254.169.254/")"])
        }
        let feeds = try FeedFixture([host])
        let paths = ["/file": "Only http and https are fetched, not 'file'.", "/cloud": "link-local"]
        for (path, reason) in paths {
            let id = try feeds.add(host.address(path))
            let feed = try feeds.polled(id)
            #expect(feed["error"].string?.contains(reason) == true)
            #expect(feed["failures"].integer == 1)
        }
    }

    @Test func `articles that can't be taken are told, the others are taken`() throws {
        let host = try WebHost { _, _ in
            .init(200, text: FeedFixture.rss(0..<2).replacing("نص 1", with: "").replacing("خبر 1", with: "…"))
        }
        let feeds = try FeedFixture([host])
        let feed = try feeds.polled(try feeds.add(host.address()), by: host)
        #expect(feed["failures"].integer == 0)
        #expect(feed["articles"].integer == 1)
        #expect(feed["error"].string?.hasPrefix("1 articles were not taken") == true)
    }

    @Test func `with pages the page is read where the feed has a summary, once`() throws {
        let page = """
            <html><head><title>خبر</title></head><body><nav>قائمة</nav><article><h1>خبر طويل</h1>
            <p>\(String(repeating: "هذه جملة طويلة من نص الخبر الكامل على الصفحة. ", count: 20))</p></article></body></html>
            """
        let port = Mutex(0)
        let host = try WebHost { path, _ in
            switch path {
            case "/rss":
                return .init(
                    200, text: FeedFixture.rss(0..<3, link: "http://127.0.0.1:\(port.withLock { $0 })/page/"))
            case "/page/0": return .init(200, ["Content-Type: text/html; charset=utf-8"], text: page)
            case "/page/1": return .init(302, ["Location: http://10.0.0.1:22/"])
            default: return .init(404, ["Content-Type: text/html"], text: page)
            }
        }
        port.withLock { $0 = host.port }
        let feeds = try FeedFixture([host], distance: 0.1)
        let id = try feeds.add(host.address("/rss"), #","pages":true"#)
        let feed = try feeds.polled(id, by: host, requests: 4)
        #expect(feed["articles"].integer == 3)
        let articles = try feeds.articles()
        let whole = try #require(articles.first { $0["external_id"].string?.hasSuffix("#0") == true })
        #expect((whole["counts"]["chars"].integer ?? 0) > 500)
        #expect(whole["published_at"].string == "2024-10-02T08:00:00Z")
        // Those whose pages do not come are as the feed has them.
        #expect(articles.filter { ($0["counts"]["chars"].integer ?? 999) < 50 }.count == 2)
        _ = try feeds.poll(id, host)
        #expect(host.count(of: "/page/0") == 1)
        #expect(try feeds.articles().count == 3)
    }

    @Test func `it ends soon though a poll is under way`() throws {
        let host = try WebHost { _, _ in .init(pieces: [[], [0]], pause: 60) }
        let feeds = try FeedFixture([host], timeout: 60)
        let id = try feeds.add(host.address())
        while try feeds.feed(id)["polling"].flag != true { Thread.sleep(forTimeInterval: 0.02) }
        let start = ContinuousClock.now
        feeds.fixture.service.drain()
        #expect(ContinuousClock.now - start < .seconds(5))
        // It was called off, not failed: it is due at the next start.
        #expect(try feeds.feed(id)["polled_at"].string == nil)
    }
}
