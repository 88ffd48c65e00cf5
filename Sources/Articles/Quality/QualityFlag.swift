/// Something in a text that hints at damage, such as machine translation does.
package struct QualityFlag: Sendable, Hashable {
    package enum Code: String, Sendable, Hashable, CaseIterable {
        /// A sentence says in the future what it says in the past.
        case tenseConflict = "tense_conflict"
        /// A paragraph ends in a word that something must follow.
        case truncatedSentence = "truncated_sentence"
    }

    package var code: Code
    /// UTF-8 bytes of the article's text.
    package var range: Range<Int>
    /// The words that tell of it.
    package var words: [Range<Int>]

    package init(code: Code, range: Range<Int>, words: [Range<Int>]) {
        self.code = code
        self.range = range
        self.words = words
    }
}
