import Articles
import TextAnalysis

extension ArticleLinker {
    /// A name by one that sounds the same in another script, or differs in one letter.
    func soundLink(_ node: Int) -> NameLink? {
        let name = nodes[node]
        var found: [Int] = []
        for skeleton in name.skeletons {
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
        // Cities of other consonants are other cities: الظهران is not طهران.
        guard left.kind != .place || shareSkeleton(left, right) else { return false }
        let differences = zip(leftWords, rightWords).filter { $0 != $1 }
        return differences.count < 3 && differences.allSatisfy { isSpelling($0, of: $1) || areAlike($0, $1) }
    }

    private func shareSkeleton(_ left: NameNode, _ right: NameNode) -> Bool {
        right.skeletons.contains { left.skeletons.contains($0) }
    }

    /// Latin words that sound the same; Arabic ones write their long vowels, so that those must be the same.
    private func areAlike(_ left: String, _ right: String) -> Bool {
        (left.utf8.first ?? 0) < 0x80 && Transliteration.isSameName(left, right)
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
        guard min(left.unicodeScalars.count, right.unicodeScalars.count) > 3,
            EditDistance.isAtMostOne(left, right), !areDifferentNames(left, right)
        else { return false }
        // Letters out of order sound otherwise, but few names are of the same letters.
        return Transliteration.similarity(left, right) >= 0.7
            || left.utf8.count > 8 && left.unicodeScalars.sorted() == right.unicodeScalars.sorted()
    }

    /// Models and years of the same number only.
    private static func digits(_ text: String) -> [Int] {
        text.unicodeScalars.compactMap { scalar in
            switch scalar.value {
            case 0x30...0x39: Int(scalar.value & 15)
            // Nothing else in ASCII, and no Arabic letter, is a number.
            case 0...0x7f, 0x620...0x65f, 0x670...0x6ef: nil
            default: scalar.properties.numericType == nil ? nil : Int(scalar.value & 15)
            }
        }
    }
}
