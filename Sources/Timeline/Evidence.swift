/// What two events of different articles have in common.
struct Evidence {
    /// Names in both.
    let names: Int
    /// Of these the persons, organisations and places narrower than a country.
    let specificNames: Int
    let persons: Int
    let bothNamed: Bool
    let sameNames: Bool
    /// Words of both titles, and their share of the shorter title.
    let titleWords: Int
    let titleShare: Double
    /// The share of the shorter sentence's words that both have.
    let sentenceShare: Double
    let isCopy: Bool
    let sameLanguage: Bool
    let placesDiffer: Bool

    init(_ one: ArticleEvent, _ other: ArticleEvent) {
        let shared = one.names.filter { name in other.names.contains { $0.key == name.key } }
        names = shared.count
        specificNames = shared.count { $0.kind != .country }
        persons = shared.count { $0.kind == .person }
        bothNamed = !one.names.isEmpty && !other.names.isEmpty
        sameNames = shared.count == one.names.count && shared.count == other.names.count
        titleWords = ContentWords.common(one.titleWords, other.titleWords)
        titleShare = Self.share(titleWords, one.titleWords.count, other.titleWords.count)
        sentenceShare = Self.share(
            ContentWords.common(one.words, other.words), one.words.count, other.words.count)
        sameLanguage = one.titleLanguage == other.titleLanguage
        isCopy = sameLanguage && one.copy.isCopy(of: other.copy) && titleShare >= 0.5
        if let left = one.place, let right = other.place, left != right {
            placesDiffer = true
        } else {
            placesDiffer = false
        }
    }

    private static func share(_ common: Int, _ one: Int, _ other: Int) -> Double {
        let shorter = min(one, other)
        return shorter == 0 ? 0 : Double(common) / Double(shorter)
    }

    /// The titles speak of the same thing.
    var isSimilar: Bool { titleWords >= 2 && titleShare >= 0.5 }
    /// They may: a word in common, and much of the sentence.
    var isRelated: Bool { titleWords >= 1 && titleShare >= 0.34 && sentenceShare >= 0.3 }
    /// Words of two languages can't be compared; then who takes part must be the same.
    var isSameAcrossLanguages: Bool { !sameLanguage && names >= 2 && sameNames }
}
