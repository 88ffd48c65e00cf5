/// A word of a query.
package struct QueryTerm: Sendable, Hashable {
    /// Where a word may stand.
    package enum Fields: Sendable, Hashable {
        case any
        /// The first of `IndexSchema.textFields`.
        case title
        /// All others.
        case body

        func contains(_ field: Int) -> Bool {
            switch self {
            case .any: true
            case .title: field == 0
            case .body: field > 0
            }
        }
    }

    /// As typed.
    package var word: String
    /// The folded word.
    package var folded: String
    /// Its stem in the language that is likeliest for its script.
    package var stem: String
    /// The stems by which documents of any language have it, as UTF-8, `stem` first.
    package var stems: [[UInt8]]
    var surface: [UInt8]
    /// The only folded words that count as it; `nil` for all those of its stems.
    var forms: [[UInt8]]?
    var fields = Fields.any
    /// Its place in `Query.terms`; -1 for a word that was not typed.
    package var number = -1
}
