/// What a document must have besides matching the query.
package struct SearchFilter: Sendable, Hashable {
    /// One condition on a keyword field.
    package struct Clause: Sendable, Hashable {
        /// Its place in `IndexSchema.keywordFields`.
        package var field: Int
        /// The document must have one of these, or none of them if `negated`.
        package var values: [String]
        package var negated: Bool

        package init(field: Int, values: [String], negated: Bool = false) {
            self.field = field
            self.values = values
            self.negated = negated
        }
    }

    /// All must hold.
    package var clauses: [Clause]
    /// Days since 1970-01-01: the document must have an interval that meets it, or lies inside it if `certain`.
    package var interval: ClosedRange<Int32>?
    package var certain: Bool

    package init(
        clauses: [Clause] = [], interval: ClosedRange<Int32>? = nil, certain: Bool = false
    ) {
        self.clauses = clauses
        self.interval = interval
        self.certain = certain
    }
}
