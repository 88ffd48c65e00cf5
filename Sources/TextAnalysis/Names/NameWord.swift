/// A word of a name: folded, with what folding would hide.
struct NameWord {
    /// More words than any name has.
    static let limit = 24

    /// Folded, without apostrophes and possessive 's.
    var text: String
    /// A single Latin letter.
    var isInitial: Bool
    /// Begins with آ.
    var hasMadda: Bool
    /// Begins with ال of which the alef is bare, so that إلبيت has none, and three more letters.
    var hasArticle: Bool

    /// The first words of `name`.
    static func words(of name: String) -> [NameWord] {
        let bytes = Array(name.utf8)
        return Tokenizer().wordRanges(in: bytes).prefix(limit).compactMap { NameWord(bytes, $0) }
    }

    private init?(_ bytes: [UInt8], _ range: Range<Int>) {
        var folded: [UInt8] = []
        LetterFolding.fold(bytes, range, into: &folded)
        guard let first = folded.first else { return nil }
        if !(0xd8...0xdb).contains(first) { folded = Self.withoutApostrophes(folded) }
        text = String(decoding: folded, as: UTF8.self)
        guard !text.isEmpty else { return nil }
        isInitial = folded.count == 1 && first &- 0x61 < 26
        let start = bytes[range.lowerBound...].prefix(2)
        hasMadda = start.elementsEqual([0xd8, 0xa2])
        hasArticle =
            start.elementsEqual([0xd8, 0xa7]) && folded.count >= 10
            && folded.starts(with: [0xd8, 0xa7, 0xd9, 0x84])
    }

    private static func withoutApostrophes(_ folded: [UInt8]) -> [UInt8] {
        var letters: [UInt8] = []
        var pieceStart = 0
        var index = 0
        while index < folded.count {
            // ' and U+2018, U+2019, and U+02BB…U+02BF for ayn and hamza.
            let isQuote =
                folded[index] == 0xe2 && index + 2 < folded.count && folded[index + 1] == 0x80
                && (folded[index + 2] == 0x98 || folded[index + 2] == 0x99)
            let isModifier =
                folded[index] == 0xca && index + 1 < folded.count && (0xbb...0xbf).contains(folded[index + 1])
            if folded[index] == 0x27 || isQuote || isModifier {
                index += isQuote ? 3 : isModifier ? 2 : 1
                pieceStart = letters.count
            } else {
                letters.append(folded[index])
                index += 1
            }
        }
        let isPossessive = pieceStart > 0 && letters.count == pieceStart + 1 && letters.last == 0x73
        return isPossessive ? letters.dropLast() : letters
    }
}
