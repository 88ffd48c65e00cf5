/// What names are compared by, within an article and across articles.
///
/// Equal `strict` keys are spellings of one name: same letters after folding, with or without the article, with one space
/// or none inside compounds. Whether they name the same thing is for the caller to decide: by kind and by neighbours.
package struct ComparisonKey: Sendable, Hashable {
    /// The normalised words: folded, without the article ال or al- where three letters are left, without possessive 's,
    /// with initials in a row as one word and compounds such as عبد الله as one, without Ltd, Inc and the like at the end.
    package let words: [String]

    /// `words` as one string; empty for a name without words.
    package var strict: String { words.joined() }

    /// Reads at most the first 24 words of `name`.
    package init(_ name: String) { self.init(NameWord.words(of: name)) }

    init(_ name: [NameWord]) {
        var words: [String] = []
        var initials = ""
        for word in name {
            if word.isInitial {
                initials += word.text
                continue
            }
            if !initials.isEmpty { words.append(initials) }
            initials = ""
            words.append(Self.normalised(word))
        }
        if !initials.isEmpty { words.append(initials) }
        self.words = Self.compounds(Self.withoutFrame(words))
    }

    /// عبد, أبو and what الله and الدين end are one word with their neighbour.
    private static func compounds(_ words: [String]) -> [String] {
        var compounds: [String] = []
        var isOpen = false
        for word in words {
            let isEnd = word.utf8.count <= 8 && (word == "الله" || word == "دين")
            if let last = compounds.last, isOpen || isEnd {
                compounds[compounds.count - 1] = last + word
            } else {
                compounds.append(word)
            }
            isOpen =
                word.utf8.count <= 6 && (word == "عبد" || word == "ابو" || word == "abd" || word == "abu")
        }
        return compounds
    }

    /// Words that say nothing about who is named.
    private static let latinArticles: Set<String> = ["al", "el", "ul", "the", "as", "ad", "ar", "az"]
    private static let legalForms: Set<String> = [
        "ltd", "inc", "corp", "llc", "plc", "co", "gmbh", "ag", "sa", "limited", "incorporated",
        "corporation",
    ]

    private static func withoutFrame(_ words: [String]) -> [String] {
        var kept: [String] = []
        for (index, word) in words.enumerated() {
            let isFollowed = index + 1 < words.count && words[index + 1].utf8.count > 2
            // As, Ad, Ar and Az are the article before a sun letter only: as-Sisi.
            let isArticle =
                word.utf8.count < 4 && isFollowed && latinArticles.contains(word)
                && (word.utf8.last == UInt8(ascii: "l") || word == "the"
                    || word.utf8.last == words[index + 1].utf8.first)
            if !isArticle { kept.append(word) }
        }
        while kept.count > 1, let last = kept.last, legalForms.contains(last) { kept.removeLast() }
        return kept
    }

    private static func normalised(_ word: NameWord) -> String {
        // Comparing texts costs more than asking for their length first.
        if word.text.utf8.count <= 6 {
            switch word.text {
            case "ابن": return "بن"
            // The cases of the kunya; آبی (blue) has a madda.
            case "ابي" where !word.hasMadda, "ابا" where !word.hasMadda: return "ابو"
            case "abdel", "abdul", "abdal", "abdol", "abdoul": return "abd"
            default: return word.text
            }
        }
        guard (word.text.utf8.first ?? 0) > 0x7f else { return word.text }
        var letters = Array(word.text.utf8)
        if word.hasArticle { letters.removeFirst(4) }
        // عبدالرحمن is عبد الرحمن, whose second word has lost its article; so with أبو and الدين.
        for head in heads where letters.starts(with: head) && letters.count > head.count + 4 {
            letters.removeSubrange(head.count - 4..<head.count)
        }
        if letters.count > faith.count, letters.suffix(faith.count).elementsEqual(faith) {
            letters.removeSubrange(letters.count - faith.count..<letters.count - faith.count + 4)
        }
        return String(decoding: letters, as: UTF8.self)
    }

    private static let heads = ["عبدال", "ابوال"].map { Array($0.utf8) }
    private static let faith = Array("الدين".utf8)
}
