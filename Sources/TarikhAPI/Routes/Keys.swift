import AccessControl
import ArticleStore
import HTTPServer
import HTTPTypes

/// Keys, and the log of what was written.
extension API {
    static let auditParameters =
        [Parameter("actor", "string", "The id of a key, 'anonymous' or 'command'.")] + Paging.parameters

    func listKeys(_ call: Call) throws -> Response {
        let ring = try keyRing()
        let paging = try Paging(call, signer: cursors, defaultLimit: Paging.maximumLimit)
        let page = paging.page(of: try ring.store.keys(), sequence: try store.sequence())
        return answer(page, paging) { KeyJSON.write($0, to: &$1) }
    }

    func getKey(_ call: Call) throws -> Response {
        guard let key = try keyRing().store.keys().first(where: { $0.id == call.id }) else {
            throw Problem.notFound("key of this id")
        }
        return json { KeyJSON.write(key, to: &$0) }
    }

    /// The only answer that has the secret.
    func createKey(_ call: Call) throws -> Response {
        let ring = try keyRing()
        let (key, secret) = try ring.add(try KeyInput.read(call.request.body), at: Gate.now)
        let fields: HTTPFields = [.location: "/v1/keys/" + key.id, .cacheControl: "no-store"]
        return json(.created, fields: fields) { KeyJSON.write(key, secret: secret, to: &$0) }
    }

    func deleteKey(_ call: Call) throws -> Response {
        guard try keyRing().remove(call.id) else { throw Problem.notFound("key of this id") }
        return Response(status: .noContent)
    }

    func audit(_ call: Call) throws -> Response {
        let ring = try keyRing()
        let paging = try Paging(call, signer: cursors)
        let log = try ring.store.audit(
            actor: call.query["actor"].map(AuditEntry.Actor.init(name:)), limit: paging.limit,
            before: paging.after?.row)
        let next = log.hasMore ? log.entries.last.map { PagePosition(row: $0.number) } : nil
        let page = Page(
            items: log.entries.map(\.entry), next: next, total: log.total, sequence: log.newest)
        return answer(page, paging) { KeyJSON.write($0, to: &$1) }
    }

    func answer<Item: Sendable>(
        _ page: Page<Item>, _ paging: Paging, item: (Item, inout JSONWriter) -> Void
    ) -> Response {
        let next = page.next.map(paging.cursor)
        let fields: HTTPFields = next.map { [.link: paging.link(to: $0)] } ?? [:]
        return json(fields: fields) { writer in
            PageJSON.write(
                page, limit: paging.limit, nextCursor: next, names: nil, to: &writer, item: item)
        }
    }

    private func keyRing() throws(Problem) -> KeyRing {
        guard let ring = gate.ring else { throw .notFound("key: this service was started without them") }
        return ring
    }
}
