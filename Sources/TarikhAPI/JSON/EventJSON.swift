package import ArticleStore
import Articles
package import HTTPServer

/// Events and the claims that state them.
package enum EventJSON {
    /// The object of one event; spans count code points.
    package static func write(_ stored: StoredEvent, to writer: inout JSONWriter) {
        let event = stored.event
        writer.object { writer in
            writer.member("id", stored.id)
            writer.objectMember("title") { writer in
                writer.textMembers(stored.title, stored.titleLanguage, stored.titleDirection)
            }
            writer.member("kind", event.kind)
            writer.worldDate("date", event.date)
            writeParticipants(stored, to: &writer)
            writePlace(stored, to: &writer)
            writer.member("status", event.status.rawValue)
            writer.member("confidence", event.confidence)
            writer.member("sources", 1)
            writer.member("articles", stored.articleID.isEmpty ? [] : [stored.articleID])
            writer.arrayMember("claims") { writer in
                for index in event.claims.indices {
                    writer.object { writeClaim(index, of: stored, to: &$0) }
                }
            }
            writer.member("follows", stored.follows)
            writer.arrayMember("contradictions") { _ in }
        }
    }

    /// The members of a claim, in an open object.
    static func writeClaim(_ index: Int, of stored: StoredEvent, to writer: inout JSONWriter) {
        let claim = stored.event.claims[index]
        let span = stored.claimSpans.indices.contains(index) ? stored.claimSpans[index] : nil
        writer.member("id", claimID(index, of: stored.id))
        writer.member("article_id", stored.articleID.isEmpty ? nil : stored.articleID)
        writer.member("revision", stored.articleID.isEmpty ? nil : stored.revision)
        writer.blockID("block_id", claim.block)
        writer.span("span", span?.claim)
        writer.span("date_span", span?.date)
        writer.member("date", claim.date.edtf)
        writer.member("relation", claim.relation.rawValue)
    }

    /// `c_…`: the event's id with the claim's place in it.
    private static func claimID(_ index: Int, of event: String) -> String {
        let isStored = event.hasPrefix("e_")
        return (isStored ? "c_" + event.dropFirst(2) : "_:c" + event.dropFirst(3)) + "_\(index + 1)"
    }

    private static func writeParticipants(_ stored: StoredEvent, to writer: inout JSONWriter) {
        writer.arrayMember("participants") { writer in
            for participant in stored.event.participants {
                writer.object { writer in
                    writer.member("entity_id", participant.entityID)
                    writer.member("label", stored.labels[participant.entityID])
                    writer.member("role", participant.role)
                }
            }
        }
    }

    private static func writePlace(_ stored: StoredEvent, to writer: inout JSONWriter) {
        writer.key("place")
        guard let place = stored.event.placeID else { return writer.null() }
        writer.object { writer in
            writer.member("entity_id", place)
            writer.member("label", stored.labels[place])
        }
    }
}
