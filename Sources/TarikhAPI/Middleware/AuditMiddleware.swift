import AccessControl
import HTTPServer
import HTTPTypes

/// Writes down who wrote what, and what came of it. Who has no key and may not write is not written down.
struct AuditMiddleware: Middleware {
    private static let scopes: Set<AccessScope> = [.write, .curate, .admin]

    let table: AccessTable
    let ring: KeyRing
    let log: ServiceLog

    func respond(to request: Request, next: (Request) -> Response) -> Response {
        let response = next(request)
        guard !request.isRefused, request.method != .get, request.method != .head,
            let pattern = request.pattern,
            let scope = table.access(of: request)?.scope, Self.scopes.contains(scope),
            let actor = Self.actor(request, response)
        else { return response }
        let entry = AuditEntry(
            at: Gate.now, actor: actor, method: request.method.rawValue, route: pattern,
            subject: Self.subject(of: request, response, pattern: pattern), status: response.status.code,
            requestID: request.id)
        do throws(AccessError) {
            try ring.store.append(entry)
        } catch {
            log.failure("audit: \(error) \(entry)")
        }
        return response
    }

    private static func actor(_ request: Request, _ response: Response) -> AuditEntry.Actor? {
        switch request.identity {
        case .key(let key): .key(key.id)
        case .anonymous: [401, 403].contains(response.status.code) ? nil : .anonymous
        case .stranger: nil
        }
    }

    /// The id in the path, or else the one that the answer gave to what was made.
    private static func subject(of request: Request, _ response: Response, pattern: String) -> String? {
        let segments = request.path.split(separator: "/")
        let names = pattern.split(separator: "/")
        let inPath = zip(names, segments).first { $0.0.hasPrefix("{") }?.1
        let made = response.fields[.location]?.split(separator: "/").last
        return (inPath ?? made).map { String($0.prefix(64)) }
    }
}
