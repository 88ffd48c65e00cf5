import Articles
import SearchIndex

extension SearchRequest {
    /// Besides filters and paging.
    static let parameters: [Parameter] =
        words + [
            .filter(
                "entity_type", among: Entity.Kind.allCases.map(\.rawValue),
                "Kinds of entities that are named."),
            .filter("place", "Places, by id or by any of their names."),
        ] + shown

    private static let words: [Parameter] = [
        Parameter(
            "q", "string:search-query", isRequired: true,
            "Words, \"phrases\", OR, -not, word*, NEAR/5, title:, entity:, date:1992/1993, parentheses."),
        .choice(
            "op", operators, default: .auto,
            "Whether all words must be there, any of them, or all of them first and then the best of any."),
        .choices("in", Field.allCases, "Where the words may stand."),
        .choices(
            "match", Filter.WordMatch.allCases,
            "What counts as the same word (exact, folded, stem; stem unless said otherwise), and whether a date may lie between 'from' and 'to' or must (possible, certain)."
        ),
        .choice("typo", Query.Tolerance.allCases, default: .auto, "How many letters of a word may be wrong."),
        .flag("strict", "Whether stray punctuation is an error."),
    ]

    private static let shown: [Parameter] = [
        .choice(
            "highlight", SearchJSON.Highlighting.allCases, default: .offsets,
            "Whether what was found is told by places, also as HTML, or not at all."),
        .choice("offset_unit", OffsetUnit.allCases, default: .codepoint, "What spans count."),
        Parameter(
            "snippet_chars", "integer(\(snippetLengths.lowerBound)..\(snippetLengths.upperBound))",
            default: "200", "How long a snippet is."),
        .choices("facets", SearchFacet.allCases, "By what hits are counted."),
        Parameter(
            "facet_limit", "integer(1..\(maximumFacetLimit))", default: "10", "How many values of a facet."),
        Parameter("facet_q", "string:facet-text", "Only values that contain this, of at most 100 bytes."),
        Collapse.parameter,
        .flag("explain", "Whether hits say why they have their score."),
        Parameter(
            "timeout_ms", "integer(0..\(maximumTimeout))", default: "0",
            "Milliseconds after which what is found must do; 0 for no limit."),
    ]
}
