import AccessControl

/// What it takes to use a route.
struct RouteAccess: Sendable, Hashable {
    /// What a key that is only for some sources may do with it.
    enum Sources: Sendable, Hashable {
        /// Nothing: the answer would tell of others.
        case refused
        /// It lists articles, and the parameter `source` leaves out others.
        case filtered
        /// It is about one article, which must be of one of the sources.
        case checked
    }

    /// `nil`: no key, and no limit.
    let scope: AccessScope?
    private(set) var sources = Sources.refused

    private init(_ scope: AccessScope?, _ sources: Sources = .refused) {
        self.scope = scope
        self.sources = sources
    }

    static let open = RouteAccess(nil, .checked)
    static let read = RouteAccess(.read)
    static let export = RouteAccess(.export)
    static let write = RouteAccess(.write)
    static let curate = RouteAccess(.curate)
    static let admin = RouteAccess(.admin)
    static let metrics = RouteAccess(.metrics)

    var filtered: RouteAccess { RouteAccess(scope, .filtered) }
    var checked: RouteAccess { RouteAccess(scope, .checked) }
}
