import ArticleStore
import SearchIndex

/// By what hits can be counted.
enum SearchFacet: String, Sendable, CaseIterable {
    case entity, type, source, lang, year, month, place

    var values: FacetRequest.Values {
        switch self {
        case .entity, .place: .keywords(field: ArticleStore.KeywordField.entity.rawValue)
        case .type: .keywords(field: ArticleStore.KeywordField.type.rawValue)
        case .source: .keywords(field: ArticleStore.KeywordField.source.rawValue)
        case .lang: .keywords(field: ArticleStore.KeywordField.language.rawValue)
        case .year: .years
        case .month: .months
        }
    }

    /// Whether its values are entities, which have labels.
    var isOfEntities: Bool { self == .entity || self == .place }
}
