import Glibc
import Sockets

/// The listeners of all loops: each loop has its own of TCP, which share the port; the others are shared.
struct ListenerSet {
    private(set) var byLoop: [[Listener]]
    /// Of TCP; 0 without.
    private(set) var port: UInt16 = 0

    private init(loops: Int) {
        byLoop = Array(repeating: [], count: max(loops, 1))
    }

    static func open(_ configuration: ServerConfiguration) throws(ServerError) -> ListenerSet {
        var listeners = ListenerSet(loops: configuration.loops)
        let inherited = configuration.takesInheritedSockets ? InheritedSockets.descriptors : []
        do {
            for number in inherited { try listeners.share(Listener(duplicating: number)) }
        } catch {
            throw .system(call: error.call, errno: error.errno)
        }
        if inherited.isEmpty { try listeners.openPort(configuration) }
        guard let path = configuration.socketPath else { return listeners }
        do {
            try listeners.share(Listener(path: path))
        } catch {
            throw .badSocketPath(path, errno: error.errno)
        }
        return listeners
    }

    private mutating func share(_ listener: Listener) {
        if port == 0 { port = listener.port }
        for index in byLoop.indices { byLoop[index].append(listener) }
    }

    private mutating func openPort(_ configuration: ServerConfiguration) throws(ServerError) {
        guard let wanted = SocketAddress(host: configuration.host, port: configuration.port) else {
            throw .badAddress(configuration.host)
        }
        do {
            // Sharing a port hides that another process has it, so it is bound once without sharing.
            port = try Listener(wanted, sharingPort: false).port
            guard let address = SocketAddress(host: configuration.host, port: port) else { return }
            for index in byLoop.indices {
                byLoop[index].append(try Listener(address, sharingPort: true))
            }
        } catch {
            switch error.errno {
            case EADDRINUSE: throw .addressInUse(host: configuration.host, port: configuration.port)
            case EADDRNOTAVAIL: throw .badAddress(configuration.host)
            default: throw .system(call: error.call, errno: error.errno)
            }
        }
    }
}
