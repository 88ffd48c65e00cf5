import ArticleStore
import HTTPServer
import HTTPTypes

/// What has changed, for those who keep a copy.
extension API {
    static let changeForms: [MediaType] = [.json, .eventStream]
    static let changeParameters: [Parameter] = [
        Parameter(
            "since", "integer(0..9007199254740991)",
            "Changes after this number: 'next_since' of the part before, or 'as_of' of a list. Without it, from the oldest."
        ),
        Parameter(
            "limit", "integer(1..1000)", default: "100", "How many at most; event streams have no end."),
        Parameter(
            "wait", "integer(0..\(longestWait))", default: "0",
            "Seconds to wait for a change when there is none."),
    ]
    private static let longestWait = 60

    func listChanges(_ call: Call) throws -> Response {
        let limit = try call.query.integer("limit", in: 1...1000, default: 100)
        let wait = try call.query.integer("wait", in: 0...Self.longestWait, default: 0)
        let start = try Self.firstChange(call)
        guard call.media == .json else { return try changeStream(after: start) }
        guard let list = try store.changes(after: start, limit: limit) else { throw Problem.oldChanges }
        var response = Response(
            status: .ok, fields: [.contentType: call.media.contentType, .cacheControl: "no-store"])
        if list.items.isEmpty, wait > 0 {
            response.source = ChangeWait(store, after: list.next, limit: limit, seconds: wait)
        } else {
            response.body = ChangeJSON.bytes(of: list)
        }
        return response
    }

    private func changeStream(after start: Int64?) throws -> Response {
        // One is enough to know that the log reaches so far back.
        guard let list = try store.changes(after: start, limit: 1) else { throw Problem.oldChanges }
        let start = start ?? list.items.first.map { $0.sequence - 1 } ?? list.next
        var response = Response(
            status: .ok,
            fields: [.contentType: MediaType.eventStream.contentType, .cacheControl: "no-store"])
        response.source = ChangeStream(changeFeed, after: start)
        return response
    }

    /// A client that comes again says where it was, whatever its address says.
    private static func firstChange(_ call: Call) throws(Problem) -> Int64? {
        if call.media == .eventStream, let text = call.request.fields[.lastEventID], !text.isEmpty {
            guard let number = Int64(text), number >= 0 else {
                throw Problem(
                    .badRequest, code: "bad_request", detail: "'Last-Event-ID' is no number of a change.",
                    items: [
                        Problem.Item(.header("Last-Event-ID"), code: "out_of_range", detail: "no such number")
                    ])
            }
            return number
        }
        guard call.query["since"] != nil else { return nil }
        return Int64(try call.query.integer("since", in: 0...9_007_199_254_740_991, default: 0))
    }
}
