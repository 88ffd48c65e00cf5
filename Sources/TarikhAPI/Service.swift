package import AccessControl
package import ArticleStore
package import Extraction
package import Feeds
package import HTTPServer

/// The service: a store behind an HTTP server.
package final class Service: Sendable {
    /// All routes with what is around them; answers without a socket.
    package let router: Router
    private let api: API
    private let server: Server

    /// - Parameters:
    ///   - keys: those that let in; without a ring, and as long as there is none on it, what the configuration says of callers
    ///     without a key holds.
    ///   - feeds: those that are polled from the start on; without it nothing is fetched, whoever asks.
    /// - Throws: `ConfigurationError.notLoopback` when the service would be open to the network.
    package init(
        configuration: Configuration, store: ArticleStore, annotator: Annotator = Annotator(),
        log: ServiceLog = ServiceLog(), keys: KeyRing? = nil,
        feeds: FeedStore? = nil
    ) throws(ConfigurationError) {
        try configuration.check(hasKeys: keys.map { !$0.isEmpty } ?? false)
        let api = API(
            configuration: configuration, store: store,
            ingestor: Ingestor(store: store, annotator: annotator),
            reannotator: Reannotator(store: store, annotator: annotator),
            cursors: CursorSigner(
                key: CursorKey.load(folder: configuration.data, mayWrite: store.isWritable)), log: log,
            keys: keys, feeds: feeds)
        router = Self.router(api)
        server = Server(router: router, configuration: configuration.server)
        self.api = api
        api.observe { [weak server] in server }
    }

    private static func router(_ api: API) -> Router {
        let routes = api.routes
        return Router(routes: routes.map(\.route), middleware: middleware(api, AccessTable(routes))) {
            request in
            // What is kept may tell of all sources.
            api.gate.sources(of: request) == nil ? api.cache.response(to: request) : nil
        }
    }

    /// What is around all routes, the outermost first.
    private static func middleware(_ api: API, _ table: AccessTable) -> [any Middleware] {
        let configuration = api.configuration
        let gate = api.gate
        let observation = ObservationMiddleware(
            metrics: api.metrics, log: api.log, logsAccess: configuration.accessLog)
        let steps: [(any Middleware)?] = [
            RequestIDMiddleware(),
            TraceMiddleware(),
            IdentificationMiddleware(gate: gate),
            MemoMiddleware(
                cache: api.cache, gate: gate, isUnlimited: configuration.rateLimit == 0,
                observation: observation),
            observation,
            HeadersMiddleware(),
            gate.corsOrigins.isEmpty ? nil : CORSMiddleware(origins: gate.corsOrigins),
            gate.ring.map { AuditMiddleware(table: table, ring: $0, log: api.log) },
            RateLimitMiddleware(
                table: table, limiter: RateLimiter(), rate: configuration.rateLimit, metrics: api.metrics),
            AccessMiddleware(gate: gate, table: table),
            ResponseCacheMiddleware(cache: api.cache),
            ContentCodingMiddleware(maximumBodyBytes: configuration.maximumBodyBytes),
        ]
        return steps.compactMap(\.self)
    }

    /// Binds and starts to answer. Returns the port.
    package func start() throws(ServerError) -> UInt16 {
        let port = try server.start()
        api.feeds?.start()
        return port
    }

    /// Reads the certificate and key of TLS anew; connections that are open go on with theirs.
    /// - Throws: `ServerError.badCertificate`; those before stay in use then.
    package func reloadCertificate() throws(ServerError) {
        try server.reloadCertificate()
    }

    /// Says no to health checks, lets requests under way finish, and returns when all is closed.
    package func drain() {
        api.beginDraining()
        server.drain()
        api.feeds?.stop()
        api.reannotation.stop()
    }
}
