import Articles
import TextAnalysis

/// An entity as some articles describe it, with the names that they give it.
enum NamingRecord {
    private static let version = 1

    static func encode(_ entity: Entity) -> [UInt8] {
        var writer = RecordWriter()
        writer.append(version)
        writer.append(entity.kind.rawValue)
        EntityRecord.append(entity, labels: [], to: &writer)
        writer.append(list: entity.aliases) {
            $0.append($1.text)
            $0.append($1.language.rawValue)
            $0.append($1.kind.rawValue)
        }
        return writer.bytes
    }

    static func decode(_ bytes: [UInt8], id: String) throws(RecordError) -> Entity {
        var reader = RecordReader(bytes)
        guard try reader.int() == version else { throw RecordError() }
        let kind: Entity.Kind = try reader.choice()
        var entity = try EntityRecord.read(&reader, id: id, kind: kind).entity
        entity.aliases = try reader.list { reader throws(RecordError) in
            Entity.Alias(text: try reader.string(), language: try reader.choice(), kind: try reader.choice())
        }
        return entity
    }
}
