import ArticleStore
import SearchIndex

/// The filters of a search, each apart, so that a facet can leave out its own.
struct SearchConditions: Sendable {
    private let common: SearchFilter
    private let own: [SearchFacet: [SearchFilter.Clause]]
    private let interval: ClosedRange<Int32>?
    private let isCertain: Bool

    /// - Parameter sources: the only ones that the answer may tell of, also where a facet leaves out what was chosen; `nil` for all.
    init(_ query: QueryParameters, store: ArticleStore, sources: [String]? = nil) throws {
        let criteria = try Filter.criteria(query, store: store)
        func clauses(
            _ field: ArticleStore.KeywordField, _ clauses: [Criteria.Clause]
        ) -> [SearchFilter.Clause] {
            clauses.map {
                SearchFilter.Clause(field: field.rawValue, values: $0.values, negated: $0.negated)
            }
        }
        let places = try Filter.entities(query, store: store, parameter: "place")
        own = [
            .entity: clauses(.entity, try store.indexClauses(criteria.entities)),
            .place: clauses(.entity, try store.indexClauses(places)),
            .source: clauses(.source, criteria.sources), .lang: clauses(.language, criteria.languages),
            .type: clauses(.type, try Filter.kinds(query)),
        ]
        let allowed = sources.map { [Criteria.Clause($0)] } ?? []
        common = SearchFilter(clauses: clauses(.article, criteria.articles) + clauses(.source, allowed))
        interval = SearchFilter.interval(criteria)
        isCertain = criteria.certain
    }

    /// All of them.
    var filter: SearchFilter { filter(without: nil) }

    /// All but those that choose among the values of `facet`: what was not chosen still counts there. Values that were excluded stay
    /// so.
    func filter(without facet: SearchFacet?) -> SearchFilter {
        var filter = common
        for (other, clauses) in own.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
            filter.clauses += other == facet ? clauses.filter(\.negated) : clauses
        }
        if facet != .year, facet != .month {
            filter.interval = interval
            filter.certain = isCertain
        }
        return filter
    }
}
