/// An HTTP/1.1 and HTTP/2 (prior knowledge) server: one epoll loop per core, a bounded queue for blocking work.
package final class Server: Sendable {
    package init(router: Router, configuration: ServerConfiguration) {}

    /// Binds and starts to answer. Returns the port, chosen by the kernel when the configuration says 0.
    package func start() throws(ServerError) -> UInt16 { 0 }

    /// Stops to accept, lets requests under way finish for at most `drainTimeout` seconds, then closes. Returns when all is closed.
    package func drain() {}

    /// Open connections now.
    package var connectionCount: Int { 0 }
}
