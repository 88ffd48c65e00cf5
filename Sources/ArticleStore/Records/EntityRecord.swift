import Articles
import TextAnalysis

/// What is known of an entity apart from its names, which have a table of their own.
enum EntityRecord {
    /// 1 had one label only.
    private static let version = 2

    /// `labels` are one for each language that has one.
    static func encode(_ entity: Entity, labels: [Entity.Alias]) -> [UInt8] {
        var writer = RecordWriter()
        append(entity, labels: labels, to: &writer)
        return writer.bytes
    }

    static func append(_ entity: Entity, labels: [Entity.Alias], to writer: inout RecordWriter) {
        writer.append(version)
        writer.append(entity.subtype) { $0.append($1) }
        writer.append(entity.label)
        writer.append(entity.labelLanguage.rawValue)
        writer.append(list: entity.adjectives) { $0.append($1) }
        writer.append(entity.wikidata) { $0.append($1) }
        writer.append(entity.iso3166) { $0.append($1) }
        writer.append(entity.latitude) { $0.append($1) }
        writer.append(entity.longitude) { $0.append($1) }
        writer.append(list: labels) {
            $0.append($1.text)
            $0.append($1.language.rawValue)
        }
    }

    /// The entity without its aliases.
    static func decode(
        _ bytes: [UInt8], id: String, kind: Entity.Kind
    ) throws(RecordError) -> (entity: Entity, labels: [Entity.Alias]) {
        var reader = RecordReader(bytes)
        return try read(&reader, id: id, kind: kind)
    }

    static func read(
        _ reader: inout RecordReader, id: String, kind: Entity.Kind
    ) throws(RecordError) -> (entity: Entity, labels: [Entity.Alias]) {
        let found = try reader.int()
        guard found == version || found == 1 else { throw RecordError() }
        let text = { (reader: inout RecordReader) throws(RecordError) in try reader.string() }
        let degrees = { (reader: inout RecordReader) throws(RecordError) in try reader.double() }
        let subtype = try reader.optional(text)
        let entity = Entity(
            id: id, kind: kind, subtype: subtype, label: try reader.string(),
            labelLanguage: try reader.choice(), aliases: [], adjectives: try reader.list(text),
            wikidata: try reader.optional(text), iso3166: try reader.optional(text),
            latitude: try reader.optional(degrees), longitude: try reader.optional(degrees))
        guard found > 1 else { return (entity, []) }
        let labels = try reader.list { reader throws(RecordError) in
            Entity.Alias(text: try reader.string(), language: try reader.choice(), kind: .variant)
        }
        return (entity, labels)
    }
}
