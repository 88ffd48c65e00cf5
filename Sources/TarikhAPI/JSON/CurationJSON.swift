import ArticleStore
import HTTPServer

/// What people decided.
enum CurationJSON {
    static func write(_ curation: StoredCuration, to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("id", curation.id)
            writer.member("kind", curation.kind.rawValue)
            writer.member("subject", curation.subject.rawValue)
            let isEvent = curation.subject == .event
            writer.member("event_id", isEvent ? curation.targetID : nil)
            writer.member("entity_id", isEvent ? nil : curation.targetID)
            let (isMerge, isSplit) = (curation.kind == .merge, curation.kind == .split)
            writer.member("ids", list: isMerge && isEvent ? curation.items : nil)
            writer.member("claims", list: isSplit && isEvent ? curation.items : nil)
            writer.member("from", list: isMerge && !isEvent ? curation.items : nil)
            writer.member("mentions", list: isSplit && !isEvent ? curation.items : nil)
            writer.key("changes")
            if let change = curation.change {
                EntityChangeJSON.write(change, to: &writer)
            } else {
                writer.null()
            }
            writer.member("reason", curation.reason)
            writer.member("at", Timestamp.string(curation.at))
            writer.member("undoes", curation.undoes)
            writer.member("undone_at", curation.undoneAt.map(Timestamp.string))
        }
    }

    /// What a decision did: the operation, what undoes it, and the events and entities that it left.
    static func write(
        _ curation: StoredCuration, _ events: [StoredEvent], _ entities: [StoredEntity],
        to writer: inout JSONWriter
    ) {
        writer.object { writer in
            writeMembers(curation, to: &writer)
            writer.arrayMember("events") { writer in
                for event in events { EventJSON.write(event, to: &writer) }
            }
            writer.arrayMember("entities") { writer in
                for entity in entities { EntityJSON.write(entity, to: &writer) }
            }
        }
    }

    /// The members `operation` and `undo`.
    static func writeMembers(_ curation: StoredCuration, to writer: inout JSONWriter) {
        writer.key("operation")
        write(curation, to: &writer)
        writer.member("undo", curation.kind == .undo ? nil : "/v1/curation/\(curation.id)/undo")
    }
}
