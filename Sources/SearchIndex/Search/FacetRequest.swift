/// By what the documents that match are counted.
package struct FacetRequest: Sendable, Hashable {
    package enum Values: Sendable, Hashable {
        /// The values of a field, by its place in `IndexSchema.keywordFields`.
        case keywords(field: Int)
        /// The years, or months, of the proleptic Gregorian calendar that the intervals meet. An interval open to one side counts in the
        /// year or month of its other end, one open to both sides in none; only the years -9999 to 9999 are counted.
        case years, months
    }

    package var values: Values
    /// No more values are given, those in the most documents.
    package var limit: Int
    /// Leaves out the filter's clauses on the same field, and for years and months its interval, so that the values that were not chosen
    /// can still be: alternatives within a facet.
    package var ignoresOwnFilter: Bool

    package init(_ values: Values, limit: Int = 10, ignoresOwnFilter: Bool = false) {
        self.values = values
        self.limit = limit
        self.ignoresOwnFilter = ignoresOwnFilter
    }

    /// The filter that holds for it.
    func filter(_ filter: SearchFilter) -> SearchFilter {
        guard ignoresOwnFilter else { return filter }
        var reduced = filter
        switch values {
        case .keywords(let field): reduced.clauses.removeAll { $0.field == field && !$0.negated }
        case .years, .months: reduced.interval = nil
        }
        return reduced
    }
}
