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
    /// How many documents match in all, exactly.
    package var total: Int

    package init(hits: [Hit], total: Int) {
        self.hits = hits
        self.total = total
    }
}
