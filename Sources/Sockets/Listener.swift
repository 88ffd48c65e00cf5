import CLinux
import Glibc
import Synchronization

/// A listening socket of TCP or the Unix domain. Several of TCP may share a port (`SO_REUSEPORT`), and the kernel spreads
/// connections over them.
package final class Listener: Sendable {
    private static let backlog: Int32 = 1_024

    /// Bytes of a connection that wait in the kernel.
    private static let mostUnsent: Int32 = 64 << 10

    private let descriptor: Descriptor
    /// Of the Unix domain: its peers are on this machine.
    package let isUnix: Bool
    /// The file that it made and removes.
    private let path: String?
    private let hasFile = Atomic(true)

    /// - Throws: `SystemError`, with `EADDRINUSE` when the port is taken. A port of 0 lets the kernel choose.
    package init(_ address: SocketAddress, sharingPort: Bool) throws(SystemError) {
        descriptor = try Self.bound(to: address, sharingPort: sharingPort)
        isUnix = false
        path = nil
    }

    /// Listens at a path that does not exist, or at which nobody listens any more; only this user and group may connect.
    /// - Throws: `SystemError`, with `EADDRINUSE` when somebody listens there, `EEXIST` when there is another kind of file.
    package init(path: String) throws(SystemError) {
        guard let address = SocketAddress(path: path) else { throw SystemError("bind", ENAMETOOLONG) }
        try Self.removeLeftOver(path, address)
        descriptor = try Self.bound(to: address, sharingPort: false)
        isUnix = true
        self.path = path
        _ = unsafe chmod(path, 0o660)
    }

    /// Another descriptor of a socket that listens, such as one that this process was started with.
    /// - Throws: `SystemError` when it is no listening stream socket.
    package init(duplicating number: Int32) throws(SystemError) {
        var isListening: Int32 = 0
        var length = socklen_t(MemoryLayout<Int32>.size)
        guard unsafe getsockopt(number, SOL_SOCKET, SO_ACCEPTCONN, &isListening, &length) == 0 else {
            throw SystemError("getsockopt")
        }
        guard isListening == 1 else { throw SystemError("accept", EINVAL) }
        let copy = fcntl(number, F_DUPFD_CLOEXEC, 3)
        guard copy >= 0 else { throw SystemError("fcntl") }
        descriptor = Descriptor(owning: copy)
        _ = fcntl(copy, F_SETFL, fcntl(copy, F_GETFL) | O_NONBLOCK)
        isUnix = SocketAddress.local(of: copy)?.family == AF_UNIX
        if !isUnix { Self.setForConnections(copy) }
        path = nil
    }

    deinit {
        removeFile()
    }

    /// Removes the file of a path, once; connections that wait go on.
    package func removeFile() {
        guard let path, hasFile.exchange(false, ordering: .relaxed) else { return }
        _ = unsafe unlink(path)
    }

    /// A socket file stays behind when its process is killed.
    private static func removeLeftOver(_ path: String, _ address: SocketAddress) throws(SystemError) {
        var status = stat()
        guard unsafe lstat(path, &status) == 0 else { return }
        guard status.st_mode & S_IFMT == S_IFSOCK else { throw SystemError("bind", EEXIST) }
        let probe = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        guard probe >= 0 else { throw SystemError("socket") }
        let probing = Descriptor(owning: probe)
        let result = unsafe address.withPointer { unsafe connect(probing.number, $0, $1) }
        guard result != 0 else { throw SystemError("bind", EADDRINUSE) }
        _ = unsafe unlink(path)
    }

    private static func bound(to address: SocketAddress, sharingPort: Bool) throws(SystemError) -> Descriptor
    {
        let kind = SOCK_STREAM.rawValue | SOCK_NONBLOCK.rawValue | SOCK_CLOEXEC.rawValue
        let number = socket(address.family, Int32(kind), 0)
        guard number >= 0 else { throw SystemError("socket") }
        let descriptor = Descriptor(owning: number)
        if address.family != AF_UNIX {
            set(SO_REUSEADDR, of: number)
            setForConnections(number)
        }
        if sharingPort { set(SO_REUSEPORT, of: number) }
        guard unsafe address.withPointer({ unsafe bind(number, $0, $1) }) == 0 else {
            throw SystemError("bind")
        }
        guard listen(number, backlog) == 0 else { throw SystemError("listen") }
        return descriptor
    }

    package var number: Int32 { descriptor.number }

    /// The port it is bound to.
    package var port: UInt16 {
        isUnix ? 0 : SocketAddress.local(of: descriptor.number)?.port ?? 0
    }

    /// Whether only this machine reaches it.
    package var isLocal: Bool {
        isUnix || SocketAddress.local(of: descriptor.number)?.isLoopback ?? false
    }

    /// The next connection that waits; `nil` when there is none.
    package func accept() -> StreamSocket? {
        let number = CLinux_accept(descriptor.number)
        guard number >= 0 else { return nil }
        return StreamSocket(Descriptor(owning: number))
    }

    private static func set(
        _ option: Int32, to value: Int32 = 1, level: Int32 = SOL_SOCKET, of number: Int32
    ) {
        var value = value
        _ = unsafe setsockopt(number, level, option, &value, 4)
    }

    /// What connections take over from a listener of TCP: small writes go at once, and what the peer's window does not take
    /// stays out of the kernel, where thousands of slow readers would use up the memory of all.
    private static func setForConnections(_ number: Int32) {
        set(TCP_NODELAY, level: Int32(IPPROTO_TCP), of: number)
        set(TCP_NOTSENT_LOWAT, to: mostUnsent, level: Int32(IPPROTO_TCP), of: number)
    }
}
