import AccessControl
import ArticleStore
import Articles
import HTTPServer
import HTTPTypes
import SearchIndex

/// What a search finds as a feed, the newest first.
extension API {
    static let feedForms: [MediaType] = [.jsonFeed, .atom]
    static let feedParameters =
        SearchRequest.parameters.filter { feedNames.contains($0.name) }.map(\.ofFeed) + Filter.common + [
            feedLimit
        ]
    static let feedLimit = Parameter(
        "limit", "integer(1..\(maximumFeed))", default: "50", "How many at most.")
    private static let feedNames = ["q", "op", "in", "match", "typo", "strict", "entity_type", "place"]
    private static let maximumFeed = 200
    /// The newest of these best hits are shown.
    private static let maximumFeedHits = 10_000
    /// Bytes of an article's text at most.
    private static let maximumFeedText = 2000

    func searchFeed(_ call: Call) throws -> Response {
        try searchFeed(call, id: nil, title: nil, target: call.request.target)
    }

    /// All the words must be there unless the query says otherwise: a feed has no worst hits at its end. `id` and `title` are the
    /// feed's, when they do not follow from the query; `target` is where it is.
    func searchFeed(_ call: Call, id: String?, title: String?, target: String) throws -> Response {
        let asked = call
        let call = call.with("op", unlessGiven: "and")
        let request = try SearchRequest(call.query)
        let conditions = try SearchConditions(
            call.query, store: store, sources: call.request.key?.grant.sources)
        let limit = try call.query.integer("limit", in: 1...Self.maximumFeed, default: 50)
        return try call.unlessCached(try tag(of: asked)) {
            let articles = try newest(request, conditions, limit: limit)
            let addresses = Addresses(call.request, publicURL: configuration.publicURL)
            let feed = NewsFeed(
                id: id ?? asked.request.target, title: "Tarikh: " + (title ?? request.text),
                url: addresses.url(Self.target(target, in: call)),
                items: articles.map { Self.item(of: $0, addresses) })
            return Response(
                status: .ok, fields: [.contentType: call.media.contentType],
                body: call.media == .atom ? feed.atom : feed.json)
        }
    }

    private func newest(
        _ request: SearchRequest, _ conditions: SearchConditions, limit: Int
    ) throws -> [StoredArticle] {
        let snapshot = try store.searchSnapshot()
        let filter = conditions.filter
        let reading = try QueryReader(
            store: store, request: request, isCertain: filter.certain, snapshot: snapshot
        ).read()
        let hits = snapshot.search(reading.query, filter: filter, limit: Self.maximumFeedHits).hits
        // Keys grow with every article that comes.
        let keys = hits.map(\.key).sorted(by: >).prefix(limit)
        return try store.articles(keys: Array(keys)).map(\.article)
    }

    private static func item(of stored: StoredArticle, _ addresses: Addresses) -> NewsFeed.Item {
        let article = stored.article
        return NewsFeed.Item(
            id: stored.id, page: addresses.url("/?view=article&article=" + stored.id),
            url: addresses.url("/v1/articles/" + stored.id),
            externalURL: webAddress(article.metadata.url), title: article.title ?? "",
            text: excerpt(of: article), language: article.language, published: article.metadata.publishedAt,
            updated: stored.ingestedAt, author: article.sourceName, tags: article.metadata.tags)
    }

    /// An address that a reader of feeds may open.
    private static func webAddress(_ url: String?) -> String? {
        guard let url, url.hasPrefix("https://") || url.hasPrefix("http://"),
            url.utf8.allSatisfy({ (0x21...0x7e).contains($0) && $0 != 0x22 && $0 != 0x3c && $0 != 0x3e })
        else { return nil }
        return url
    }

    private static func excerpt(of article: Article) -> String {
        let bytes = article.text
        var end = min(bytes.count, maximumFeedText)
        while end > 0, end < bytes.count, bytes[end] & 0xc0 == 0x80 { end -= 1 }
        let text = String(decoding: article.cleanText(0..<end), as: UTF8.self)
        return end < bytes.count ? text + "…" : text
    }
}

extension Parameter {
    /// The same with what holds in a feed.
    fileprivate var ofFeed: Parameter {
        var parameter = self
        if name == "op" { parameter.fallback = "and" }
        return parameter
    }
}
