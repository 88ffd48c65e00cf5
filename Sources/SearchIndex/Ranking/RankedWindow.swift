/// A query's best documents in the order of `TextRanker`; all others follow in that of the index.
package struct RankedWindow: Sendable {
    /// So many are ranked anew.
    package static let size = 50

    /// Best first; their scores are those of the index and of the text together.
    package let hits: [SearchResult.Hit]
    /// The last of them in the order of the index, after which the others come.
    package let last: SearchResult.Hit?
    /// All documents that match.
    package let total: Int

    /// - Parameters:
    ///   - result: the best documents, at most `size`.
    ///   - text: the text of a document; one that is `nil` gets nothing for it.
    package init<Failure: Error>(
        _ result: SearchResult, _ ranker: TextRanker?, text: (Int64) throws(Failure) -> [UInt8]?
    ) throws(Failure) {
        last = result.hits.last
        total = result.total
        guard var ranker, result.hits.count > 1 else {
            hits = result.hits
            return
        }
        var ranked: [SearchResult.Hit] = []
        for hit in result.hits {
            var hit = hit
            hit.textScore = try text(hit.key).map { ranker.score(of: $0) } ?? 0
            // Documents with all the words stay before the others.
            if result.bonus > 0, hit.score >= result.bonus { hit.textScore += ranker.maximum }
            hit.score += hit.textScore
            ranked.append(hit)
        }
        hits = ranked.sorted { $0.score != $1.score ? $0.score > $1.score : $0.key < $1.key }
    }
}
