import Articles
import Foundation

/// Known names of places, organisations, events and products with what is known of them.
package struct Gazetteer: Sendable {
    /// Without mentions; `id` is set. Entities are read from the files' lines when they are asked for.
    package private(set) var entities = GazetteerEntities()
    private(set) var names = NameTable()
    /// Tells gazetteers of other files apart: 0 without any, 1 for the built-in ones, which are known by their bytes.
    private(set) var version: UInt64 = 0
    /// How many of the entities are built in; those that a user adds come after them.
    private var builtInCount = 0

    /// The built-in gazetteer.
    package init() { self = Self.builtIn }

    /// No names at all.
    package static let empty = Gazetteer(names: NameTable())

    private init(names: NameTable) { self.names = names }

    /// The built-in files in the order in which they are read: the first to have a name keeps it.
    package static let files = [
        "countries", "capitals", "regions", "larger-cities", "international-organisations", "institutions",
        "media",
        "parties-and-armed-groups", "companies", "events", "products", "cities",
    ]

    /// Where a built-in file stands.
    static func resource(_ file: String) -> URL {
        Bundle.module.bundleURL.appending(path: "Resources/gazetteer/\(file).tsv")
    }

    private static let builtIn: Gazetteer = {
        var gazetteer = Gazetteer(names: NameTable(capacity: 32_768))
        gazetteer.version = 1
        for file in files {
            // A package without its resources still finds what its rules find; the test of the files is that they parse.
            guard let data = try? Data(contentsOf: resource(file)) else { continue }
            try? gazetteer.add([UInt8](data), name: file + ".tsv", mergesEntries: false)
        }
        gazetteer.builtInCount = gazetteer.entities.count
        return gazetteer
    }()

    /// Whether a user has added the entity.
    func isAdded(_ entity: Int32) -> Bool { Int(entity) >= builtInCount }

    /// This gazetteer and the entries of `tsv`, whose columns countries.tsv explains; an entry that has an id or the
    /// label of one that is there adds its names to it. `name` is said in errors.
    package func extended(with tsv: [UInt8], name: String) throws(GazetteerError) -> Gazetteer {
        var gazetteer = self
        try gazetteer.add(tsv, name: name, mergesEntries: true)
        gazetteer.version = NameKey.hash(tsv, from: NameKey.finished(version))
        return gazetteer
    }

    private mutating func add(_ tsv: [UInt8], name: String, mergesEntries: Bool) throws(GazetteerError) {
        var index: [String: Int] = [:]
        if mergesEntries {
            for (position, entity) in entities.enumerated() { index[entity.id] = position }
        }
        var parser = GazetteerParser(tsv, file: name)
        let base = entities.append(tsv)
        while let line = try parser.next() {
            var position = entities.count
            if mergesEntries {
                let id = line.entity(in: tsv).id
                position = index[id] ?? position
                index[id] = position
            }
            entities.append(
                line.range, base: base, kind: line.kind, country: CountryCode(tsv[line.columns[3]]),
                to: position)
            parser.forEachName(of: line) { folded, name in
                names.insert(folded, name.target(entity: position))
            }
        }
    }
}
