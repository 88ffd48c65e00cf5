import ArticleStore
import HTTPServer
import HTTPTypes
import SearchIndex

/// Full-text search.
extension API {
    static let searchNames = ["q", "op", "highlight", "offset_unit", "snippet_chars"]

    private enum Highlighting: String, CaseIterable {
        case offsets, none
    }

    func search(_ call: Call) throws -> Response {
        let query = try readQuery(call.query)
        let criteria = try Filter.criteria(call.query, store: store)
        let highlighting = try call.query.choice("highlight", of: Highlighting.allCases, default: .offsets)
        let hits = SearchJSON(
            query, highlights: highlighting == .offsets,
            unit: try call.query.choice("offset_unit", of: OffsetUnit.allCases, default: .codepoint),
            snippetLength: try call.query.integer("snippet_chars", in: 20...2000, default: 200))
        let paging = try Paging(call, signer: cursors)
        return try call.unlessCached(try tag(of: call)) {
            let (page, seconds) = try Stopwatch.time {
                try find(query, SearchFilter(criteria, store: store), paging)
            }
            metrics.searching.observe(seconds)
            return try answer(page, query, hits, paging, seconds, try names(call))
        }
    }

    private func readQuery(_ parameters: QueryParameters) throws(Problem) -> Query {
        let operators: [QueryParser.Operator] = [.auto, .and, .or]
        let combining = try parameters.choice("op", of: operators, default: .auto)
        guard let text = parameters["q"] else {
            throw .parameter("q", code: "missing", "'q' is missing.")
        }
        do {
            return try QueryParser().parse(text, operator: combining)
        } catch {
            let detail =
                "The query can't be searched: " + error.reason.rawValue.replacing("_", with: " ") + "."
            let item = Problem.Item(
                .parameter("q"), code: error.reason.rawValue, detail: detail, offset: error.offset)
            throw Problem(.badRequest, code: "invalid_query", detail: detail, items: [item])
        }
    }

    /// Hits with their articles.
    private struct Found {
        var hits: [(hit: SearchResult.Hit, article: StoredArticle)]
        var next: PagePosition?
        var total: Int
        var sequence: Int64
    }

    private func find(_ query: Query, _ filter: SearchFilter, _ paging: Paging) throws -> Found {
        let snapshot = try snapshot(paging.after)
        let search = RankedSearch(store: store, snapshot: snapshot, windows: windows)
        var after = paging.after.flatMap(SearchResult.Hit.init)
        while true {
            let result = try search.search(query, filter, limit: paging.limit + 1, after: after)
            let shown = result.hits.prefix(paging.limit)
            let articles = try store.articles(keys: shown.map(\.key))
            let byKey = Dictionary(articles.map { ($0.key, $0.article) }) { first, _ in first }
            let hits = shown.compactMap { hit in byKey[hit.key].map { (hit, $0) } }
            let next = result.hits.count > paging.limit ? shown.last : nil
            // All deleted since the snapshot: a page is empty only when nothing follows.
            if hits.isEmpty, let next {
                after = next
                continue
            }
            if next != nil { snapshots.keep(snapshot) }
            return Found(
                hits: hits, next: next.map { $0.position(sequence: snapshot.sequence) }, total: result.total,
                sequence: snapshot.sequence)
        }
    }

    /// The state that a cursor's first page showed, or what is searchable now.
    private func snapshot(_ after: PagePosition?) throws -> IndexSnapshot {
        let current = try store.searchSnapshot()
        guard let after else { return current }
        guard let sequence = after.number else { throw Problem.invalidCursor }
        if sequence == current.sequence { return current }
        guard let kept = snapshots.snapshot(sequence) else { throw Problem.expiredCursor }
        return kept
    }

    private func answer(
        _ found: Found, _ query: Query, _ hits: SearchJSON, _ paging: Paging, _ seconds: Double,
        _ names: NamesJSON?
    ) throws -> Response {
        let next = found.next.map(paging.cursor)
        var fields = ServerTiming.fields("search", seconds)
        fields[.link] = next.map(paging.link)
        return try json(fields: fields) { writer in
            try writer.object { writer in
                try writer.arrayMember("items") { writer in
                    for (hit, article) in found.hits {
                        hits.write(hit, article, events: try store.eventIDs(ofKey: hit.key), to: &writer)
                    }
                }
                SearchJSON.write(query, to: &writer)
                writer.objectMember("facets") { _ in }
                PageJSON.write(
                    limit: paging.limit, nextCursor: next, total: found.total, sequence: found.sequence,
                    to: &writer)
                writer.member("took_ms", (seconds * 1_000_000).rounded() / 1000)
                writer.member("partial", false)
                names?.write(to: &writer)
            }
        }
    }
}

extension SearchResult.Hit {
    /// The hit as a cursor keeps it, with the snapshot's sequence number.
    fileprivate func position(sequence: Int64) -> PagePosition {
        PagePosition(text: String(score.bitPattern, radix: 16), number: sequence, row: key)
    }

    fileprivate init?(_ position: PagePosition) {
        guard let bits = position.text.flatMap({ UInt32($0, radix: 16) }) else { return nil }
        self.init(key: position.row, score: Float(bitPattern: bits))
    }
}
