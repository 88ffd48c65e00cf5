import Articles
import Foundation
import TextAnalysis

/// What people said of an entity, as it is kept in one column.
enum EntityChangeRecord {
    private static let version = 1

    static func encode(_ change: EntityChange) -> [UInt8] {
        var writer = RecordWriter()
        writer.append(version)
        writer.append(change.kind) { $0.append($1.rawValue) }
        writer.append(change.subtype) { $0.append($1) { $0.append($1) } }
        writer.append(change.label) {
            $0.append($1.text)
            $0.append($1.language.rawValue)
        }
        writer.append(list: change.labels.sorted { $0.key.rawValue < $1.key.rawValue }) {
            $0.append($1.key.rawValue)
            $0.append($1.value) { $0.append($1) }
        }
        writer.append(list: change.addedAliases) {
            $0.append($1.text)
            $0.append($1.language.rawValue)
            $0.append($1.kind.rawValue)
        }
        writer.append(list: change.removedAliases) { $0.append($1) }
        writer.append(list: change.external.sorted { $0.key < $1.key }) {
            $0.append($1.key)
            $0.append($1.value) { $0.append($1) }
        }
        return writer.bytes
    }

    static func data(_ change: EntityChange) -> Data { Data(encode(change)) }

    static func decode(_ bytes: [UInt8]) throws(RecordError) -> EntityChange {
        var reader = RecordReader(bytes)
        guard try reader.int() == version else { throw RecordError() }
        let text = { (reader: inout RecordReader) throws(RecordError) in try reader.string() }
        var change = EntityChange()
        change.kind = try reader.optional { reader throws(RecordError) in try reader.choice() }
        change.subtype = try reader.optional { reader throws(RecordError) in try reader.optional(text) }
        change.label = try reader.optional { reader throws(RecordError) in
            EntityChange.Name(text: try reader.string(), language: try reader.choice())
        }
        let labels = try reader.list { reader throws(RecordError) -> (Language, String?) in
            (try reader.choice(), try reader.optional(text))
        }
        for (language, label) in labels { change.labels.updateValue(label, forKey: language) }
        change.addedAliases = try reader.list { reader throws(RecordError) in
            Entity.Alias(text: try reader.string(), language: try reader.choice(), kind: try reader.choice())
        }
        change.removedAliases = try reader.list(text)
        let external = try reader.list { reader throws(RecordError) -> (String, String?) in
            (try reader.string(), try reader.optional(text))
        }
        for (name, id) in external { change.external.updateValue(id, forKey: name) }
        return change
    }
}
