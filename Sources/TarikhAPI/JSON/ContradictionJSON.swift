import ArticleStore
import HTTPServer

/// Claims that contradict each other.
enum ContradictionJSON {
    static func write(_ contradiction: StoredContradiction, to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("id", contradiction.id)
            writer.member("relation", contradiction.relation.rawValue)
            writer.member("field", contradiction.field)
            writer.member("event_id", contradiction.eventID)
            writer.member("score", contradiction.score)
            writer.member("rule", contradiction.rule)
            writer.member("status", contradiction.status.rawValue)
            writer.arrayMember("sides") { writer in
                for side in contradiction.sides {
                    writer.object { writer in
                        writer.member("value", side.value)
                        writer.member("claims", side.claims)
                        writer.member("sources", side.sources)
                        writer.member("independent_sources", side.independentSources)
                    }
                }
            }
            writer.member("suggested", contradiction.suggested)
            writer.member("note", contradiction.note)
        }
    }
}
