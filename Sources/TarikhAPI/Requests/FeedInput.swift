import Feeds
import Fetching
import HTTPServer

/// The body of `POST /v1/feeds`.
struct FeedInput: Decodable {
    static let names = ["url", "source", "interval", "pages"]

    private let url: String
    private let source: String?
    private let interval: Int64?
    private let pages: Bool?

    private enum Key: String, CodingKey {
        case url, source, interval, pages
    }

    /// - Throws: `Problem` with a pointer to what is wrong.
    static func read(_ body: [UInt8], policy: FetchPolicy) throws -> FeedEntry {
        let input = try JSONBody.decode(FeedInput.self, from: body)
        do {
            return try FeedEntry(
                address: input.url, source: input.source,
                interval: input.interval ?? FeedEntry.defaultInterval,
                pages: input.pages ?? false, policy: policy)
        } catch {
            throw JSONBody.problem("/" + error.part.rawValue, "invalid_value", error.reason)
        }
    }

    init(from decoder: any Decoder) throws {
        let names = try decoder.container(keyedBy: JSONBody.Name.self).allKeys.map(\.stringValue)
        try JSONBody.refuseUnknown(names, allowed: Self.names)
        let members = try decoder.container(keyedBy: Key.self)
        guard members.contains(.url) else { throw JSONBody.problem("/url", "missing", "'url' is missing.") }
        url = try members.decode(String.self, forKey: .url)
        source = try members.decodeIfPresent(String.self, forKey: .source)
        interval = try members.decodeIfPresent(Int64.self, forKey: .interval)
        pages = try members.decodeIfPresent(Bool.self, forKey: .pages)
    }
}
