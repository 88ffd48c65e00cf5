import Articles
import Feeds
import Fetching
import HTTPServer

/// The articles of a feed that was fetched.
struct FeedDocument {
    /// Bytes of the longest external id; of longer ones their hash is taken.
    private static let maximumIDBytes = 512
    /// Where the text of an article was taken from when the feed has no more than a summary of it.
    private static let summaries: Set<String> = [
        "rss:description", "rss:title", "atom:summary", "atom:title", "json_feed:summary", "json_feed:title",
    ]

    /// In the order of the feed; each with an external id, so that none is taken in twice.
    let items: [Result<ArticleInput, IngestionError>]

    /// Publishers often declare another media type than what they send, so what is there decides.
    init(_ answer: FetchAnswer, of entry: FeedEntry) throws(FeedProblem) {
        let type = ContentType(answer.fields["content-type"] ?? "")
        let first = answer.body.first { !" \t\r\n\u{FEFF}".utf8.contains($0) }
        let isJSON = first == UInt8(ascii: "{") || first == UInt8(ascii: "[")
        let document: ReceivedDocument?
        do throws(IngestionError) {
            document = try ReceivedDocument(
                answer.body, mediaType: isJSON ? "application/feed+json" : "application/xml",
                charset: type.knownCharset)
        } catch {
            throw FeedProblem(reason: "It is no feed: " + error.problem.detail)
        }
        switch document {
        case .articles(let inputs): items = inputs.map { $0.map { Self.identified($0, entry) } }
        case .article(let input): items = [.success(Self.identified(input, entry))]
        case nil: throw FeedProblem(reason: "It is no feed.")
        }
    }

    /// Whether the feed has less of an article than its page may have.
    static func isSummary(_ input: ArticleInput) -> Bool {
        input.metadata.reception?.origins.contains { $0.field == .text && summaries.contains($0.place) }
            ?? false
    }

    private static func identified(_ input: ArticleInput, _ entry: FeedEntry) -> ArticleInput {
        var input = input
        let id = input.metadata.externalID.map { id in
            // Publishers number as they like; what is a URI is one in the whole world.
            id.contains(":") ? id : entry.authority + "#" + id
        }
        let other = (id ?? input.metadata.url).map(Self.short).flatMap { other in
            other == input.metadata.externalID ? nil : other
        }
        input.override(
            with: ArticleMetadata(
                externalID: other, source: entry.source), from: "feed")
        return input
    }

    private static func short(_ id: String) -> String {
        id.utf8.count <= maximumIDBytes ? id : ContentHash.of(Array(id.utf8))
    }
}

/// Why a poll did not bring what it should.
struct FeedProblem: Error {
    /// For people.
    var reason: String
    /// Seconds after which the publisher wants to be asked again.
    var retryAfter: Int64?
}
