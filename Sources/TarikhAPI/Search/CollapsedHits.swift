import ArticleStore
import HTTPServer
import SearchIndex

/// The hits of a search, of each cluster of copies only the best one.
struct CollapsedHits: Sendable {
    /// Hits that are looked at; what is ranked behind is not listed.
    static let most = 10_000

    private(set) var hits: [SearchResult.Hit] = []
    /// How many others of its cluster were found, by key.
    private(set) var others: [Int64: Int] = [:]

    init(_ all: [SearchResult.Hit], clusters: [Int64: Int64]) {
        var first: [Int64: Int64] = [:]
        for hit in all {
            if let cluster = clusters[hit.key] {
                if let shown = first[cluster] {
                    others[shown, default: 0] += 1
                    continue
                }
                first[cluster] = hit.key
            }
            hits.append(hit)
        }
    }
}

extension API {
    func findCollapsed(
        _ query: Query, _ filter: SearchFilter, _ paging: Paging, _ snapshot: IndexSnapshot,
        _ deadline: ContinuousClock.Instant?
    ) throws -> Found {
        let result = try RankedSearch(store: store, snapshot: snapshot, windows: windows).search(
            query, filter, limit: CollapsedHits.most, after: nil, deadline: deadline)
        let collapsed = try CollapsedHits(
            result.hits, clusters: store.clusters(ofKeys: result.hits.map(\.key)))
        var start = 0
        if let after = paging.after {
            guard let place = collapsed.hits.firstIndex(where: { $0.key == after.row }) else {
                throw Problem.expiredCursor
            }
            start = place + 1
        }
        while true {
            let shown = collapsed.hits[start...].prefix(paging.limit)
            let articles = try store.articles(keys: shown.map(\.key))
            let byKey = Dictionary(articles.map { ($0.key, $0.article) }) { first, _ in first }
            let hits = shown.compactMap { hit in byKey[hit.key].map { (hit, $0) } }
            start += shown.count
            let next = start < collapsed.hits.count ? shown.last : nil
            // All deleted since the snapshot: a page is empty only when nothing follows.
            if hits.isEmpty, next != nil { continue }
            if next != nil { snapshots.keep(snapshot) }
            return Found(
                hits: hits, next: next.map { $0.position(sequence: snapshot.sequence) },
                total: collapsed.hits.count, sequence: snapshot.sequence, isPartial: result.isPartial,
                others: collapsed.others, isOpen: result.total > result.hits.count)
        }
    }
}
