import Foundation
import Sockets
import Synchronization

/// An HTTP/1.1 and HTTP/2 (prior knowledge) server: one epoll loop per core, a bounded queue for blocking work.
package final class Server: Sendable {
    private struct State {
        var mailboxes: [Mailbox<ServerLoop.Message>] = []
    }

    private let shared: ServerShared
    private let state = Mutex(State())
    private let loops = DispatchGroup()

    /// Descriptors that are not for connections: the store, the index, the loops.
    private static let reservedDescriptors = 128

    package init(
        router: Router, configuration: ServerConfiguration, observer: (any ServerObserver)? = nil
    ) {
        // Without a descriptor left, a listener would be ready for ever and nothing could be accepted or stored.
        var configuration = configuration
        let descriptors = DescriptorLimit.raise() - Self.reservedDescriptors
        configuration.maximumConnections = max(1, min(configuration.maximumConnections, descriptors))
        shared = ServerShared(
            router: router, configuration: configuration, lanes: Lanes(configuration), observer: observer)
    }

    /// Binds and starts to answer. Returns the port, chosen by the kernel when the configuration says 0.
    package func start() throws(ServerError) -> UInt16 {
        let configuration = shared.configuration
        let port = try freePort()
        guard let address = SocketAddress(host: configuration.host, port: port) else {
            throw .badAddress(configuration.host)
        }
        let cores = ProcessInfo.processInfo.activeProcessorCount
        do {
            for _ in 0..<(configuration.loops > 0 ? configuration.loops : cores) {
                let listener = try Listener(address, sharingPort: true)
                let mailbox = try Mailbox<ServerLoop.Message>()
                state.withLock { $0.mailboxes.append(mailbox) }
                try run(listener, mailbox)
            }
        } catch {
            throw ServerError(error, host: configuration.host, port: port)
        }
        return port
    }

    /// The port to listen on. Sharing a port hides that another process has it, so it is bound once without sharing.
    private func freePort() throws(ServerError) -> UInt16 {
        let configuration = shared.configuration
        guard let address = SocketAddress(host: configuration.host, port: configuration.port) else {
            throw .badAddress(configuration.host)
        }
        do {
            return try Listener(address, sharingPort: false).port
        } catch {
            throw ServerError(error, host: configuration.host, port: configuration.port)
        }
    }

    private func run(_ listener: consuming Listener, _ mailbox: Mailbox<ServerLoop.Message>)
        throws(SystemError)
    {
        let descriptor = listener.release()
        loops.enter()
        let thread = Thread { [shared, loops] in
            // A loop that can't have its descriptors leaves the port to the others.
            try? ServerLoop(listener: Listener(owning: descriptor), mailbox: mailbox, shared: shared).run()
            loops.leave()
        }
        thread.name = "tarikh.loop"
        thread.start()
    }

    /// Stops to accept, lets requests under way finish for at most `drainTimeout` seconds, then closes. Returns when all
    /// is closed.
    package func drain() {
        for mailbox in state.withLock({ $0.mailboxes }) { mailbox.post(.drain) }
        loops.wait()
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

extension ServerError {
    fileprivate init(_ error: SystemError, host: String, port: UInt16) {
        switch error.errno {
        case EADDRINUSE: self = .addressInUse(host: host, port: port)
        case EADDRNOTAVAIL: self = .badAddress(host)
        default: self = .system(call: error.call, errno: error.errno)
        }
    }
}
