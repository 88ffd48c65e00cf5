/// The index at one moment.
package struct IndexSnapshot: Sendable {
    /// The sequence number it reflects.
    package var sequence: Int64 { 0 }
    package var documentCount: Int { 0 }

    /// The keys of all live documents, ascending.
    package func keys() -> [Int64] { [] }

    /// The `limit` best documents, those after `after` in the order of `SearchResult.hits` when it is given.
    package func search(
        _ query: Query, filter: SearchFilter = SearchFilter(), limit: Int,
        after: SearchResult.Hit? = nil
    ) -> SearchResult {
        SearchResult(hits: [], total: 0)
    }
}
