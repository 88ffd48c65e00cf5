import Articles

/// An event with its claims, as it is kept in one column.
enum EventRecord {
    private static let version = 1

    static func encode(_ event: Event, spans: [StoredEvent.ClaimSpan]) -> [UInt8] {
        var writer = RecordWriter()
        writer.append(version)
        writer.append(event.titleRange)
        writer.append(event.kind) { $0.append($1) }
        writer.append(event.date)
        writer.append(list: event.participants) {
            $0.append($1.entityID)
            $0.append($1.role)
        }
        writer.append(event.placeID) { $0.append($1) }
        writer.append(event.status.rawValue)
        writer.append(event.confidence)
        writer.append(list: event.claims) { writer, claim in
            writer.append(claim.range)
            writer.append(claim.dateRange)
            writer.append(claim.date)
            writer.append(claim.block)
            writer.append(claim.relation.rawValue)
        }
        writer.append(list: event.follows) { $0.append($1) }
        writer.append(list: spans) {
            $0.append($1.claim)
            $0.append($1.date)
        }
        return writer.bytes
    }

    static func decode(
        _ bytes: [UInt8]
    ) throws(RecordError) -> (event: Event, spans: [StoredEvent.ClaimSpan]) {
        var reader = RecordReader(bytes)
        guard try reader.int() == version else { throw RecordError() }
        let text = { (reader: inout RecordReader) throws(RecordError) in try reader.string() }
        let event = Event(
            titleRange: try reader.range(), kind: try reader.optional(text), date: try reader.worldDate(),
            participants: try reader.list { reader throws(RecordError) in
                Event.Participant(entityID: try reader.string(), role: try reader.string())
            },
            placeID: try reader.optional(text), status: try reader.choice(),
            confidence: try reader.double(),
            claims: try reader.list { reader throws(RecordError) in
                Claim(
                    range: try reader.range(), dateRange: try reader.range(), date: try reader.worldDate(),
                    block: try reader.int(), relation: try reader.choice())
            },
            follows: try reader.list { reader throws(RecordError) in try reader.int() })
        let spans = try reader.list { reader throws(RecordError) in
            StoredEvent.ClaimSpan(claim: try reader.range(), date: try reader.range())
        }
        return (event, spans)
    }
}
