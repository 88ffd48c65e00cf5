import Articles
import TextAnalysis

/// An entity as articles describe it and people said, the latest last.
struct CuratedDescription {
    var entity: Entity
    /// At most one for each language, that of `entity.label` first.
    var labels: [Entity.Alias]
    /// Names that people gave it.
    var added: [Entity.Alias] = []
    /// Texts of names that are none of its.
    var hidden: Set<String> = []
    /// Ids that `entity` has no place for.
    var external: [String: String] = [:]
    private var given: [Language: String] = [:]

    init(_ entity: Entity, labels: [Entity.Alias]) {
        self.entity = entity
        self.labels = labels
    }

    mutating func apply(_ change: EntityChange) {
        if let kind = change.kind, kind != entity.kind {
            entity.kind = kind
            entity.subtype = nil
        }
        if let subtype = change.subtype { entity.subtype = subtype }
        if let label = change.label {
            entity.label = label.text
            entity.labelLanguage = label.language
            set(label.text, in: label.language)
        }
        for (language, text) in change.labels.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
            if language == entity.labelLanguage, let text { entity.label = text }
            set(text, in: language)
        }
        for alias in change.addedAliases {
            hidden.remove(alias.text)
            added.removeAll { $0.text == alias.text && $0.language == alias.language }
            added.append(alias)
        }
        for text in change.removedAliases {
            added.removeAll { $0.text == text }
            hidden.insert(text)
        }
        for (name, id) in change.external {
            switch name {
            case "wikidata": entity.wikidata = id
            case "iso3166": entity.iso3166 = id
            default: external[name] = id
            }
        }
    }

    private mutating func set(_ text: String?, in language: Language) {
        // The label itself stays.
        guard text != nil || language != entity.labelLanguage else { return }
        labels.removeAll { $0.language == language }
        given[language] = text
        guard let text else { return }
        hidden.remove(text)
        labels.append(Entity.Alias(text: text, language: language, kind: .translation))
    }

    /// The names to look for besides those that articles have, and the labels in their order.
    mutating func finish() {
        for (language, text) in given.sorted(by: { $0.key.rawValue < $1.key.rawValue })
        where !added.contains(where: { $0.text == text && $0.language == language }) {
            let kind: Entity.Alias.Kind = language == entity.labelLanguage ? .variant : .translation
            added.append(Entity.Alias(text: text, language: language, kind: kind))
        }
        let order: [Language] = [entity.labelLanguage, .arabic, .english, .persian, .undetermined]
        labels.sort { one, other in
            (order.firstIndex(of: one.language) ?? 0) < (order.firstIndex(of: other.language) ?? 0)
        }
        hidden.remove(entity.label)
    }
}
