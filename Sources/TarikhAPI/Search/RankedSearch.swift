import ArticleStore
import HTTPServer
import SearchIndex

/// Searches a snapshot of the index, the best documents ranked anew by their texts.
struct RankedSearch {
    let store: ArticleStore
    let snapshot: IndexSnapshot
    let windows: WindowCache

    /// As `IndexSnapshot.search`: the `limit` best documents, those after `after` when it is given.
    ///
    /// - Throws: `cursor_expired` when the order that `after` belongs to is no longer known.
    func search(
        _ query: Query, _ filter: SearchFilter, limit: Int, after: SearchResult.Hit?,
        deadline: ContinuousClock.Instant? = nil
    ) throws -> SearchResult {
        let key = WindowCache.Key(sequence: snapshot.sequence, query: query, filter: filter)
        guard let after else {
            let found = snapshot.search(
                query, filter: filter, limit: max(limit, RankedWindow.size), deadline: deadline)
            let window = try window(found, query)
            // What time did not suffice for is not what another search would find.
            if found.total > 1, !found.isPartial { windows.keep(window, key) }
            var result = found
            result.hits = Array((window.hits + found.hits.dropFirst(window.hits.count)).prefix(limit))
            return result
        }
        guard let window = try kept(key, after),
            let place = window.hits.firstIndex(where: { $0.key == after.key })
        else { return snapshot.search(query, filter: filter, limit: limit, after: after, deadline: deadline) }
        let rest = window.hits[(place + 1)...].prefix(limit)
        if rest.count == limit || window.hits.count < RankedWindow.size {
            return SearchResult(hits: Array(rest), total: window.total)
        }
        var result = snapshot.search(
            query, filter: filter, limit: limit - rest.count, after: window.last, deadline: deadline)
        result.hits = rest + result.hits
        return result
    }

    private func window(_ found: SearchResult, _ query: Query) throws -> RankedWindow {
        var best = found
        best.hits = Array(found.hits.prefix(RankedWindow.size))
        let keys = best.hits.map(\.key)
        let texts = try store.searchTexts(keys: keys, limit: TextRanker.longestText)
        let byKey = Dictionary(zip(keys, texts)) { first, _ in first }
        return RankedWindow(best, TextRanker(query, snapshot)) { byKey[$0] ?? nil }
    }

    /// The window that `after` may stand in; `nil` when it stands behind all that were ranked anew.
    private func kept(_ key: WindowCache.Key, _ after: SearchResult.Hit) throws -> RankedWindow? {
        if let window = windows.window(key) { return window }
        let found = snapshot.search(key.query, filter: key.filter, limit: RankedWindow.size)
        guard found.hits.contains(where: { $0.key == after.key }) else { return nil }
        // As long as nothing has changed, the texts are what they were.
        guard try store.searchSnapshot().sequence == snapshot.sequence else { throw Problem.expiredCursor }
        return try window(found, key.query)
    }
}
