import ArticleStore
import Articles
import HTTPServer
import SearchIndex

/// What a search asks for besides its filters.
struct SearchRequest: Sendable {
    static let maximumFacetLimit = 1000
    private static let maximumFacetText = 100
    static let maximumTimeout = 60_000
    static let operators: [QueryParser.Operator] = [.auto, .and, .or]
    static let snippetLengths = 20...2000

    enum Field: String, CaseIterable {
        case title, body
    }

    let text: String
    let options: QueryOptions
    let tolerance: Query.Tolerance
    let reach: NameReach
    let highlighting: SearchJSON.Highlighting
    let unit: OffsetUnit
    let snippetLength: Int
    let facets: [SearchFacet]
    let facetLimit: Int
    /// Only values that contain this are given.
    let facetText: String?
    let isExplained: Bool
    let collapse: Collapse
    /// When the search must end.
    let timeout: Duration?

    init(_ query: QueryParameters) throws {
        guard let text = query["q"] else {
            throw Problem.parameter("q", code: "missing", "'q' is missing.")
        }
        self.text = text
        let fields = Set(try query.choices("in", of: Field.allCases))
        options = QueryOptions(
            operator: try query.choice("op", of: Self.operators, default: .auto),
            matching: try Filter.wordMatching(query),
            fields: fields == [.title] ? .title : fields == [.body] ? .body : .any,
            isStrict: try query.flag("strict"))
        tolerance = try query.choice("typo", of: Query.Tolerance.allCases, default: .auto)
        reach = try Filter.reach(query)
        highlighting = try query.choice(
            "highlight", of: SearchJSON.Highlighting.allCases, default: .offsets)
        unit = try query.choice("offset_unit", of: OffsetUnit.allCases, default: .codepoint)
        snippetLength = try query.integer("snippet_chars", in: Self.snippetLengths, default: 200)
        facets = try query.choices("facets", of: SearchFacet.allCases)
        facetLimit = try query.integer("facet_limit", in: 1...Self.maximumFacetLimit, default: 10)
        facetText = query["facet_q"]
        if let facetText, facetText.utf8.count > Self.maximumFacetText {
            throw Problem.parameter(
                "facet_q", code: "too_long", "'facet_q' has at most \(Self.maximumFacetText) bytes.")
        }
        collapse = try Collapse(query)
        isExplained = try query.flag("explain")
        let milliseconds = try query.integer("timeout_ms", in: 0...Self.maximumTimeout, default: 0)
        timeout = milliseconds > 0 ? .milliseconds(milliseconds) : nil
    }
}
