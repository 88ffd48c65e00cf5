/// Why a document has its score.
package struct Explanation: Sendable, Hashable {
    package struct Term: Sendable, Hashable {
        package enum Kind: String, Sendable, Hashable, CaseIterable {
            /// The word by its stem.
            case stem
            /// The word exactly as in the query, after folding.
            case surface
            /// Several words in their arrangement, or a word in certain fields.
            case words
            case prefix
        }

        package var kind: Kind
        /// Folded.
        package var text: String
        /// How often in the document, by text field; empty where it is not known.
        package var frequencies: [Int]
        /// In how many documents the term is, or the alternatives together.
        package var documentCount: Int
        /// The inverse document frequency by which it is weighed, times what it counts as an alternative.
        package var idf: Float
        package var score: Float
        /// False for an alternative when another one gives more.
        package var isCounted: Bool
    }

    package var terms: [Term]
    /// What a document with all the words of an automatic query gets on top.
    package var bonus: Float
    /// That of the hit.
    package var score: Float
}
