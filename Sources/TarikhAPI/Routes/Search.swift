import AccessControl
import ArticleStore
import HTTPServer
import HTTPTypes
import SearchIndex

/// Full-text search.
extension API {
    static let searchParameters = SearchRequest.parameters + Filter.common + Paging.parameters

    func search(_ call: Call) throws -> Response {
        let request = try SearchRequest(call.query)
        let conditions = try SearchConditions(
            call.query, store: store, sources: call.request.key?.grant.sources)
        let paging = try Paging(call, signer: cursors)
        // A POST is no question of what the client has (RFC 9110, 13.1.2).
        if call.request.method == .post { return try results(request, conditions, paging, call).response }
        var isPartial = false
        var response = try call.unlessCached(try tag(of: call)) {
            let found = try results(request, conditions, paging, call)
            isPartial = found.isPartial
            return found.response
        }
        // What time did not suffice for may be there the next time.
        if isPartial { response.fields[.eTag] = nil }
        return response
    }

    private func results(
        _ request: SearchRequest, _ conditions: SearchConditions, _ paging: Paging, _ call: Call
    ) throws -> (response: Response, isPartial: Bool) {
        let deadline = request.timeout.map { ContinuousClock.now + $0 }
        let snapshot = try snapshot(paging.after)
        let (results, seconds) = try Stopwatch.time {
            let reader = QueryReader(
                store: store, request: request, isCertain: conditions.filter.certain, snapshot: snapshot)
            let kept = paging.after.flatMap { _ in
                snapshots.reading(of: paging.query, sequence: snapshot.sequence)
            }
            let reading = try kept ?? reader.read()
            let found =
                request.collapse == .cluster
                ? try findCollapsed(reading.query, conditions.filter, paging, snapshot, deadline)
                : try find(reading.query, conditions.filter, paging, snapshot, deadline)
            if found.next != nil {
                snapshots.keep(reading, of: paging.query, sequence: snapshot.sequence)
            }
            let facets = try FacetReader(
                store: store, snapshot: snapshot, request: request, deadline: deadline
            ).facets(reading.query, conditions)
            return SearchResults(
                found: found, reading: reading, facets: facets.facets,
                isPartial: found.isPartial || facets.isPartial)
        }
        metrics.searching.observe(seconds)
        let response = try answer(results, request, snapshot, paging, seconds, try names(call))
        return (response, results.isPartial)
    }

    /// Hits with their articles.
    struct Found {
        var hits: [(hit: SearchResult.Hit, article: StoredArticle)]
        var next: PagePosition?
        var total: Int
        var sequence: Int64
        /// Time did not suffice for all.
        var isPartial: Bool
        /// Copies that are left out, by the key of the hit that stands for them; `nil` where none are.
        var others: [Int64: Int]?
        /// There may be more than `total`.
        var isOpen = false
    }

    private func find(
        _ query: Query, _ filter: SearchFilter, _ paging: Paging, _ snapshot: IndexSnapshot,
        _ deadline: ContinuousClock.Instant?
    ) throws -> Found {
        let search = RankedSearch(store: store, snapshot: snapshot, windows: windows)
        var after = paging.after.flatMap(SearchResult.Hit.init)
        while true {
            let result = try search.search(
                query, filter, limit: paging.limit + 1, after: after, deadline: deadline)
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
                sequence: snapshot.sequence, isPartial: result.isPartial)
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
        _ results: SearchResults, _ request: SearchRequest, _ snapshot: IndexSnapshot, _ paging: Paging,
        _ seconds: Double, _ names: NamesJSON?
    ) throws -> Response {
        let found = results.found
        let query = results.reading.query
        let next = found.next.map(paging.cursor)
        let hits = SearchJSON(
            query, highlighting: request.highlighting, unit: request.unit,
            snippetLength: request.snippetLength)
        var fields = ServerTiming.fields("search", seconds)
        fields[.link] = next.map(paging.link)
        return try json(fields: fields) { writer in
            try writer.object { writer in
                try writer.arrayMember("items") { writer in
                    for (hit, article) in found.hits {
                        try hits.write(
                            hit, article, events: try store.eventIDs(ofKey: hit.key),
                            others: found.others.map { $0[hit.key] ?? 0 },
                            explanation: request.isExplained ? snapshot.explain(hit.key, query) : nil,
                            named: { try namings(in: hit.key, results.reading) }, to: &writer)
                    }
                }
                SearchJSON.write(query, to: &writer)
                FacetJSON.write(results.facets, to: &writer)
                PageJSON.write(
                    limit: paging.limit, nextCursor: next, total: found.total,
                    isExact: !found.isPartial && !found.isOpen, sequence: found.sequence, to: &writer)
                writer.member("took_ms", (seconds * 1_000_000).rounded() / 1000)
                writer.member("partial", results.isPartial)
                names?.write(to: &writer)
            }
        }
    }

    /// Where an article names the entities that a query speaks of.
    private func namings(in key: Int64, _ reading: QueryReader.Reading) throws -> [Highlighter.Match] {
        guard !reading.reasons.isEmpty else { return [] }
        return try store.mentionRanges(of: Set(reading.reasons.keys), key: key).map { id, range in
            Highlighter.Match(range: range, term: id, reason: reading.reasons[id])
        }
    }
}

/// What came of a search.
private struct SearchResults {
    var found: API.Found
    var reading: QueryReader.Reading
    var facets: [(SearchFacet, [FacetReader.Value])]
    var isPartial: Bool
}

extension SearchResult.Hit {
    /// The hit as a cursor keeps it, with the snapshot's sequence number.
    func position(sequence: Int64) -> PagePosition {
        PagePosition(text: String(score.bitPattern, radix: 16), number: sequence, row: key)
    }

    fileprivate init?(_ position: PagePosition) {
        guard let bits = position.text.flatMap({ UInt32($0, radix: 16) }) else { return nil }
        self.init(key: position.row, score: Float(bitPattern: bits))
    }
}
