/// The best documents of a query.
package struct SearchResult: Sendable, Hashable {
    package struct Hit: Sendable, Hashable {
        /// `IndexDocument.key`.
        package var key: Int64
        package var score: Float
        /// The part of the score that the text gave it; with all the words of an automatic query, more than any text without them.
        package var textScore: Float

        package init(key: Int64, score: Float, textScore: Float = 0) {
            self.key = key
            self.score = score
            self.textScore = textScore
        }
    }

    /// By score descending, then key ascending.
    package var hits: [Hit]
    /// How many documents match in all, exactly; of those looked at, when `isPartial`.
    package var total: Int
    /// The deadline came before all documents had been looked at.
    package var isPartial: Bool
    /// What documents with all the words of an automatic query have at least; 0 when they get nothing for that.
    package var bonus: Float

    package init(hits: [Hit], total: Int, isPartial: Bool = false, bonus: Float = 0) {
        self.hits = hits
        self.total = total
        self.isPartial = isPartial
        self.bonus = bonus
    }
}
