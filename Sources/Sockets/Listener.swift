import CLinux
import Glibc

/// A listening TCP socket; several may share a port (`SO_REUSEPORT`), and the kernel spreads connections over them.
package struct Listener: ~Copyable, Sendable {
    private static let backlog: Int32 = 1_024

    private let descriptor: Descriptor

    /// - Throws: `SystemError`, with `EADDRINUSE` when the port is taken. A port of 0 lets the kernel choose.
    package init(_ address: SocketAddress, sharingPort: Bool) throws(SystemError) {
        descriptor = Descriptor(owning: try Self.bound(to: address, sharingPort: sharingPort))
    }

    private static func bound(to address: SocketAddress, sharingPort: Bool) throws(SystemError) -> Int32 {
        let kind = SOCK_STREAM.rawValue | SOCK_NONBLOCK.rawValue | SOCK_CLOEXEC.rawValue
        let number = socket(address.family, Int32(kind), 0)
        guard number >= 0 else { throw SystemError("socket") }
        set(SO_REUSEADDR, of: number)
        if sharingPort { set(SO_REUSEPORT, of: number) }
        var failure: SystemError?
        if unsafe address.withPointer({ unsafe bind(number, $0, $1) }) != 0 {
            failure = SystemError("bind")
        } else if listen(number, backlog) != 0 {
            failure = SystemError("listen")
        }
        if let failure {
            close(number)
            throw failure
        }
        return number
    }

    /// Takes over what `release` gave, on another thread.
    package init(owning number: Int32) {
        descriptor = Descriptor(owning: number)
    }

    /// Gives up the descriptor, which stays open.
    package consuming func release() -> Int32 {
        descriptor.release()
    }

    package var number: Int32 { descriptor.number }

    /// The port it is bound to.
    package var port: UInt16 {
        SocketAddress.local(of: descriptor.number)?.port ?? 0
    }

    /// The next connection that waits; `nil` when there is none.
    package func accept() -> StreamSocket? {
        let number = CLinux_accept(descriptor.number)
        guard number >= 0 else { return nil }
        var one: Int32 = 1
        _ = unsafe setsockopt(number, Int32(IPPROTO_TCP), TCP_NODELAY, &one, 4)
        return StreamSocket(Descriptor(owning: number))
    }

    private static func set(_ option: Int32, of number: Int32) {
        var one: Int32 = 1
        _ = unsafe setsockopt(number, SOL_SOCKET, option, &one, 4)
    }
}
