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
    /// 0 for a word that is in no list.
    var frequency: UInt8 = 0
    /// Readings of the word that a name of the lists begins with, and the words of the longest such name; at most two.
    var phraseStart: UInt64 = 0
    var otherStart: UInt64 = 0
    var reach: UInt8 = 0
    var otherReach: UInt8 = 0
    /// How the sentence is spelt, as far as it can be told: in Arabic 1 with and 2 without hamza on alef, in Persian 1 with and
    /// 2 without joiners inside words. Texts that are spelt alike often follow like rules of what a name is.
    var style: UInt8 = 0
    /// Begins with a capital letter.
    var isCapital = false
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
