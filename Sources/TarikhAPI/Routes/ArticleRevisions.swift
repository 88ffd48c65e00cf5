import AccessControl
import ArticleStore
import Articles
import HTTPServer
import HTTPTypes

/// Articles after they came in: replacing and changing them, and what they were before.
extension API {
    static let mergePatch = "application/merge-patch+json"
    static let differenceParameters = [
        Parameter("from", "integer(1..)", "The older revision; the one before 'to' unless it is given."),
        Parameter("to", "integer(1..)", "The newer revision; the last one unless it is given."),
    ]

    func putArticle(_ call: Call) throws -> Response {
        try refuseWhenFull()
        let stored = try article(call.id)
        let isAny = try Precondition.isAny(call.request, Self.tags(of: stored), of: "article")
        var input = try ArticleBody.input(call.request)
        input.metadata.source = try Self.source(input.metadata.source, call)
        let outcome = try metrics.revising {
            try ingestor.replace(stored.id, with: input, seen: isAny ? nil : stored.revision)
        }
        return try revised(stored.id, outcome)
    }

    func patchArticle(_ call: Call) throws -> Response {
        try refuseWhenFull()
        let type = (call.request.fields[.contentType] ?? "").lowercased().prefix { $0 != ";" && $0 != " " }
        guard type == Self.mergePatch else { throw Problem.notMergePatch }
        var attempts = 0
        while true {
            let stored = try article(call.id)
            let isAny = try Precondition.isAny(call.request, Self.tags(of: stored), of: "article")
            let patch = try ArticlePatch(json: call.request.body, of: stored.article)
            _ = try Self.source(patch.metadata(of: stored.article).source, call)
            let outcome = try metrics.revising { try ingestor.apply(patch, to: stored) }
            attempts += 1
            // Whoever changes any state changes the one that came in between.
            if outcome == .outdated, isAny, attempts < 5 { continue }
            return try revised(stored.id, outcome)
        }
    }

    private func refuseWhenFull() throws(Problem) {
        guard disk.isFull else { return }
        throw Problem(
            .serviceUnavailable, code: "disk_full", detail: "Too little space is left to store articles.",
            fields: [.retryAfter: "60"])
    }

    /// Those of an article's answers.
    static func tags(of stored: StoredArticle) -> [EntityTag] {
        ["", stored.clusterID ?? ""].map { variant in
            EntityTag(stored.id, revision: stored.revision, variant: variant)
        }
    }

    /// What an article may be said to be from by a key that is only for some sources.
    private static func source(_ given: String?, _ call: Call) throws(Problem) -> String? {
        guard let sources = call.request.key?.grant.sources else { return given }
        let source = given ?? (sources.count == 1 ? sources[0] : nil)
        guard let source, sources.contains(source) else { throw Problem.otherSource }
        return source
    }

    private func revised(_ id: String, _ outcome: RevisionOutcome) throws -> Response {
        switch outcome {
        case .written, .unchanged:
            let stored = try article(id)
            let document = ArticleDocument(stored, created: false)
            let tag = EntityTag(stored.id, revision: stored.revision, variant: stored.clusterID ?? "")
            return json(fields: [.eTag: tag.text]) { ArticleJSON.write(document, to: &$0) }
        case .outdated: throw Precondition.outdated("article")
        case .deleted: throw Problem.deleted("article")
        case .unknown: throw Problem.notFound("article of this id")
        case .duplicate(let other):
            let detail = "The article \(other) has this text and title."
            throw Problem(
                .conflict, code: "conflict", detail: detail,
                items: [Problem.Item(.pointer("/text"), code: "exists", detail: detail)])
        case .externalIDTaken(let other): throw IngestionError.externalIDTaken(id: other)
        }
    }

    // MARK: What was before

    func listRevisions(_ call: Call) throws -> Response {
        let revisions = try found(store.revisions(call.id), "article")
        return try list(call, defaultLimit: Paging.maximumLimit) { paging in
            paging.page(of: revisions, sequence: try store.sequence())
        } item: { revision, writer in
            RevisionJSON.write(revision, of: call.id, to: &writer)
        }
    }

    func getRevision(_ call: Call) throws -> Response {
        let stored = try revision(call, Int(call.path["revision"] ?? ""))
        return call.unlessCached(try tag(of: call)) {
            json { AnnotationJSON.write(ArticleDocument(stored), to: &$0) }
        }
    }

    func revisionText(_ call: Call) throws -> Response {
        let stored = try revision(call, Int(call.path["revision"] ?? ""))
        return call.unlessCached(EntityTag(stored.id, revision: stored.revision, variant: "raw")) {
            Response(
                status: .ok, fields: [.contentType: "text/plain; charset=utf-8"], body: stored.article.text)
        }
    }

    func revisionDifference(_ call: Call) throws -> Response {
        let last = try article(call.id).revision
        let to = try call.query.integer("to", in: 1...Int(Int32.max), default: last)
        let from = try call.query.integer("from", in: 1...Int(Int32.max), default: max(to - 1, 1))
        let (old, new) = (try revision(call, from), try revision(call, to))
        return call.unlessCached(try tag(of: call)) {
            json { RevisionJSON.write(ArticleDocument(old), ArticleDocument(new), to: &$0) }
        }
    }

    private func revision(_ call: Call, _ number: Int?) throws -> StoredArticle {
        guard let number, number > 0 else { throw Problem.notFound("revision of this number") }
        guard let stored = try found(store.article(call.id, revision: number), "article") else {
            throw Problem.notFound("revision of this number")
        }
        // It may have been from another source then.
        if let sources = call.request.key?.grant.sources, !sources.contains(stored.article.sourceName ?? "") {
            throw Problem.notFound("revision of this number")
        }
        return stored
    }
}

extension Problem {
    fileprivate static let notMergePatch: Problem = {
        let detail = "An article is changed by: " + API.mergePatch
        // RFC 5789, 3.1.
        var fields: HTTPFields = [:]
        if let name = HTTPField.Name("Accept-Patch") { fields[name] = API.mergePatch }
        return Problem(
            .unsupportedMediaType, code: "unsupported_media_type", detail: detail,
            items: [Item(.header("Content-Type"), code: "unsupported_media_type", detail: detail)],
            fields: fields)
    }()
}
