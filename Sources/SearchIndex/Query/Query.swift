/// A query as it was understood.
package struct Query: Sendable, Hashable {
    /// As typed.
    package var text: String
    package let options: QueryOptions
    var root: QueryNode
    /// Its words in order, excluded ones too.
    package let terms: [QueryTerm]
    /// Numbers of terms that stand side by side as single words, and so may be one name together.
    package let runs: [Range<Int>]
    /// What else is looked for in the place of the term of a number, folded.
    package var aliases: [Int: [String]] = [:]
    /// The query with words that are found in the place of those that are not; `nil` when nothing was corrected.
    package var corrected: String?

    init(
        text: String, options: QueryOptions = QueryOptions(), root: QueryNode, terms: [QueryTerm],
        runs: [Range<Int>] = []
    ) {
        self.text = text
        self.options = options
        self.root = root
        self.terms = terms
        self.runs = runs
    }

    /// The query written out in canonical form, for the answer's `parsed`.
    package var description: String { root.description() }
}
