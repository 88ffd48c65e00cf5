import TextAnalysis

/// In what two different names are alike.
package enum NameSimilarity: Sendable, Hashable {
    /// The same letters, with spaces elsewhere: عبدالفتاح, عبد الفتاح.
    case sameLetters
    /// The same but for articles and the like (`ComparisonKey`).
    case articles
    /// A long word is spelled with one letter more, fewer, or other.
    case oneLetter
    /// Several are, or a long word differs in more.
    case severalLetters
    /// The same sounds in two scripts or languages; `isLong`: there are so many that another name hardly has them too.
    case transliteration(isLong: Bool)

    /// What two names of the same kind with consonants in common (`NameText.blocks`) have in common; `nil` where they only happen
    /// to.
    package static func between(_ one: NameText, _ other: NameText) -> NameSimilarity? {
        guard !one.skeletons.isEmpty, !other.skeletons.isEmpty else { return nil }
        if one.words.joined() == other.words.joined() { return .sameLetters }
        if one.key == other.key { return .articles }
        let strength = min(one.strength, other.strength)
        guard strength >= NameText.leastStrength else { return nil }
        if one.script != other.script || one.isPersian != other.isPersian {
            return Transliteration.isSameName(one.text, other.text)
                ? .transliteration(isLong: strength >= 6) : nil
        }
        return spelling(one, other, strength)
    }

    private static func spelling(
        _ one: NameText, _ other: NameText, _ strength: Int
    ) -> NameSimilarity? {
        let (first, second) = (one.words.map(bare), other.words.map(bare))
        guard first.count == second.count, min(first.joined().count, second.joined().count) >= 9 else {
            return nil
        }
        var edits = 0
        for (left, right) in zip(first, second) where left != right {
            let length = min(left.unicodeScalars.count, right.unicodeScalars.count)
            guard length >= leastLength else { return nil }
            edits += EditDistance.isAtMostOne(left, right) ? 1 : length > leastLength ? 2 : 3
        }
        if edits == 1 { return .oneLetter }
        let isLikely = edits == 2 && strength >= 5 && Transliteration.similarity(one.text, other.text) > 0.7
        return isLikely ? .severalLetters : nil
    }

    /// Shorter words that differ are other names: محمد, محمود.
    private static let leastLength = 5

    private static func bare(_ word: String) -> String {
        word.hasPrefix("ال") && word.unicodeScalars.count > 4 ? String(word.dropFirst(2)) : word
    }
}
