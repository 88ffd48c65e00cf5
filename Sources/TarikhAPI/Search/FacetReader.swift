import ArticleStore
import Articles
import SearchIndex
import TextAnalysis

/// Counts the hits of a search by their values.
struct FacetReader {
    /// A value of a facet with how many hits have it.
    struct Value: Sendable {
        var text: String
        var count: Int
        /// Of an entity.
        var label: ArticleStore.LabelledValue?
    }

    /// More values than any field has.
    private static let everything = 1 << 24
    private static let batch = 256

    let store: ArticleStore
    let snapshot: IndexSnapshot
    let request: SearchRequest
    let deadline: ContinuousClock.Instant?

    /// In the order of the request; whether some are of a part of the hits only.
    func facets(
        _ query: Query, _ conditions: SearchConditions
    ) throws -> (facets: [(SearchFacet, [Value])], isPartial: Bool) {
        var counted: [SearchFacet: Facet] = [:]
        // Facets with the same filter are counted in one go.
        for (filter, facets) in Dictionary(grouping: request.facets, by: conditions.filter(without:)) {
            let requests = facets.map { FacetRequest($0.values, limit: limit(of: $0)) }
            let found = snapshot.facets(query, filter: filter, requests, deadline: deadline)
            for (facet, counts) in zip(facets, found) { counted[facet] = counts }
        }
        var seen: Set<SearchFacet> = []
        let facets = try request.facets.filter { seen.insert($0).inserted }.map { facet in
            (facet, try values(facet, counted[facet]?.counts ?? []))
        }
        return (facets, counted.values.contains(where: \.isPartial))
    }

    /// What is looked for among the values is not among the first of them.
    private func limit(of facet: SearchFacet) -> Int {
        facet == .place || request.facetText != nil ? Self.everything : request.facetLimit
    }

    private func values(_ facet: SearchFacet, _ counts: [Facet.Count]) throws -> [Value] {
        if facet.isOfEntities { return try entities(facet, counts) }
        let sought = LetterFolding.fold(request.facetText ?? "")
        let found = counts.filter { sought.isEmpty || LetterFolding.fold($0.value).contains(sought) }
        return found.prefix(request.facetLimit).map { Value(text: $0.value, count: $0.count) }
    }

    private func entities(_ facet: SearchFacet, _ counts: [Facet.Count]) throws -> [Value] {
        let named = try request.facetText.map(store.indexValues(ofEntitiesNamed:))
        let sought = named.map { named in counts.filter { named.contains($0.value) } } ?? counts
        var values: [Value] = []
        var start = 0
        while values.count < request.facetLimit, start < sought.count {
            let end = min(start + Self.batch, sought.count)
            let labels = try store.labels(ofIndexValues: sought[start..<end].map(\.value))
            for count in sought[start..<end] where values.count < request.facetLimit {
                guard let label = labels[count.value], facet == .entity || label.kind == .place else {
                    continue
                }
                values.append(Value(text: label.id, count: count.count, label: label))
            }
            start = end
        }
        return values
    }
}
