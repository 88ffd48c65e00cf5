/// A word, number or mark of a text as the rules of time see it. Words that no lexicon holds are one token together: a gap.
struct TimeToken: Sendable {
    enum Kind: UInt8, Sendable {
        /// Words that the lexicon does not hold.
        case gap
        /// A word or phrase of the lexicon.
        case word
        /// A mark of punctuation.
        case mark
        /// A number in digits.
        case number
        /// A number with a fraction or with marks between thousands.
        case decimal
        /// A cardinal number in words.
        case spelled
        /// An ordinal number, in words or as 19th.
        case ordinal
    }

    /// What a gap or mark tells, and how a token stands to the one before it.
    struct Flags: OptionSet, Sendable {
        let rawValue: UInt8
        /// White space stands before it.
        static let spaced = Flags(rawValue: 1)
        /// A gap that starts with the proclitic و.
        static let startsWithAnd = Flags(rawValue: 2)
        /// A gap with a verb in the future tense.
        static let future = Flags(rawValue: 4)
        /// It starts with a Latin capital; a gap ends with a capitalised word.
        static let capital = Flags(rawValue: 8)
        /// A gap that starts with the article ال.
        static let startsWithArticle = Flags(rawValue: 16)
        /// A gap that starts with a word that may be an accusative, as what is counted is: «مسافرا».
        static let startsWithAccusative = Flags(rawValue: 32)
    }

    /// UTF-8 bytes of the article's text.
    var start: Int32
    var end: Int32
    var kind: Kind
    var flags: Flags = []
    /// The lexicon's number of a word or mark; 0 for none.
    var word: UInt16 = 0
    /// How many digits, or how many words a gap has; at most 255.
    var count: UInt8 = 0
    /// The value of a number; -1 where it is too long to matter.
    var number: Int32 = 0

    var range: Range<Int> { Int(start)..<Int(end) }
    var value: Int { Int(number) }
    var isGlued: Bool { !flags.contains(.spaced) }
}
