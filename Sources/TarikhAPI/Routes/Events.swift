import ArticleStore
import Articles
import HTTPServer
import HTTPTypes

/// The timeline and its events.
extension API {
    private static let eventOrders: [ArticleStore.EventOrder] = [.date, .mostSalient]
    static let eventSort: Parameter = .choice(
        "sort", eventOrders, default: .date, "The order; '-' is downward.")
    static let eventParameters =
        Filter.eventParameters(undated: .include) + Paging.parameters + [eventSort]

    func listEvents(_ call: Call) throws -> Response {
        try listEvents(call, try Filter.criteria(call.query, store: store), undated: .include)
    }

    /// `undated` is what holds unless the query says otherwise.
    func listEvents(_ call: Call, _ criteria: Criteria, undated: Filter.Undated) throws -> Response {
        let criteria = try self.criteria(criteria, call, undated: undated)
        let order = try eventOrder(call)
        return try list(call) { paging in
            try store.events(criteria, order: order, limit: paging.limit, after: paging.after)
        } item: { event, writer in
            EventJSON.write(event, to: &writer)
        }
    }

    /// `criteria` with what the query says of events without a date.
    func criteria(_ criteria: Criteria, _ call: Call, undated: Filter.Undated) throws(Problem) -> Criteria {
        var criteria = criteria
        let choices = Filter.Undated.allCases
        let choice = try call.query.choice("undated", of: choices, default: undated)
        criteria.includesUndated = choice != .omit
        criteria.onlyUndated = choice == .only
        return criteria
    }

    func eventOrder(_ call: Call) throws(Problem) -> ArticleStore.EventOrder {
        try call.query.choice("sort", of: Self.eventOrders, default: .date)
    }

    func getEvent(_ call: Call) throws -> Response {
        if let moved = try movedEvent(call, suffix: "") { return moved }
        return try call.unlessCached(try tag(of: call)) {
            let event = try event(call.id)
            return json { EventJSON.write(event, to: &$0) }
        }
    }

    /// Every sentence that states an event, of all articles, with its characters.
    func eventClaims(_ call: Call) throws -> Response {
        if let moved = try movedEvent(call, suffix: "/claims") { return moved }
        let event = try event(call.id)
        return try list(call, defaultLimit: Paging.maximumLimit) { paging in
            let page = paging.page(of: Array(event.event.claims.indices), sequence: try store.sequence())
            var texts: [String: [UInt8]] = [:]
            for id in Set(page.items.map { event.claimSources[$0].articleID }) {
                texts[id] = try found(store.text(id), "article")
            }
            return Page(
                items: page.items.map { ($0, texts[event.claimSources[$0].articleID] ?? []) }.map(
                    ClaimText.init),
                next: page.next, total: page.total, sequence: page.sequence)
        } item: { claim, writer in
            let range = event.event.claims[claim.index].range.clamped(to: 0..<claim.text.count)
            writer.object { writer in
                EventJSON.writeClaim(claim.index, of: event, to: &writer)
                writer.member("event_id", event.id)
                writer.member("text", String(decoding: claim.text[range], as: UTF8.self))
            }
        }
    }

    /// A claim by its place in the event, with its article's text.
    private struct ClaimText: Sendable {
        var index: Int
        var text: [UInt8]
    }

    /// Where an event that is part of another now has gone; `nil` for one that has not.
    func movedEvent(_ call: Call, suffix: String) throws -> Response? {
        guard let survivor = try store.survivor(ofEvent: call.id), survivor != call.id else { return nil }
        return Response(
            status: .permanentRedirect, fields: [.location: "/v1/events/" + survivor + suffix], body: [])
    }
}
