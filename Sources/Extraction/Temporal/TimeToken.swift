/// A word or number of a text as the rules of time see it.
struct TimeToken: Sendable {
    /// What stands between a token and the one before it.
    enum Gap: Sendable {
        case none, space, hyphen, slash, comma, colon, parenthesis, sentence, other
    }

    /// UTF-8 bytes of the article's text, without proclitics that were found.
    var range: Range<Int>
    /// The word as folded, without proclitics that were found; empty for a word that is not in the lexicon.
    var folded: String
    var word: TimeWord?
    /// The value of a token of digits only.
    var number: Int?
    /// How many digits.
    var digits = 0
    var gap: Gap
    /// It starts with a Latin capital.
    var isCapitalised = false
    /// The proclitic و was taken off.
    var hasAnd = false
    /// A preposition written together with the word (ب ل ك ف) was taken off.
    var hasPreposition = false

    func `is`(_ timeClass: TimeClass) -> Bool { word?.is(timeClass) ?? false }
    func value(_ timeClass: TimeClass) -> Int? { word?.value(timeClass) }
    /// The unit, singular or plural.
    var unit: TimeUnit? { (value(.unit) ?? value(.units)).flatMap(TimeUnit.init) }
    var era: Era? { value(.era).flatMap(Era.init) }

    /// Joined to the token before it by nothing more than a space.
    var follows: Bool { gap == .space || gap == .none }
}
