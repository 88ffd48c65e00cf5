package import Articles
package import TextAnalysis

/// How far a name reaches across languages.
package enum NameReach: String, Sendable, Hashable, CaseIterable {
    /// Names in any language.
    case alias
    /// Also what sounds alike in another script.
    case translit
    /// Only names in the language of the entity's label.
    case off
}

/// Which name of an entity is the one that was asked for.
package struct NameMatch: Sendable, Hashable {
    /// How much of the name was asked for; the closest first.
    package enum Extent: Int, Sendable, Hashable, Comparable {
        case exact, prefix, word, part, sound

        package static func < (left: Extent, right: Extent) -> Bool { left.rawValue < right.rawValue }
    }

    package var text: String
    package var language: Language
    /// `nil` for the label.
    package var kind: Entity.Alias.Kind?
    package var extent: Extent

    /// The closest of the names of `entity` within reach, the label before others; `nil` when none was asked for by `name`.
    package static func best(of entity: Entity, for name: String, reach: NameReach) -> NameMatch? {
        let query = NameQuery(name, reach: reach)
        return query.best(of: entity)
    }
}

/// A name that is asked for, folded once for many entities.
struct NameQuery {
    private let folded: String
    private let words: String
    private let name: String
    private let sounds: [String]
    private let reach: NameReach

    init(_ name: String, reach: NameReach) {
        folded = LetterFolding.fold(name)
        words = FoldedName.text(of: name)
        self.name = name
        sounds = reach == .translit ? NameSound.all(of: name) : []
        self.reach = reach
    }

    func best(of entity: Entity) -> NameMatch? {
        let label = NameMatch(text: entity.label, language: entity.labelLanguage, kind: nil, extent: .part)
        let others = entity.aliases.map {
            NameMatch(text: $0.text, language: $0.language, kind: $0.kind, extent: .part)
        }
        var best: NameMatch?
        for name in [label] + others where reach != .off || name.language == entity.labelLanguage {
            guard let extent = extent(of: name.text), extent < best?.extent ?? .sound || best == nil
            else { continue }
            best = name
            best?.extent = extent
            if extent == .exact { break }
        }
        return best
    }

    private func extent(of name: String) -> NameMatch.Extent? {
        let known = FoldedName.text(of: name)
        if !words.isEmpty {
            if known == words { return .exact }
            if known.hasPrefix(words) { return .prefix }
            if NameTail.all(of: name).contains(where: { $0.text.hasPrefix(words) }) { return .word }
        }
        if !folded.isEmpty, LetterFolding.fold(name).contains(folded) { return .part }
        guard !sounds.isEmpty else { return nil }
        let goesOn = NameSound.all(of: name).contains { known in sounds.contains(where: known.hasPrefix) }
        return goesOn || Transliteration.isSameName(name, self.name) ? .sound : nil
    }
}
