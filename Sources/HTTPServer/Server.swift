import Foundation
import Sockets
import Synchronization

/// An HTTP/1.1 and HTTP/2 server: one epoll loop per core, a bounded queue for blocking work.
///
/// HTTP/2 comes by ALPN over TLS, and without TLS with prior knowledge or by `Upgrade: h2c`.
package final class Server: Sendable {
    private struct State {
        var mailboxes: [Mailbox<ServerLoop.Message>] = []
        /// Those of paths, whose files go when all is closed.
        var pathListeners: [Listener] = []
    }

    private let shared: ServerShared
    private let state = Mutex(State())
    private let loops = DispatchGroup()

    /// Descriptors that are not for connections: the store, the index, the loops.
    private static let reservedDescriptors = 128

    package init(router: Router, configuration: ServerConfiguration) {
        // Without a descriptor left, a listener would be ready for ever and nothing could be accepted or stored.
        var configuration = configuration
        let descriptors = DescriptorLimit.raise() - Self.reservedDescriptors
        configuration.maximumConnections = max(1, min(configuration.maximumConnections, descriptors))
        if configuration.loops == 0 {
            configuration.loops = ProcessInfo.processInfo.activeProcessorCount
        }
        shared = ServerShared(router: router, configuration: configuration, lanes: Lanes(configuration))
    }

    /// Binds and starts to answer. Returns the port, chosen by the kernel when the configuration says 0; 0 when there is only
    /// a socket of the Unix domain.
    package func start() throws(ServerError) -> UInt16 {
        try HTTP2Library.check()
        try reloadCertificate()
        let sets = try ListenerSet.open(shared.configuration)
        state.withLock { $0.pathListeners = sets.byLoop.first?.filter(\.isUnix) ?? [] }
        do {
            for listeners in sets.byLoop {
                let mailbox = try Mailbox<ServerLoop.Message>()
                state.withLock { $0.mailboxes.append(mailbox) }
                run(listeners, mailbox)
            }
        } catch {
            throw .system(call: error.call, errno: error.errno)
        }
        return sets.port
    }

    /// Reads certificate and key again; connections from now on get them, those that are open go on.
    /// - Throws: `ServerError.badCertificate`; the ones before stay in use then.
    package func reloadCertificate() throws(ServerError) {
        do {
            try shared.loadTLS()
        } catch {
            switch error {
            case .badFile(let file, let reason): throw .badCertificate(file: file, reason: reason)
            case .keyMismatch(let file):
                throw .badCertificate(file: file, reason: "the key is not that of the certificate")
            case .unavailable(let reason):
                throw .badCertificate(file: shared.configuration.tls?.certificate ?? "", reason: reason)
            }
        }
    }

    private func run(_ listeners: [Listener], _ mailbox: Mailbox<ServerLoop.Message>) {
        loops.enter()
        let handover = Handover(listeners)
        let thread = Thread { [shared, loops] in
            // A loop that can't have its descriptors leaves the port to the others.
            try? ServerLoop(listeners: handover.take(), mailbox: mailbox, shared: shared).run()
            loops.leave()
        }
        thread.name = "tarikh.loop"
        thread.start()
    }

    /// Gives listeners to a thread without keeping them, so that they are closed when its loop lets go of them.
    private final class Handover: Sendable {
        private let listeners: Mutex<[Listener]>

        init(_ listeners: [Listener]) { self.listeners = Mutex(listeners) }

        func take() -> [Listener] {
            listeners.withLock { listeners in
                defer { listeners = [] }
                return listeners
            }
        }
    }

    /// Stops to accept, lets requests under way finish for at most `drainTimeout` seconds, then closes. Returns when all
    /// is closed.
    package func drain() {
        for mailbox in state.withLock({ $0.mailboxes }) { mailbox.post(.drain) }
        loops.wait()
        let listeners = state.withLock { state in
            defer { state.pathListeners = [] }
            return state.pathListeners
        }
        for listener in listeners { listener.removeFile() }
    }

    /// Open connections now.
    package var connectionCount: Int {
        let connections = connectionCounts
        return connections.http1 + connections.http2
    }

    /// Requests that wait for a thread now, by lane.
    package var waitingCounts: [(lane: String, count: Int)] { shared.lanes.waitingCounts }

    /// Open connections by protocol.
    package var connectionCounts: (http1: Int, http2: Int) { shared.connections }
}
