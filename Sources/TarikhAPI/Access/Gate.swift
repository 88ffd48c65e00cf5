import AccessControl
import FoundationEssentials
import HTTPServer
import HTTPTypes

/// Knows who asks and what they may do.
///
/// As long as there is no key, whoever reaches a loopback address may do anything, and with the setting `anonymous` others may read.
/// With the first key, who shows none may read if the setting says so, and nothing else.
struct Gate: Sendable {
    /// `nil` where nothing listens.
    let ring: KeyRing?
    let isLoopback: Bool
    let anonymous: Configuration.Anonymous
    let corsOrigins: Set<String>

    init(_ configuration: Configuration, ring: KeyRing?) {
        self.ring = ring
        isLoopback = configuration.isLoopback
        anonymous = configuration.anonymous
        corsOrigins = Set(configuration.corsOrigins)
    }

    private var hasKeys: Bool { ring.map { !$0.isEmpty } ?? false }

    // MARK: Who asks

    /// By the fields of a request; a dictionary is all that is looked at.
    func caller(of request: Request) -> Caller {
        guard let secret = Self.secret(of: request) else { return .anonymous }
        guard let key = ring?.key(of: secret), !key.grant.isExpired(at: Self.now) else { return .stranger }
        return Caller(.key(key))
    }

    /// RFC 6750, 2.1, or the field X-API-Key. Other schemes are for others on the way.
    private static func secret(of request: Request) -> String? {
        if let field = request.fields[.authorization] {
            let parts = field.split(separator: " ", maxSplits: 1)
            if parts.first?.lowercased() == "bearer" {
                return parts.count > 1 ? parts[1].trimmingPrefix { $0 == " " }.description : ""
            }
        }
        return request.fields[.apiKey]
    }

    static var now: Int64 { Int64(Date().timeIntervalSince1970) }

    /// The sources that a request must keep to; `nil` for all.
    func sources(of request: Request) -> [String]? {
        guard let ring, ring.hasRestrictions else { return nil }
        guard case .key(let key) = caller(of: request).identity else { return nil }
        return key.grant.sources
    }

    // MARK: What they may do

    /// - Throws: 401 or 403 when the one who asks may not use a route.
    func check(_ request: Request, _ access: RouteAccess) throws(Problem) {
        guard let scope = access.scope else { return }
        switch request.identity {
        case .stranger: throw .unauthorized("The key is not one of this service.", error: "invalid_token")
        case .anonymous: try checkAnonymous(request, scope)
        case .key(let key):
            guard key.grant.scopes.contains(scope) else { throw .missing(scope) }
            if key.grant.sources != nil, access.sources == .refused { throw .restricted }
        }
    }

    private func checkAnonymous(_ request: Request, _ scope: AccessScope) throws(Problem) {
        switch (hasKeys, scope) {
        case (true, .read) where anonymous == .read: return
        case (true, _): throw .unauthorized("A key is needed here.")
        case (false, .read), (false, .export), (false, .metrics):
            guard isLoopback || anonymous == .read else { throw .unauthorized("A key is needed here.") }
        case (false, _):
            guard isLoopback else { throw .forbidden }
            try checkOrigin(request)
        }
    }

    /// Pages of other sites may not use a visitor's browser to change anything.
    private func checkOrigin(_ request: Request) throws(Problem) {
        guard let origin = request.fields[.origin] else { return }
        guard Self.isLoopback(origin: origin) || corsOrigins.contains(origin) else { throw .foreignOrigin }
    }

    private static func isLoopback(origin: String) -> Bool {
        guard let scheme = origin.firstRange(of: "://") else { return false }
        let authority = origin[scheme.upperBound...]
        let host = authority.hasPrefix("[") ? authority.prefix { $0 != "]" } : authority.prefix { $0 != ":" }
        return ["localhost", "127.0.0.1", "[::1"].contains(host)
    }
}
