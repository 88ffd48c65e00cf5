import Glibc

/// An IPv4 or IPv6 address with a port, or a path of the Unix domain.
@safe
package struct SocketAddress: Sendable {
    private var storage: sockaddr_storage
    private let length: socklen_t

    /// An address literal such as `127.0.0.1` or `::1`; `nil` for anything else.
    package init?(host: String, port: UInt16) {
        storage = sockaddr_storage()
        var four = sockaddr_in()
        var six = sockaddr_in6()
        if unsafe inet_pton(AF_INET, host, &four.sin_addr) == 1 {
            four.sin_family = sa_family_t(AF_INET)
            four.sin_port = port.bigEndian
            length = socklen_t(MemoryLayout<sockaddr_in>.size)
            unsafe withUnsafeMutableBytes(of: &storage) {
                unsafe $0.storeBytes(of: four, as: sockaddr_in.self)
            }
        } else if unsafe inet_pton(AF_INET6, host, &six.sin6_addr) == 1 {
            six.sin6_family = sa_family_t(AF_INET6)
            six.sin6_port = port.bigEndian
            length = socklen_t(MemoryLayout<sockaddr_in6>.size)
            unsafe withUnsafeMutableBytes(of: &storage) {
                unsafe $0.storeBytes(of: six, as: sockaddr_in6.self)
            }
        } else {
            return nil
        }
    }

    /// A path of the Unix domain; `nil` when it is empty or too long.
    package init?(path: String) {
        storage = sockaddr_storage()
        var unix = sockaddr_un()
        unix.sun_family = sa_family_t(AF_UNIX)
        let bytes = Array(path.utf8)
        let room = MemoryLayout.size(ofValue: unix.sun_path)
        guard !bytes.isEmpty, bytes.count < room, !bytes.contains(0) else { return nil }
        unsafe withUnsafeMutableBytes(of: &unix.sun_path) { unsafe $0.copyBytes(from: bytes) }
        length = socklen_t(MemoryLayout<sockaddr_un>.size)
        unsafe withUnsafeMutableBytes(of: &storage) {
            unsafe $0.storeBytes(of: unix, as: sockaddr_un.self)
        }
    }

    private init(_ storage: sockaddr_storage, _ length: socklen_t) {
        self.storage = storage
        self.length = length
    }

    /// The address that a socket is bound to.
    static func local(of number: Int32) -> SocketAddress? {
        unsafe named { unsafe getsockname(number, $0, $1) }
    }

    /// The address that a socket is connected to.
    static func peer(of number: Int32) -> SocketAddress? {
        unsafe named { unsafe getpeername(number, $0, $1) }
    }

    private static func named(
        _ call: (UnsafeMutablePointer<sockaddr>, UnsafeMutablePointer<socklen_t>) -> Int32
    ) -> SocketAddress? {
        var storage = sockaddr_storage()
        var length = socklen_t(MemoryLayout<sockaddr_storage>.size)
        let result = unsafe withUnsafeMutablePointer(to: &storage) { pointer in
            unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { unsafe call($0, &length) }
        }
        return result == 0 ? SocketAddress(storage, length) : nil
    }

    /// In network order: 4 bytes of IPv4, 16 of IPv6; none of other families.
    var addressBytes: [UInt8] {
        let bytes: Range<Int>
        switch family {
        case AF_INET: bytes = 4..<8
        case AF_INET6: bytes = 8..<24
        default: return []
        }
        return unsafe withUnsafeBytes(of: storage) { unsafe Array($0[bytes]) }
    }

    var family: Int32 { Int32(storage.ss_family) }

    var port: UInt16 {
        unsafe withUnsafeBytes(of: storage) { bytes in
            // Both families have the port behind the two bytes of the family.
            UInt16(unsafe bytes[2]) << 8 | UInt16(unsafe bytes[3])
        }
    }

    /// 127.0.0.0/8 and ::1 (RFC 6890).
    var isLoopback: Bool {
        unsafe withUnsafeBytes(of: storage) { bytes in
            switch family {
            case AF_INET: unsafe bytes[4] == 127
            case AF_INET6: unsafe bytes[8..<24].elementsEqual([UInt8](repeating: 0, count: 15) + [1])
            default: false
            }
        }
    }

    func withPointer<Value>(_ body: (UnsafePointer<sockaddr>, socklen_t) -> Value) -> Value {
        var storage = storage
        return unsafe withUnsafePointer(to: &storage) { pointer in
            unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { unsafe body($0, length) }
        }
    }
}
