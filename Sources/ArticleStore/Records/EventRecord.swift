import Articles

/// An event with its claims, as it is kept in one column.
enum EventRecord {
    /// 1 had neither undated events, nor quantities, nor said whether a kind repeats.
    private static let version = 2

    static func encode(_ event: Event, spans: [StoredEvent.ClaimSpan]) -> [UInt8] {
        var writer = RecordWriter()
        writer.append(version)
        writer.append(event.titleRange)
        writer.append(event.kind) { $0.append($1) }
        writer.append(event.isRepeatable ? 1 : 0)
        writer.append(event.date) { $0.append($1) }
        writer.append(list: event.participants) {
            $0.append($1.entityID)
            $0.append($1.role)
        }
        writer.append(event.placeID) { $0.append($1) }
        writer.append(event.status.rawValue)
        writer.append(event.confidence)
        writer.append(list: event.claims) { writer, claim in
            writer.append(claim.range)
            writer.append(claim.dateRange) { $0.append($1) }
            writer.append(claim.date) { $0.append($1) }
            writer.append(claim.block)
            writer.append(claim.relation.rawValue)
        }
        writer.append(list: event.follows) { $0.append($1) }
        writer.append(list: spans) {
            $0.append($1.claim)
            $0.append($1.date) { $0.append($1) }
        }
        writer.append(list: event.quantities) { $0.append($1) }
        return writer.bytes
    }

    static func decode(
        _ bytes: [UInt8]
    ) throws(RecordError) -> (event: Event, spans: [StoredEvent.ClaimSpan]) {
        var reader = RecordReader(bytes)
        let found = try reader.int()
        guard found == version || found == 1 else { throw RecordError() }
        let isFirst = found == 1
        reader.hasFirstDates = isFirst
        let text = { (reader: inout RecordReader) throws(RecordError) in try reader.string() }
        var event = Event(
            titleRange: try reader.range(), kind: try reader.optional(text),
            isRepeatable: isFirst ? false : try reader.flag(), date: try reader.date(isThere: isFirst),
            participants: try reader.list { reader throws(RecordError) in
                Event.Participant(entityID: try reader.string(), role: try reader.string())
            },
            placeID: try reader.optional(text), status: try reader.choice(),
            confidence: try reader.double(),
            claims: try reader.list { reader throws(RecordError) in
                Claim(
                    range: try reader.range(), dateRange: try reader.range(isThere: isFirst),
                    date: try reader.date(isThere: isFirst), block: try reader.int(),
                    relation: try reader.choice())
            },
            follows: try reader.list { reader throws(RecordError) in try reader.int() })
        let spans = try reader.list { reader throws(RecordError) in
            StoredEvent.ClaimSpan(claim: try reader.range(), date: try reader.range(isThere: isFirst))
        }
        if isFirst {
            event.isRepeatable = event.kind.map(repeatableInVersion1.contains) ?? false
        } else {
            event.quantities = try reader.quantities()
        }
        return (event, spans)
    }

    /// The kinds that repeated when records did not say so.
    private static let repeatableInVersion1: Set<String> = [
        "meeting", "visit", "attack", "statement", "trade",
    ]
}

extension RecordReader {
    /// A date that is always there, or may be.
    fileprivate mutating func date(isThere: Bool) throws(RecordError) -> WorldDate? {
        isThere ? try worldDate() : try optional { reader throws(RecordError) in try reader.worldDate() }
    }

    fileprivate mutating func range(isThere: Bool) throws(RecordError) -> Range<Int>? {
        isThere ? try range() : try optional { reader throws(RecordError) in try reader.range() }
    }
}
