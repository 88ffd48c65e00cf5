import Foundation
import TestSupport
import Testing

/// Feeds of a file, polled by the command.
struct ServeFeedTests {
    /// Nor do proxies of its environment come between.
    @Test func `what is known of feeds outlives the service`() throws {
        let host = try WebHost { _, head in
            if head.contains("If-None-Match: \"a\"") { return .init(304) }
            let items = (0..<2).map { "<item><guid>\($0)</guid><title>خبر رقم \($0)</title></item>" }.joined()
            return .init(200, ["ETag: \"a\""], text: "<rss><channel>\(items)</channel></rss>")
        }
        let folder = try TemporaryFolder()
        let file = try folder.write("# Feeds\n\(host.address("/rss"))\tوكالة\t60\n", to: "feeds")
        func serve() throws -> RunningService {
            try RunningService(
                folder, ["--feeds", file],
                environment: [
                    "TARIKH_FETCH_PRIVATE": "true", "TARIKH_FETCH_PORTS": "80,\(host.port)",
                    "http_proxy": "http://127.0.0.1:1", "ALL_PROXY": "socks5://127.0.0.1:1",
                ])
        }
        let service = try serve()
        let feed = try polled(service, times: 1, host)
        #expect(feed.contains(#""articles":2,"#))
        #expect(feed.contains(#""fixed":true"#))
        #expect(feed.contains(#""source":"وكالة""#))
        #expect(try RawConnection.get("/v1/articles", port: service.port).contains(#""total":2,"#))
        try service.stop()

        let again = try serve()
        _ = try RawConnection.post("/v1/feeds/f_1/poll", port: again.port)
        let known = try polled(again, times: 2, host)
        #expect(known.contains(#""status":304,"#))
        #expect(known.contains(#""articles":2,"#))
        try again.stop()
    }

    @Test func `SIGTERM ends it soon though a feed does not come`() throws {
        let host = try WebHost { _, _ in .init(pieces: [[], [0]], pause: 60) }
        let folder = try TemporaryFolder()
        let file = try folder.write(host.address("/rss"), to: "feeds")
        let service = try RunningService(
            folder, ["--feeds", file],
            environment: ["TARIKH_FETCH_PRIVATE": "1", "TARIKH_FETCH_PORTS": "\(host.port)"])
        let end = Date().addingTimeInterval(20)
        while host.requests.isEmpty, Date() < end { Thread.sleep(forTimeInterval: 0.02) }
        #expect(!host.requests.isEmpty)
        let start = Date()
        try service.stop()
        #expect(Date().timeIntervalSince(start) < 10)
    }

    @Test(arguments: [
        ("file:///etc/passwd", "Feed 1: Only http and https are fetched, not 'file'."),
        ("https://example.org/\ta\t5", "from 60 to 86400"), ("[{", "no JSON5"),
    ])
    func `a file of feeds that can't be used ends it with 78 and one line`(_ text: String, _ reason: String)
        throws
    {
        let folder = try TemporaryFolder()
        let file = try folder.write(text, to: "feeds")
        let ending = try RunningCommand.run("serve", "--data", folder.data, "--port", "0", "--feeds", file)
        #expect(ending.status == 78)
        #expect(ending.error.contains(reason))
        #expect(ending.error.split(separator: "\n").count == 1)
    }

    private func polled(_ service: RunningService, times: Int, _ host: WebHost) throws -> String {
        let end = Date().addingTimeInterval(30)
        var answer = ""
        while Date() < end {
            // Counted before: what was asked for after the answer was given is not in it.
            let isAsked = host.requests.count >= times
            answer = try RawConnection.get("/v1/feeds", port: service.port)
            if isAsked, answer.contains(#""polling":false,"polled_at":"2"#) {
                return answer
            }
            Thread.sleep(forTimeInterval: 0.05)
        }
        Issue.record("not polled: \(answer)")
        return answer
    }
}
