import ArticleStore
import Articles
import TextAnalysis

/// An entity that a query may mean, and why.
struct ReconciliationCandidate: Sendable {
    let entity: StoredEntity
    /// One of its names is the name asked for, compared folded.
    let isExact: Bool
    /// 0…1: how many of the pairs of neighbouring letters the names have in common, for the closest name.
    let similarity: Double
    /// A name in another script sounds the same.
    let soundsAlike: Bool
    /// It is of a type asked for, or none was.
    let hasType: Bool
    /// 0…1: by how many articles name it, 1 from a thousand on.
    let popularity: Double
    /// Properties asked for that it has, less those that it has otherwise.
    let agreement: Int

    init(_ entity: StoredEntity, for query: ReconciliationQuery) {
        self.entity = entity
        let asked = LetterPairs(FoldedName.text(of: query.name))
        var similarity = 0.0
        var soundsAlike = false
        for name in [entity.entity.label] + entity.entity.aliases.map(\.text) {
            similarity = max(similarity, asked.similarity(to: LetterPairs(FoldedName.text(of: name))))
            if !soundsAlike, Transliteration.isSameName(name, query.name) { soundsAlike = true }
        }
        let isID = query.name == entity.entity.id || query.name == entity.entity.wikidata
        isExact = similarity == 1 || isID
        self.similarity = isID ? 1 : similarity
        self.soundsAlike = soundsAlike
        hasType = query.types.isEmpty || query.types.contains(entity.entity.kind.rawValue)
        popularity = min(1, Self.magnitude(entity.articleCount) / Self.magnitude(1000))
        agreement = query.properties.reduce(0) { $0 + Self.agreement(of: entity.entity, with: $1) }
    }

    /// 0…100: up to 90 for the name, 5 for the type and 5 for how well known it is; 10 more for each property that agrees, 20
    /// less for each that does not, and three tenths less for another type.
    var score: Double {
        let name = isExact ? 1 : max(0.9 * similarity, soundsAlike ? 0.75 : 0)
        var score = 90 * name + (hasType ? 5 : 0) + 5 * popularity
        score += Double(agreement) * (agreement < 0 ? 20 : 10)
        return min(100, max(0, hasType ? score : 0.7 * score))
    }

    private static func agreement(
        of entity: Entity, with property: ReconciliationQuery.Property
    ) -> Int {
        let known: String? =
            switch property.name {
            case "wikidata": entity.wikidata
            case "iso3166": entity.iso3166
            default: nil
            }
        guard let known else { return 0 }
        return property.values.contains { $0.lowercased() == known.lowercased() } ? 1 : -1
    }

    /// The number's binary digits.
    private static func magnitude(_ count: Int) -> Double {
        Double(Int.bitWidth - max(0, count).leadingZeroBitCount)
    }
}

/// The pairs of neighbouring letters of a name, its words apart.
private struct LetterPairs {
    private var counts: [UInt64: Int] = [:]
    private var total = 0

    init(_ name: String) {
        var last: UInt32 = 0x20
        for scalar in (name + " ").unicodeScalars {
            counts[UInt64(last) << 32 | UInt64(scalar.value), default: 0] += 1
            last = scalar.value
            total += 1
        }
    }

    /// Twice what both have, of all that they have (Dice, 1945).
    func similarity(to other: LetterPairs) -> Double {
        guard total > 1, other.total > 1 else { return 0 }
        let common = counts.reduce(0) { $0 + min($1.value, other.counts[$1.key] ?? 0) }
        return 2 * Double(common) / Double(total + other.total)
    }
}
