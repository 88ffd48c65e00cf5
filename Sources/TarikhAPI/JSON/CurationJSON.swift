import ArticleStore
import HTTPServer

/// What people decided.
enum CurationJSON {
    static func write(_ curation: StoredCuration, to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("id", curation.id)
            writer.member("kind", curation.kind.rawValue)
            writer.member("subject", curation.subject.rawValue)
            writer.member("event_id", curation.subject == .event ? curation.targetID : nil)
            writer.member("ids", list: curation.kind == .merge ? curation.items : nil)
            writer.member("claims", list: curation.kind == .split ? curation.items : nil)
            writer.member("reason", curation.reason)
            writer.member("at", Timestamp.string(curation.at))
            writer.member("undoes", curation.undoes)
            writer.member("undone_at", curation.undoneAt.map(Timestamp.string))
        }
    }

    /// What a decision did: the operation, what undoes it, and the events that it left.
    static func write(_ curation: StoredCuration, _ events: [StoredEvent], to writer: inout JSONWriter) {
        writer.object { writer in
            writer.key("operation")
            write(curation, to: &writer)
            writer.member("undo", curation.kind == .undo ? nil : "/v1/curation/\(curation.id)/undo")
            writer.arrayMember("events") { writer in
                for event in events { EventJSON.write(event, to: &writer) }
            }
        }
    }
}
