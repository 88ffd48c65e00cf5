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
            writer.member("sources", stored.sourceCount)
            writer.member("articles", stored.articleIDs)
            writer.arrayMember("claims") { writer in
                for index in event.claims.indices {
                    writer.object { writeClaim(index, of: stored, to: &$0) }
                }
            }
            writer.member("follows", stored.follows)
            writer.member("contradictions", stored.contradictions)
            writer.member("salience", stored.salience)
        }
    }

    /// The members of a claim, in an open object.
    static func writeClaim(_ index: Int, of stored: StoredEvent, to writer: inout JSONWriter) {
        let claim = stored.event.claims[index]
        let span = stored.claimSpans.indices.contains(index) ? stored.claimSpans[index] : nil
        let source = stored.claimSources.indices.contains(index) ? stored.claimSources[index] : nil
        let isStored = source.map { !$0.articleID.isEmpty } ?? false
        writer.member("id", source?.id)
        writer.member("article_id", isStored ? source?.articleID : nil)
        writer.member("revision", isStored ? source?.revision : nil)
        writer.blockID("block_id", claim.block)
        writer.span("span", span?.claim)
        writer.span("date_span", span?.date)
        writer.member("date", claim.date?.edtf)
        writer.member("relation", claim.relation.rawValue)
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
