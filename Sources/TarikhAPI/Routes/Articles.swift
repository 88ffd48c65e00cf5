import AccessControl
import ArticleStore
import Articles
import HTTPServer
import HTTPTypes

/// Articles: taking them in, listing them, taking them out.
extension API {
    private static let articleOrders: [ArticleStore.ArticleOrder] = [
        .newestPublished, .newestIngested, .title,
    ]
    static let articleParameters =
        Filter.parameters + Paging.parameters + [
            .choice("sort", articleOrders, default: .newestPublished, "The order; '-' is downward."),
            Collapse.parameter,
        ]
    static let textParameters: [Parameter] = [
        .choice("view", View.allCases, default: .raw, "As received, or without the debris in it.")
    ]

    func postArticle(_ call: Call) throws -> Response {
        try checkSpace()
        let sources = call.request.key?.grant.sources
        let input: ArticleInput
        switch try ArticleBody.document(call.request) {
        case .articles(let inputs): return try answer(call, inputs)
        case .article(let article): input = try Self.admitted(article, of: sources)
        }
        let insertion = try metrics.ingesting { try ingestor.ingest(input) }
        let created = insertion.outcome == .created
        let stored = try article(insertion.id)
        // The text may have come from another source before.
        if let sources, !sources.contains(stored.article.sourceName ?? "") { throw Problem.otherSource }
        let document = ArticleDocument(stored, created: created)
        let location: HTTPFields = [.location: "/v1/articles/" + insertion.id]
        return json(created ? .created : .ok, fields: location) { ArticleJSON.write(document, to: &$0) }
    }

    /// An article for a key that is only for some sources says which of them it is from; one that does not is from the only one.
    static func admitted(_ input: ArticleInput, of sources: [String]?) throws(Problem) -> ArticleInput {
        guard let sources else { return input }
        var input = input
        if input.metadata.source == nil, sources.count == 1 { input.metadata.source = sources[0] }
        guard let source = input.metadata.source, sources.contains(source) else { throw Problem.otherSource }
        return input
    }

    func checkSpace() throws(Problem) {
        guard disk.isFull else { return }
        throw Problem(
            .serviceUnavailable, code: "disk_full", detail: "Too little space is left to store articles.",
            fields: [.retryAfter: "60"])
    }

    func parseArticle(_ call: Call) throws -> Response {
        let input = try ArticleBody.input(call.request)
        let (document, seconds) = try Stopwatch.time { try ingestor.preview(input) }
        metrics.parsing.observe(seconds)
        return json(fields: ServerTiming.fields("parse", seconds)) { AnnotationJSON.write(document, to: &$0) }
    }

    func listArticles(_ call: Call) throws -> Response {
        try listArticles(call, try Filter.criteria(call.query, store: store))
    }

    func listArticles(_ call: Call, _ criteria: Criteria) throws -> Response {
        let order = try call.query.choice("sort", of: Self.articleOrders, default: .newestPublished)
        var criteria = criteria
        criteria.collapsesClusters = try Collapse(call.query) == .cluster
        return try list(call) { [criteria] paging in
            try store.articles(criteria, order: order, limit: paging.limit, after: paging.after)
        } item: { stored, writer in
            ArticleJSON.write(ArticleDocument(stored), to: &writer)
        }
    }

    func getArticle(_ call: Call) throws -> Response {
        let stored = try article(call.id)
        // Copies come and go without a new revision.
        let variant = (call.media == .json ? "" : call.media.format) + (stored.clusterID ?? "")
        return call.unlessCached(EntityTag(stored.id, revision: stored.revision, variant: variant)) {
            let body = Self.form(
                call.media, ArticleDocument(stored),
                Addresses(call.request, publicURL: configuration.publicURL))
            return Response(status: .ok, fields: [.contentType: call.media.contentType], body: body)
        }
    }

    static let articleForms: [MediaType] = [
        .json, .linkedData, .ninjs3, .ninjs2, .markdown, .plainText, .html, .annotations,
    ]

    private static func form(
        _ media: MediaType, _ document: ArticleDocument, _ addresses: Addresses
    ) -> [UInt8] {
        var writer = JSONWriter(reservingCapacity: 4096)
        switch media {
        case .html: return ArticleHTMLFormat.page(document)
        case .markdown: return MarkdownFormat.text(document)
        case .plainText: return document.article.cleanText
        case .linkedData: LinkedDataFormat.write(document, addresses, to: &writer)
        case .ninjs3: NinjsFormat.write(document, .third, addresses, to: &writer)
        case .ninjs2: NinjsFormat.write(document, .second, addresses, to: &writer)
        case .annotations: WebAnnotationFormat.write(document, addresses, to: &writer)
        default: ArticleJSON.write(document, to: &writer)
        }
        return writer.bytes
    }

    func deleteArticle(_ call: Call) throws -> Response {
        _ = try found(store.delete(call.id), "article")
        return Response(status: .noContent)
    }

    private enum View: String, CaseIterable {
        case raw, clean
    }

    /// The bytes as they were received, or without the debris in them.
    func articleText(_ call: Call) throws -> Response {
        let view = try call.query.choice("view", of: View.allCases, default: .raw)
        let stored = try article(call.id)
        let tag = EntityTag(stored.id, revision: stored.revision, variant: view.rawValue)
        return call.unlessCached(tag) {
            let text = view == .raw ? stored.article.text : stored.article.cleanText
            return Response(status: .ok, fields: [.contentType: "text/plain; charset=utf-8"], body: text)
        }
    }

    func articleBlocks(_ call: Call) throws -> Response {
        try part(call) {
            Array($0.article.blocks.enumerated())
        } item: { block, document, writer in
            BlockJSON.write(block.element, block.offset, document, to: &writer)
        }
    }

    func articleEvents(_ call: Call) throws -> Response {
        let stored = try article(call.id)
        var criteria = Criteria()
        criteria.articles = [Criteria.Clause([stored.id])]
        return try list(call, defaultLimit: Paging.maximumLimit) { [criteria] paging in
            try store.events(criteria, limit: paging.limit, after: paging.after)
        } item: { event, writer in
            EventJSON.write(event, to: &writer)
        }
    }

    func articleEntities(_ call: Call) throws -> Response {
        try part(call, { $0.entities }) { entity, _, writer in EntityJSON.write(entity, to: &writer) }
    }

    func articleMentions(_ call: Call) throws -> Response {
        try part(call, { $0.mentions }) { mention, _, writer in EntityJSON.write(mention, to: &writer) }
    }
}
