package import ArticleStore
package import Extraction
package import HTTPServer

/// The service: a store behind an HTTP server.
package final class Service: Sendable {
    /// All routes with what is around them; answers without a socket.
    package let router: Router
    private let api: API
    private let server: Server

    /// - Throws: `ConfigurationError.notLoopback` when the service would be open to the network.
    package init(
        configuration: Configuration, store: ArticleStore, annotator: Annotator = Annotator(),
        log: ServiceLog = ServiceLog()
    ) throws(ConfigurationError) {
        try configuration.check()
        let api = API(
            configuration: configuration, store: store,
            ingestor: Ingestor(store: store, annotator: annotator),
            reannotator: Reannotator(store: store, annotator: annotator),
            cursors: CursorSigner(
                key: CursorKey.load(folder: configuration.data, mayWrite: store.isWritable)), log: log)
        router = Self.router(api)
        server = Server(router: router, configuration: configuration.server)
        self.api = api
        api.countConnections { [weak server] in server?.connectionCounts ?? (0, 0) }
    }

    private static func router(_ api: API) -> Router {
        let configuration = api.configuration
        let routes = api.routes
        var middleware: [any Middleware] = [
            ObservationMiddleware(
                metrics: api.metrics, log: api.log, logsAccess: configuration.accessLog,
                patterns: routes.map(\.pattern)),
            RequestIDMiddleware(),
            HeadersMiddleware(),
        ]
        if !configuration.corsOrigins.isEmpty {
            middleware.append(CORSMiddleware(origins: Set(configuration.corsOrigins)))
        }
        return Router(routes: routes, middleware: middleware)
    }

    /// Binds and starts to answer. Returns the port.
    package func start() throws(ServerError) -> UInt16 {
        try server.start()
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
        api.reannotation.stop()
    }
}
