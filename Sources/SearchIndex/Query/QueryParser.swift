/// Reads the query language: words, `"phrases"`, `OR`, `AND`, `-not`, `prefix*`, `a NEAR/5 b`, `title:`, `body:`, parentheses, and
/// conditions on a document's values, `entity:`, `date:`, `source:` and `lang:`.
///
/// `AND` binds closest, then `OR`, then standing side by side: `a b OR c` is `a` and one of `b` and `c`. A word that the analyzer
/// reads as several, such as `semi-final`, is a phrase.
package struct QueryParser: Sendable {
    /// How words without an operator combine.
    package enum Operator: String, Sendable, Hashable, CaseIterable {
        /// Documents with all the words first, then the best of any word, ranked as one list. Inside parentheses the same as `and`.
        case auto
        case and, or
    }

    static let longest = 512
    static let deepest = 8
    static let mostTerms = 32
    /// The greatest distance of `NEAR`.
    static let farthest = 100

    package init() {}

    /// The same as the other with everything but the operator as usual.
    package func parse(_ text: String, operator: Operator = .auto) throws(QueryError) -> Query {
        try parse(text, QueryOptions(operator: `operator`)) { _ in nil }
    }

    /// Never fails on stray punctuation unless the options are strict; what can't be read as an operator is read as a word or left
    /// out. `meaning` says what a condition is, `nil` when its value can't be read: it is words then.
    ///
    /// - Throws: `QueryError` when the query is longer than 512 code points, deeper than 8, has more than 32 terms, or none.
    package func parse(
        _ text: String, _ options: QueryOptions,
        meaning: @escaping (QueryCondition) -> QueryCondition.Meaning?
    ) throws(QueryError) -> Query {
        let scalars = Array(text.unicodeScalars)
        if scalars.count > Self.longest { throw QueryError(.tooLong, offset: Self.longest) }
        var reading = QueryReading(QueryLexer(scalars), options, meaning)
        guard let root = try reading.group(depth: 0, fields: options.fields) else {
            throw QueryError(.empty, offset: 0)
        }
        return Query(text: text, options: options, root: root, terms: reading.terms, runs: reading.runs)
    }
}
