import ArticleStore
import HTTPServer

/// Which part of a list is asked for.
struct Paging: Sendable {
    static let parameters = parameters(limit: 20)

    /// - Parameter limit: what holds unless the query says otherwise.
    static func parameters(limit: Int) -> [Parameter] {
        [
            Parameter("limit", "integer(1..\(maximumLimit))", default: String(limit), "How many at most."),
            Parameter("cursor", "string:cursor", "Where to go on: 'next_cursor' of the part before."),
        ]
    }

    static let maximumLimit = 1000

    let limit: Int
    let after: PagePosition?
    /// The target without its cursor.
    let query: String
    /// What cursors are bound to: the target without what does not change the list.
    private let boundTo: String
    private let signer: CursorSigner

    init(
        _ call: Call, signer: CursorSigner, defaultLimit: Int = 20, maximumLimit: Int = Self.maximumLimit
    ) throws(Problem) {
        limit = try call.query.integer("limit", in: 1...maximumLimit, default: defaultLimit)
        query = Self.target(of: call.request, without: ["cursor="])
        boundTo = Self.target(of: call.request, without: ["cursor=", "format=", "bom=", "envelope="])
        self.signer = signer
        if let cursor = call.query["cursor"] {
            after = try signer.position(cursor, of: boundTo)
        } else {
            after = nil
        }
    }

    func cursor(at position: PagePosition) -> String {
        signer.cursor(at: position, of: boundTo)
    }

    /// The target that goes on at a cursor.
    func target(at cursor: String) -> String {
        query + (query.contains("?") ? "&" : "?") + "cursor=" + cursor
    }

    /// RFC 8288.
    func link(to cursor: String) -> String {
        "<\(target(at: cursor))>; rel=\"next\""
    }

    /// The path and the query's other parameters as they were sent.
    private static func target(of request: Request, without names: [String]) -> String {
        let rest = (request.query ?? "").split(separator: "&").filter { part in
            !names.contains(where: part.hasPrefix)
        }
        return request.path + (rest.isEmpty ? "" : "?" + rest.joined(separator: "&"))
    }

    /// The part of a list in memory that is asked for.
    func page<Item: Sendable>(of items: [Item], sequence: Int64) -> Page<Item> {
        let start = min(max(Int(clamping: after?.number ?? 0), 0), items.count)
        let end = min(start + limit, items.count)
        return Page(
            items: Array(items[start..<end]),
            next: end < items.count ? PagePosition(number: Int64(end), row: 0) : nil, total: items.count,
            sequence: sequence)
    }
}
