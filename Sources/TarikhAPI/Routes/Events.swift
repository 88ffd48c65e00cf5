import ArticleStore
import Articles
import HTTPServer

/// The timeline and its events.
extension API {
    func listEvents(_ call: Call) throws -> Response {
        try listEvents(call, try Filter.criteria(call.query, store: store))
    }

    func listEvents(_ call: Call, _ criteria: Criteria) throws -> Response {
        try list(call) { paging in
            try store.events(criteria, limit: paging.limit, after: paging.after)
        } item: { event, writer in
            EventJSON.write(event, to: &writer)
        }
    }

    func getEvent(_ call: Call) throws -> Response {
        try call.unlessCached(try tag(of: call)) {
            let event = try event(call.id)
            return json { EventJSON.write(event, to: &$0) }
        }
    }

    /// Every sentence that states an event, with its characters.
    func eventClaims(_ call: Call) throws -> Response {
        let event = try event(call.id)
        let text = try found(store.text(event.articleID), "article")
        return try list(call, defaultLimit: Paging.maximumLimit) { paging in
            paging.page(of: Array(event.event.claims.indices), sequence: try store.sequence())
        } item: { index, writer in
            let range = event.event.claims[index].range.clamped(to: 0..<text.count)
            writer.object { writer in
                EventJSON.writeClaim(index, of: event, to: &writer)
                writer.member("event_id", event.id)
                writer.member("text", String(decoding: text[range], as: UTF8.self))
            }
        }
    }
}
