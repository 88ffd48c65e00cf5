/// The best documents of a query.
package struct SearchResult: Sendable, Hashable {
    package struct Hit: Sendable, Hashable {
        /// `IndexDocument.key`.
        package var key: Int64
        package var score: Float

        package init(key: Int64, score: Float) {
            self.key = key
            self.score = score
        }
    }

    /// By score descending, then key ascending.
    package var hits: [Hit]
    /// How many documents match in all, exactly; of those looked at, when `isPartial`.
    package var total: Int
    /// The deadline came before all documents had been looked at.
    package var isPartial: Bool

    package init(hits: [Hit], total: Int, isPartial: Bool = false) {
        self.hits = hits
        self.total = total
        self.isPartial = isPartial
    }
}
