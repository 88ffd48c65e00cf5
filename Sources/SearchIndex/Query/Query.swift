/// A query as it was understood.
package struct Query: Sendable, Hashable {
    /// As typed.
    package var text: String
    let root: QueryNode
    /// Its words in order, excluded ones too.
    package let terms: [QueryTerm]

    /// The query written out in canonical form, for the answer's `parsed`.
    package var description: String { root.description() }
}
