/// The index at one moment.
package struct IndexSnapshot: Sendable {
    let state: IndexState

    /// The sequence number it reflects.
    package var sequence: Int64 { state.sequence }
    package var documentCount: Int { state.liveCount }

    /// The keys of all live documents, ascending.
    package func keys() -> [Int64] {
        var keys: [Int64] = []
        keys.reserveCapacity(documentCount)
        for part in state.parts {
            for document in 0..<part.segment.documentCount where !part.deleted.contains(document) {
                keys.append(part.segment.key(of: document))
            }
        }
        return keys.sorted()
    }

    /// The `limit` best documents, those after `after` in the order of `SearchResult.hits` when it is given. After `deadline`
    /// it ends with what was found so far.
    ///
    /// A document's score depends on how many documents have its words; deleted ones count until a merge drops them.
    package func search(
        _ query: Query, filter: SearchFilter = SearchFilter(), limit: Int,
        after: SearchResult.Hit? = nil, deadline: ContinuousClock.Instant? = nil
    ) -> SearchResult {
        let plan = SearchPlan(query, state)
        var top = TopHits(limit: limit, after: after)
        var total = 0
        var isPartial = false
        for part in state.parts.indices {
            if !Deadline(deadline).isOver {
                if let prefix = PrefixSearch(plan, filter: filter, part: part) {
                    total += prefix.run(&top)
                    continue
                }
                if let sparse = SparseSearch(plan, filter: filter, part: part) {
                    total += sparse.run(&top)
                    continue
                }
                if var direct = DirectSearch(plan, filter: filter, part: part) {
                    direct.run(&top, deadline: Deadline(deadline))
                    total += direct.total
                    isPartial = isPartial || direct.isPartial
                    continue
                }
            }
            var search = SegmentSearch(plan, filter: filter, part: part, of: state)
            search.run(&top, deadline: Deadline(deadline))
            total += search.total
            isPartial = isPartial || search.isPartial
        }
        return SearchResult(
            hits: top.hits, total: total, isPartial: isPartial, bonus: Float(plan.bonus) / Scoring.scale)
    }
}
