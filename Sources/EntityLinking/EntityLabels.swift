package import Articles
import TextAnalysis

/// A way in which some articles describe an entity.
package struct Naming: Sendable, Hashable {
    package var entity: Entity
    /// How many articles do.
    package var articles: Int

    package init(entity: Entity, articles: Int) {
        self.entity = entity
        self.articles = articles
    }
}

/// What an entity is called, chosen among all that articles call it: the choice depends on those articles alone.
package enum EntityLabels {
    /// The description that what is known besides names is taken from: of the gazetteer, if any, then of most articles.
    package static func main(_ namings: [Naming]) -> Naming? {
        namings.min { one, other in key(one) < key(other) }
    }

    private static func key(_ naming: Naming) -> (Int, Int, Int, String, String) {
        let entity = naming.entity
        return (
            entity.wikidata == nil ? 1 : 0, -naming.articles, entity.subtype == nil ? 1 : 0, entity.label,
            entity.id
        )
    }

    /// The entity with its label, and its labels by language, at most one of each.
    package static func entity(_ namings: [Naming]) -> (entity: Entity, labels: [Entity.Alias])? {
        guard let main = main(namings) else { return nil }
        var entity = main.entity
        entity.aliases = []
        let isKnown = entity.wikidata != nil
        let own = isKnown ? namings.filter { $0.entity.wikidata != nil } : namings
        let counts = counts(of: own)
        if !isKnown, let best = counts.min(by: { isBetter($0, $1) }) {
            entity.label = best.text
            entity.labelLanguage = best.language
        }
        var labels = [Entity.Alias(text: entity.label, language: entity.labelLanguage, kind: .variant)]
        for language in [Language.arabic, .english, .persian] where language != entity.labelLanguage {
            let spoken = counts.filter { $0.language == language }.min { isBetter($0, $1) }?.text
            if let text = spoken ?? translation(language, main.entity, namings) {
                labels.append(Entity.Alias(text: text, language: language, kind: .translation))
            }
        }
        return (entity, labels)
    }

    private struct Count {
        var text: String
        var language: Language
        var articles: Int
    }

    private static func counts(of namings: [Naming]) -> [Count] {
        var counts: [Count] = []
        for naming in namings {
            let (text, language) = (naming.entity.label, naming.entity.labelLanguage)
            if let index = counts.firstIndex(where: { $0.text == text && $0.language == language }) {
                counts[index].articles += naming.articles
            } else {
                counts.append(Count(text: text, language: language, articles: naming.articles))
            }
        }
        return counts
    }

    private static func isBetter(_ one: Count, _ other: Count) -> Bool {
        func key(_ count: Count) -> (Int, Int, Int, String, String) {
            let isGood = isWellFormed(count.text)
            return (
                -count.articles, isGood ? 0 : 1, -count.text.unicodeScalars.count, count.text,
                count.language.rawValue
            )
        }
        return key(one) < key(other)
    }

    /// The first translation that the gazetteer gives, else the least official name or variant that articles do.
    private static func translation(_ language: Language, _ main: Entity, _ namings: [Naming]) -> String? {
        let known = main.aliases.filter { $0.language == language }
        for kind in [Entity.Alias.Kind.translation, .official, .variant] {
            if let alias = known.first(where: { $0.kind == kind }) { return alias.text }
        }
        return namings.flatMap(\.entity.aliases)
            .filter { $0.language == language && $0.kind != .acronym && isWellFormed($0.text) }
            .map(\.text).min { ($1.unicodeScalars.count, $0) < ($0.unicodeScalars.count, $1) }
    }

    /// Nothing but letters, marks, digits, and what stands inside names.
    static func isWellFormed(_ text: String) -> Bool {
        let scalars = text.unicodeScalars
        guard let first = scalars.first, first.properties.isAlphabetic, scalars.count <= 80 else {
            return false
        }
        return scalars.allSatisfy { scalar in
            scalar.properties.isAlphabetic || scalar.properties.numericType != nil
                || scalar.properties.generalCategory == .nonspacingMark
                || " -'’.&\u{200c}".unicodeScalars.contains(scalar)
        } && !scalars.contains("\u{0640}")
    }
}
