import TextAnalysis

/// A word or mark as features see it: what it shares with other words, as hashes.
package struct WordForm: Sendable {
    /// The bytes as they stand in the text.
    var surface: UInt64 = 0
    /// Folded, digits as 0.
    var folded: UInt64 = 0
    /// Without proclitics and the article.
    var stem: UInt64 = 0
    var clitics: UInt64 = 0
    var shape: UInt64 = 0
    /// In each clustering, 0 for none.
    var clusters = SIMD4<UInt16>(repeating: 0)
    /// Too short or without letters: not looked for in the rest of the article.
    var isShort = false

    static let start = WordForm(boundary: 11)
    static let end = WordForm(boundary: 12)

    init() {}

    private init(boundary: UInt64) {
        surface = boundary
        folded = boundary
        stem = boundary
        shape = boundary
        isShort = true
    }
}
