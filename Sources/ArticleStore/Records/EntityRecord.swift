import Articles
import TextAnalysis

/// What is known of an entity apart from its names, which have a table of their own.
enum EntityRecord {
    private static let version = 1

    static func encode(_ entity: Entity) -> [UInt8] {
        var writer = RecordWriter()
        writer.append(version)
        writer.append(entity.subtype) { $0.append($1) }
        writer.append(entity.label)
        writer.append(entity.labelLanguage.rawValue)
        writer.append(list: entity.adjectives) { $0.append($1) }
        writer.append(entity.wikidata) { $0.append($1) }
        writer.append(entity.iso3166) { $0.append($1) }
        writer.append(entity.latitude) { $0.append($1) }
        writer.append(entity.longitude) { $0.append($1) }
        return writer.bytes
    }

    static func decode(
        _ bytes: [UInt8], id: String, kind: Entity.Kind, aliases: [Entity.Alias]
    ) throws(RecordError) -> Entity {
        var reader = RecordReader(bytes)
        guard try reader.int() == version else { throw RecordError() }
        let text = { (reader: inout RecordReader) throws(RecordError) in try reader.string() }
        let degrees = { (reader: inout RecordReader) throws(RecordError) in try reader.double() }
        let subtype = try reader.optional(text)
        return Entity(
            id: id, kind: kind, subtype: subtype, label: try reader.string(),
            labelLanguage: try reader.choice(), aliases: aliases, adjectives: try reader.list(text),
            wikidata: try reader.optional(text), iso3166: try reader.optional(text),
            latitude: try reader.optional(degrees), longitude: try reader.optional(degrees))
    }
}
