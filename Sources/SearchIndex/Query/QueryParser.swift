/// Reads the query language: words, `"phrases"`, `OR`, `-not`, `prefix*`, parentheses.
///
/// `OR` binds closer than standing side by side: `a b OR c` is `a` and one of `b` and `c`. A word that the analyzer reads as
/// several, such as `semi-final`, is a phrase.
package struct QueryParser: Sendable {
    /// How words without an operator combine.
    package enum Operator: String, Sendable, Hashable {
        /// Documents with all the words first, then the best of any word, ranked as one list. Inside parentheses the same as `and`.
        case auto
        case and, or
    }

    static let longest = 512
    static let deepest = 8
    static let mostTerms = 32

    package init() {}

    /// Never fails on stray punctuation; what can't be read as an operator is read as a word or left out.
    ///
    /// - Throws: `QueryError` when the query is longer than 512 code points, deeper than 8, has more than 32 terms, or none.
    package func parse(_ text: String, operator: Operator = .auto) throws(QueryError) -> Query {
        let scalars = Array(text.unicodeScalars)
        if scalars.count > Self.longest { throw QueryError(.tooLong, offset: Self.longest) }
        var reading = QueryReading(QueryLexer(scalars), operator: `operator`)
        guard let root = try reading.group(depth: 0) else { throw QueryError(.empty, offset: 0) }
        return Query(text: text, root: root, terms: reading.terms)
    }
}
