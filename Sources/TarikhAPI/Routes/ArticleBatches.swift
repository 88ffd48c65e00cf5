import AccessControl
import HTTPServer
import HTTPTypes

/// Many articles in one request, and what came of each: a line of JSON each.
extension API {
    /// The media types of lines of JSON.
    static let lineTypes = ["application/x-ndjson", "application/ndjson", "application/jsonl"]
    static let batchParameters: [Parameter] = [.flag("atomic", "All articles or none.")]

    /// NDJSON, or a document of many articles; with `atomic=true` all or none.
    func postBatch(_ call: Call) throws -> Response {
        try checkSpace()
        let isAtomic = try call.query.flag("atomic")
        let type = ContentType(call.request)
        guard Self.lineTypes.contains(type.name) else {
            switch try ArticleBody.document(call.request) {
            case .article(let input):
                return try answer(call, [BatchLine(item: 1, input: .success(input))], isAtomic)
            case .articles(let inputs): return try answer(call, Self.lines(inputs), isAtomic)
            }
        }
        let charset = try type.declaredCharset()
        let text =
            charset == nil
            ? call.request.body
            : try ReceivedText(call.request.body, declared: charset, isMarkup: false).bytes
        return try answer(call, BatchLines(text), isAtomic)
    }

    /// The articles of one document.
    func answer(_ call: Call, _ inputs: [Result<ArticleInput, IngestionError>]) throws -> Response {
        try answer(call, Self.lines(inputs), false)
    }

    private static func lines(_ inputs: [Result<ArticleInput, IngestionError>]) -> [BatchLine] {
        inputs.enumerated().map { BatchLine(item: $0 + 1, input: $1) }
    }

    private func answer(_ call: Call, _ lines: some Sequence<BatchLine>, _ isAtomic: Bool) throws -> Response
    {
        let sources = call.request.key?.grant.sources
        var batch = ArticleBatch(ingestor: ingestor, metrics: metrics) { input throws(Problem) in
            try Self.admitted(input, of: sources)
        }
        var status = HTTPResponse.Status.ok
        if isAtomic {
            let all = Array(lines.prefix(ArticleBatch.maximumAtomic + 1))
            guard all.count <= ArticleBatch.maximumAtomic else {
                throw Problem(
                    .contentTooLarge, code: "too_large",
                    detail: "At most \(ArticleBatch.maximumAtomic) articles are taken all or none.")
            }
            status = try batch.takeAll(all) ? .created : .unprocessableContent
        } else {
            batch.take(lines)
        }
        return Response(
            status: status, fields: [.contentType: "application/x-ndjson"], body: batch.answer)
    }
}
