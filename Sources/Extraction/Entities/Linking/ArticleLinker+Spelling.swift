import Articles
import TextAnalysis

extension ArticleLinker {
    /// A name by one that sounds the same in another script, or differs in one letter.
    func soundLink(_ node: Int) -> NameLink? {
        let name = nodes[node]
        var found: [Int] = []
        for skeleton in Transliteration.skeletons(of: name.text) {
            for other in index.nodes(.sound, name.kind, skeleton) where !found.contains(other) {
                if areSame(name, nodes[other]) { found.append(other) }
            }
        }
        if let found = only(found) {
            let isScript = nodes[found].isArabic != name.isArabic
            return link(found, 0.8, isScript ? "transliteration of" : "spelling of", isAlias: true)
        }
        guard found.isEmpty else { return nil }
        let key = name.key.strict
        let near =
            index.nodes(.startLetters, name.kind, Self.startLetters(key))
            + index.nodes(.endLetters, name.kind, Self.endLetters(key))
        let close = near.filter { areSame(name, nodes[$0]) }
        return only(close).map { link($0, 0.7, "spelling of", isAlias: true) }
    }

    /// Words are compared one by one where there are as many; names of people by words that are no two given names.
    private func areSame(_ left: NameNode, _ right: NameNode) -> Bool {
        guard Self.digits(left.text) == Self.digits(right.text) else { return false }
        let (leftWords, rightWords) = (left.key.words, right.key.words)
        if left.isArabic != right.isArabic || left.language != right.language {
            return Transliteration.isSameName(left.text, right.text)
        }
        guard leftWords.count == rightWords.count else { return false }
        var difference: (String, String)?
        for (left, right) in zip(leftWords, rightWords) where left != right {
            guard difference == nil || Transliteration.isSameName(left, right) else { return false }
            guard !areDifferentNames(left, right) else { return false }
            difference = (left, right)
        }
        guard let difference else { return true }
        return isSpelling(difference.0, of: difference.1)
            || !left.isArabic && Transliteration.isSameName(left.text, right.text)
    }

    /// Two names that both are known as such are two, unless they sound the same.
    private func areDifferentNames(_ left: String, _ right: String) -> Bool {
        let names: WordTraits = [.givenName, .familyName]
        return !traits(ofWord: left).isDisjoint(with: names) && !traits(ofWord: right).isDisjoint(with: names)
            && !Transliteration.isSameName(left, right)
    }

    /// One letter more, less or other, which does not change the sound much.
    func isSpelling(_ left: String, of right: String) -> Bool {
        guard left != right else { return true }
        return min(left.unicodeScalars.count, right.unicodeScalars.count) > 3
            && EditDistance.isAtMostOne(left, right) && Transliteration.similarity(left, right) >= 0.7
            && !areDifferentNames(left, right)
    }

    /// Models and years of the same number only.
    private static func digits(_ text: String) -> [Int] {
        text.unicodeScalars.compactMap { $0.properties.numericType == nil ? nil : Int($0.value & 15) }
    }
}
