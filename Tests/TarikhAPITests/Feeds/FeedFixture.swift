import Foundation
import HTTPServer
import HTTPTypes
import TarikhAPI
import TestSupport
import Testing

/// A service that polls, asked without a socket.
final class FeedFixture {
    let fixture: Fixture

    /// - Parameter hosts: those that may be asked.
    init(_ hosts: [WebHost], timeout: Double = 2, distance: Double = 0.1) throws {
        fixture = try Fixture { configuration in
            configuration.port = 0
            configuration.fetch = true
            configuration.fetchPrivate = true
            configuration.fetchPorts = [80, 443] + hosts.map(\.port)
            configuration.fetchTimeout = timeout
            configuration.fetchDistance = distance
        }
        _ = try fixture.service.start()
    }

    deinit { fixture.service.drain() }

    func add(_ address: String, _ members: String = "") throws -> String {
        let response = fixture.post("/v1/feeds", json: #"{"url":"\#(address)"\#(members)}"#)
        #expect(response.status == .created)
        return try #require(try response.object()["id"].string)
    }

    func feed(_ id: String) throws -> JSON {
        try fixture.get("/v1/feeds/" + id).object()
    }

    /// The feed as it is when it has been polled so often in all.
    func polled(_ id: String, by host: WebHost? = nil, requests: Int = 1) throws -> JSON {
        let end = Date().addingTimeInterval(20)
        while Date() < end {
            let feed = try feed(id)
            if feed["polling"].flag == false, feed["polled_at"].string != nil,
                (host?.requests.count ?? 1) >= requests
            {
                return feed
            }
            Thread.sleep(forTimeInterval: 0.02)
        }
        Issue.record("not polled: \(String(describing: try feed(id).value))")
        return try feed(id)
    }

    /// Polls it now.
    func poll(_ id: String, _ host: WebHost) throws -> JSON {
        let count = host.requests.count
        #expect(fixture.post("/v1/feeds/\(id)/poll", json: "").status == .accepted)
        return try polled(id, by: host, requests: count + 1)
    }

    func articles() throws -> [JSON] {
        try fixture.get("/v1/articles?limit=1000").object()["items"].array
    }

    /// Seconds from the last poll to the next.
    static func pause(_ feed: JSON) throws -> Double {
        let style = Date.ISO8601FormatStyle()
        return try style.parse(feed["next_at"].string ?? "").timeIntervalSince(
            style.parse(feed["polled_at"].string ?? ""))
    }

    /// RSS with items of these numbers.
    static func rss(_ numbers: Range<Int>, text: String = "نص", link: String = "https://example.org/")
        -> String
    {
        let items = numbers.map { number in
            """
            <item><title>خبر \(number)</title><link>\(link)\(number)</link><guid isPermaLink="false">\(number)</guid>
            <description>\(text) \(number)</description><pubDate>Wed, 02 Oct 2024 08:00:00 GMT</pubDate></item>
            """
        }
        return """
            <?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>وكالة</title>\(items.joined())</channel></rss>
            """
    }
}
