import HTTPTypes
import Sockets
import Synchronization

/// What all event loops of a server share.
final class ServerShared: Sendable {
    let router: Router
    let configuration: ServerConfiguration
    let lanes: Lanes
    let limits: ServerLimits
    private let context = Mutex<TLSContext?>(nil)
    private let http1 = Atomic<Int>(0)
    private let http2 = Atomic<Int>(0)

    init(router: Router, configuration: ServerConfiguration, lanes: Lanes) {
        self.router = router
        self.configuration = configuration
        self.lanes = lanes
        limits = ServerLimits(configuration)
    }

    /// What new connections over TLS take; `nil` when the server has none.
    var tls: TLSContext? {
        configuration.tls == nil ? nil : context.withLock { $0 }
    }

    /// Reads the certificate and key anew, for connections from now on.
    func loadTLS() throws(TLSError) {
        guard let tls = configuration.tls else { return }
        let loaded = try TLSContext(tls)
        context.withLock { $0 = loaded }
    }

    /// Open connections by protocol.
    var connections: (http1: Int, http2: Int) {
        (http1.load(ordering: .relaxed), http2.load(ordering: .relaxed))
    }

    /// Counts a new connection; false when there are too many.
    func opened() -> Bool {
        guard connections.http1 + connections.http2 < configuration.maximumConnections else { return false }
        http1.add(1, ordering: .relaxed)
        return true
    }

    func upgraded() {
        http1.subtract(1, ordering: .relaxed)
        http2.add(1, ordering: .relaxed)
    }

    func closed(_ isHTTP2: Bool) {
        if isHTTP2 { http2.subtract(1, ordering: .relaxed) } else { http1.subtract(1, ordering: .relaxed) }
    }

    /// The answer to what never became a request, or could not be taken in; middleware still sees it.
    func response(
        to problem: Problem, of request: Request = Request(method: .get, target: "")
    ) -> Response {
        router.respond(with: problem, to: request)
    }
}
