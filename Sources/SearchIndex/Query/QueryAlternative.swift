import TextAnalysis

/// Something that is looked for besides what was typed.
package struct QueryAlternative: Sendable, Hashable {
    package enum Meaning: Sendable, Hashable {
        /// A word or a phrase.
        case text(String)
        /// Documents by their values, as the canonical form says it.
        case filter(SearchFilter, written: String)
    }

    package var meaning: Meaning
    /// Why it is looked for, as `alias:Azerbaijan`; what a match says of itself.
    package var reason: String
    /// 0 to 1: what it counts compared with what was typed.
    package var weight: Float
    /// Stands for a word that was mistyped.
    package var isCorrection: Bool

    package init(_ meaning: Meaning, reason: String, weight: Float = 1, isCorrection: Bool = false) {
        self.meaning = meaning
        self.reason = reason
        self.weight = weight
        self.isCorrection = isCorrection
    }
}
