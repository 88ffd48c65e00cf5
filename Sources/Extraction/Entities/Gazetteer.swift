package import Articles
import Foundation
import TextAnalysis

/// Known names of places, organisations and events with what is known of them.
package struct Gazetteer: Sendable {
    /// Without mentions; `id` is set.
    package private(set) var entities: [Entity] = []
    private(set) var names = NameTable()

    /// The built-in gazetteer.
    package init() { self = Self.builtIn }

    /// No names at all.
    package static let empty = Gazetteer(entities: [])

    private init(entities: [Entity]) { self.entities = entities }

    /// Where the built-in gazetteer stands.
    static var resource: URL {
        Bundle.module.bundleURL.appending(path: "Resources/gazetteer.tsv")
    }

    private static let builtIn: Gazetteer = {
        // A package without its resources still finds what its rules find.
        guard let data = try? Data(contentsOf: resource) else { return .empty }
        // The test of the built-in file is that it parses.
        return (try? Gazetteer.empty.extended(with: [UInt8](data), name: "gazetteer.tsv")) ?? .empty
    }()

    /// This gazetteer and the entries of `tsv`, whose columns the built-in file explains; an entry that has an id or the
    /// label of one that is there adds its names to it. `name` is said in errors.
    package func extended(with tsv: [UInt8], name: String) throws(GazetteerError) -> Gazetteer {
        var gazetteer = self
        var index: [String: Int] = [:]
        for (position, entity) in entities.enumerated() { index[entity.id] = position }
        for entry in try GazetteerParser(file: name).entries(of: tsv) {
            gazetteer.add(entry, index: &index)
        }
        return gazetteer
    }

    private mutating func add(_ entry: GazetteerEntry, index: inout [String: Int]) {
        let entity = entry.entity
        let position: Int
        if let known = index[entity.id] {
            position = known
            let old = Set(entities[known].aliases.map(\.text) + [entities[known].label])
            let new = [Entity.Alias(text: entity.label, language: entity.labelLanguage, kind: .variant)]
            entities[known].aliases += (new + entity.aliases).filter { !old.contains($0.text) }
            entities[known].adjectives += entity.adjectives
        } else {
            position = entities.count
            index[entity.id] = position
            entities.append(entity)
        }
        for name in entry.names {
            let target = NameTable.Target(
                entity: Int32(clamping: position), form: name.form, languages: name.languages)
            names.insert(name.text, target)
        }
    }
}
