import Articles

/// The expressions and mentions of an article, as they are kept in one column.
enum AnnotationRecord {
    /// 1 did not say which expressions date events, nor how sure they are; 2 did not say why mentions name their entities.
    private static let version = 3

    static func encode(_ annotations: Annotations) -> [UInt8] {
        var writer = RecordWriter()
        writer.append(version)
        writer.append(list: annotations.expressions) { writer, expression in
            writer.append(expression.range)
            writer.append(expression.kind.rawValue)
            writer.append(expression.value)
            writer.append(expression.date) { $0.append($1) }
            writer.append(expression.block)
            writer.append(expression.rule)
            writer.append(expression.isEvent ? 1 : 0)
            writer.append(expression.confidence)
        }
        let ids = annotations.entities.map(\.id)
        let ordinals = Dictionary(ids.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        writer.append(list: ids) { $0.append($1) }
        let mentions = annotations.mentions.filter { ordinals[$0.entityID] != nil }
        writer.append(list: mentions) { writer, mention in
            writer.append(mention.range)
            writer.append(mention.kind.rawValue)
            writer.append(ordinals[mention.entityID] ?? 0)
            writer.append(mention.form.rawValue)
            writer.append(mention.block)
            writer.append(mention.confidence)
            writer.append(mention.rule)
            writer.append(mention.reason)
        }
        return writer.bytes
    }

    /// The expressions and mentions; entities and events are kept in tables of their own.
    static func decode(
        _ bytes: [UInt8]
    ) throws(RecordError) -> (expressions: [TemporalExpression], entityIDs: [String], mentions: [Mention]) {
        var reader = RecordReader(bytes)
        let found = try reader.int()
        guard (1...version).contains(found) else { throw RecordError() }
        reader.hasFirstDates = found == 1
        let expressions = try reader.list { reader throws(RecordError) in
            TemporalExpression(
                range: try reader.range(), kind: try reader.choice(), value: try reader.string(),
                date: try reader.optional { reader throws(RecordError) in try reader.worldDate() },
                block: try reader.int(), rule: try reader.string(),
                isEvent: found == 1 ? false : try reader.int() != 0,
                confidence: found == 1 ? 1 : try reader.double())
        }
        let ids = try reader.list { reader throws(RecordError) in try reader.string() }
        let mentions = try reader.list { reader throws(RecordError) in
            let range = try reader.range()
            let kind: Entity.Kind = try reader.choice()
            let ordinal = try reader.int()
            guard ids.indices.contains(ordinal) else { throw RecordError() }
            return Mention(
                range: range, kind: kind, entityID: ids[ordinal], form: try reader.choice(),
                block: try reader.int(), confidence: try reader.double(), rule: try reader.string(),
                reason: found < 3 ? "name" : try reader.string())
        }
        return (expressions, ids, mentions)
    }
}
