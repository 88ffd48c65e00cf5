import Articles
import TextAnalysis

/// Reads gazetteer files: UTF-8, an entry a line, 12 columns with a TAB between them, `#` before a comment.
struct GazetteerParser {
    let file: String
    private static let languages: [(Language, NameTable.LanguageSet)] = [
        (.arabic, .arabic), (.english, .english), (.persian, .persian),
    ]

    init(file: String) { self.file = file }

    func entries(of tsv: [UInt8]) throws(GazetteerError) -> [GazetteerEntry] {
        var entries: [GazetteerEntry] = []
        var number = 0
        for line in tsv.split(separator: 0x0a, omittingEmptySubsequences: false) {
            number += 1
            let line = line.last == 0x0d ? line.dropLast() : line
            if line.isEmpty || line.first == 0x23 { continue }
            guard let text = String(validating: line, as: UTF8.self) else {
                throw GazetteerError(file: file, line: number, reason: .invalidUTF8)
            }
            entries.append(try entry(text, number))
        }
        return entries
    }

    private func entry(_ line: String, _ number: Int) throws(GazetteerError) -> GazetteerEntry {
        func wrong(_ reason: GazetteerError.Reason) -> GazetteerError {
            GazetteerError(file: file, line: number, reason: reason)
        }
        let columns = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        guard columns.count == 12 else { throw wrong(.columns(columns.count)) }
        guard let kind = Entity.Kind(rawValue: columns[1]) else { throw wrong(.unknownKind(columns[1])) }
        let item = columns[0]
        guard item.isEmpty || item.first == "Q" && Int(item.dropFirst()) != nil else {
            throw wrong(.wikidata(item))
        }
        guard let point = coordinates(columns[4], columns[5]) else { throw wrong(.coordinates) }
        let (aliases, names) = names(of: columns)
        guard let label = aliases.first else { throw wrong(.noName) }
        let id = EntityID.make(wikidata: item, kind: kind.rawValue, name: label.text)
        var entity = Entity(
            id: id, kind: kind, label: label.text, labelLanguage: label.language,
            aliases: Array(aliases.dropFirst()))
        entity.adjectives = columns[9...].flatMap { $0.split(separator: "|").map(String.init) }
        entity.subtype = columns[2].isEmpty ? nil : columns[2]
        entity.wikidata = item.isEmpty ? nil : item
        entity.iso3166 = columns[3].isEmpty ? nil : columns[3]
        (entity.latitude, entity.longitude) = point
        return GazetteerEntry(entity: entity, names: names)
    }

    /// `nil` when wrong; a pair of `nil` when there are none.
    private func coordinates(_ latitude: String, _ longitude: String) -> (Double?, Double?)? {
        if latitude.isEmpty, longitude.isEmpty { return (nil, nil) }
        guard let latitude = Double(latitude), let longitude = Double(longitude) else { return nil }
        guard (-90...90).contains(latitude), (-180...180).contains(longitude) else { return nil }
        return (latitude, longitude)
    }

    private func names(of columns: [String]) -> (aliases: [Entity.Alias], names: [GazetteerEntry.Name]) {
        var aliases: [Entity.Alias] = []
        var names: [GazetteerEntry.Name] = []
        for (offset, (language, set)) in Self.languages.enumerated() {
            for (position, name) in columns[6 + offset].split(separator: "|").enumerated() {
                let isAcronym = name.first == "@"
                let text = String(isAcronym ? name.dropFirst() : name)
                let kind: Entity.Alias.Kind = isAcronym ? .acronym : position == 0 ? .translation : .variant
                if !aliases.contains(where: { $0.text == text }) {
                    aliases.append(Entity.Alias(text: text, language: language, kind: kind))
                }
                let form: Mention.Form = isAcronym ? .acronym : .name
                names.append(.init(text: text, form: form, languages: language == .english ? .all : set))
            }
            for adjective in columns[9 + offset].split(separator: "|") {
                for form in NationalityForms.forms(of: String(adjective), language) {
                    names.append(
                        .init(text: form, form: .adjective, languages: language == .english ? .all : set))
                }
            }
        }
        return (aliases, names)
    }
}
