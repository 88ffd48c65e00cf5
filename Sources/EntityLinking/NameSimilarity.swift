/// In what two different names are alike.
package enum NameSimilarity: Sendable, Hashable {
    /// The same letters, with spaces elsewhere: عبدالفتاح, عبد الفتاح.
    case sameLetters
    /// The same but for articles at the start of words.
    case articles
    /// One long word is spelled with one letter more, fewer, or other.
    case oneLetter
    /// Two such differences in long names.
    case twoLetters
    /// The same consonants in two scripts or languages; `isLong`: six or more of them.
    case transliteration(isLong: Bool)

    /// What two names of the same kind and consonants (`NameText.block`) have in common; `nil` where they only happen to.
    package static func between(_ one: NameText, _ other: NameText) -> NameSimilarity? {
        guard !one.skeleton.isEmpty, one.skeleton == other.skeleton else { return nil }
        if one.letters == other.letters { return .sameLetters }
        let strength = min(one.strength, other.strength)
        guard strength >= NameText.leastStrength else { return nil }
        let isAcross = one.script != other.script
        if isAcross || one.isPersian != other.isPersian {
            if isAcross || one.words.count == other.words.count {
                return .transliteration(isLong: strength >= 6)
            }
        }
        return one.script == .latin ? latin(one, other) : spelling(one, other)
    }

    private static func spelling(_ one: NameText, _ other: NameText) -> NameSimilarity? {
        let (first, second) = (bare(one.words), bare(other.words))
        if one.words.count > 1, first == second { return .articles }
        guard first.count == second.count, first.joined().count >= 9 else { return nil }
        return byDistance(first, second, least: 5)
    }

    /// Transcriptions of one name differ in more vowels than spellings of one language.
    private static func latin(_ one: NameText, _ other: NameText) -> NameSimilarity? {
        let (first, second) = (bareLatin(one.words), bareLatin(other.words))
        if first == second { return .articles }
        guard first.count == second.count, one.strength >= 5 else { return nil }
        return byDistance(first, second, least: 4)
    }

    private static func byDistance(
        _ first: [[UInt32]], _ second: [[UInt32]], least: Int
    ) -> NameSimilarity? {
        var distance = 0
        for (left, right) in zip(first, second) where left != right {
            guard min(left.count, right.count) >= least else { return nil }
            distance += EditDistance.between(left, right, limit: 2)
        }
        switch distance {
        case 1: return .oneLetter
        case 2 where first.joined().count >= 11: return .twoLetters
        default: return nil
        }
    }

    private static func bare(_ words: [[UInt32]]) -> [[UInt32]] {
        words.map { $0.count > 4 && $0.starts(with: [0x627, 0x644]) ? Array($0.dropFirst(2)) : $0 }
    }

    private static func bareLatin(_ words: [[UInt32]]) -> [[UInt32]] {
        let articles = ["al", "el", "ul"].map { $0.unicodeScalars.map(\.value) }
        return words.filter { !articles.contains($0) }
    }
}
