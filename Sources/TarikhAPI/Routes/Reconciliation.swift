import ArticleStore
import HTTPServer
import HTTPTypes

/// Matching names of other tables with entities, as the Reconciliation Service API 0.2 has it
/// (https://www.w3.org/community/reports/reconciliation/CG-FINAL-specs-0.2-20230410/).
extension API {
    private static let form = "application/x-www-form-urlencoded"
    private static let maximumSuggestions = 20
    static let reconciliationParameters = [
        Parameter(
            "queries", "string:reconciliation-queries",
            "An object of JSON: queries by keys of one's own. Without it the manifest is the answer.")
    ]
    static let reconciliationSuggestionParameters = [
        Parameter("prefix", "string:name-query", isRequired: true, "What was typed so far."),
        Parameter("cursor", "integer(0..200)", default: "0", "How many to leave out."),
    ]

    /// The service's manifest, or the answers to `queries`.
    func reconcile(_ call: Call) throws -> Response {
        guard let queries = call.query["queries"] else {
            let addresses = Addresses(call.request, publicURL: configuration.publicURL)
            return call.unlessCached(try tag(of: call)) {
                json { ReconciliationJSON.writeManifest(addresses, to: &$0) }
            }
        }
        return try call.unlessCached(try tag(of: call)) { try answer(ReconciliationBatch(queries)) }
    }

    /// The same with `queries` in a form.
    func reconcileForm(_ call: Call) throws -> Response {
        let type = (call.request.fields[.contentType] ?? "").lowercased().prefix { $0 != ";" && $0 != " " }
        guard type == Self.form else {
            throw Problem(
                .unsupportedMediaType, code: "unsupported_media_type",
                detail: "Queries are sent as \(Self.form).", fields: [.acceptPost: Self.form])
        }
        // Three bytes for each of the text's.
        guard call.request.body.count <= 1 << 20,
            let text = String(validating: call.request.body, as: UTF8.self)
        else {
            throw Problem(
                .contentTooLarge, code: "too_large", detail: "The form has at most 1 MiB, in UTF-8.")
        }
        let form = try QueryParameters(text[...], allowed: ["queries"])
        guard let queries = form["queries"] else {
            throw Problem.parameter("queries", code: "missing", "'queries' is missing.")
        }
        return try answer(ReconciliationBatch(queries))
    }

    private func answer(_ batch: ReconciliationBatch) throws -> Response {
        let reconciler = Reconciler(store: store)
        let answers = try batch.queries.map { ($0.key, try reconciler.candidates($0.query)) }
        return json { writer in
            writer.object { writer in
                for (key, candidates) in answers {
                    writer.key(key)
                    writer.object { writer in
                        writer.arrayMember("result") { writer in
                            for (candidate, isMatch) in candidates {
                                ReconciliationJSON.write(candidate, isMatch: isMatch, to: &writer)
                            }
                        }
                    }
                }
            }
        }
    }

    /// The suggest service for entities; `cursor` says how many to leave out.
    func reconciliationSuggestions(_ call: Call) throws -> Response {
        guard let prefix = try name("prefix", call.query) else {
            throw Problem.parameter("prefix", code: "missing", "'prefix' is missing.")
        }
        let start = try call.query.integer("cursor", in: 0...200, default: 0)
        return try call.unlessCached(try tag(of: call)) {
            let found = try store.suggestions(
                prefix, reach: .alias, kinds: [], limit: start + Self.maximumSuggestions)
            return json { writer in
                writer.object { writer in
                    writer.arrayMember("result") { writer in
                        for suggestion in found.items.dropFirst(start) {
                            ReconciliationJSON.write(suggestion, to: &writer)
                        }
                    }
                }
            }
        }
    }
}
