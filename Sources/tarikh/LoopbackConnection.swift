import Foundation

/// A connection to a service on this machine, for one request.
@safe
struct LoopbackConnection: ~Copyable {
    private static let timeout = timeval(tv_sec: 4, tv_usec: 0)

    private let descriptor: Int32

    init(port: UInt16) throws(CommandFailure) {
        descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var timeout = Self.timeout
        let length = socklen_t(MemoryLayout<timeval>.size)
        unsafe setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &timeout, length)
        unsafe setsockopt(descriptor, SOL_SOCKET, SO_SNDTIMEO, &timeout, length)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = INADDR_LOOPBACK.bigEndian
        let result = unsafe withUnsafePointer(to: &address) { pointer in
            unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { pointer in
                unsafe connect(descriptor, pointer, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard result == 0 else {
            throw CommandFailure(
                .failed, "Nothing answers on 127.0.0.1, port \(port): \(SystemError.text(errno)).")
        }
    }

    deinit {
        close(descriptor)
    }

    /// The head of the answer and the start of its body.
    func get(_ path: String) throws(CommandFailure) -> String {
        let request = Array("GET \(path) HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n".utf8)
        let sent = unsafe request.withUnsafeBytes { bytes in
            unsafe send(descriptor, bytes.baseAddress, bytes.count, Int32(MSG_NOSIGNAL))
        }
        guard sent == request.count else {
            throw CommandFailure(.failed, "The service takes no request: \(SystemError.text(errno)).")
        }
        let answer = unsafe [UInt8](unsafeUninitializedCapacity: 4096) { buffer, count in
            count = max(unsafe recv(descriptor, buffer.baseAddress, buffer.count, 0), 0)
        }
        return String(decoding: answer, as: UTF8.self)
    }
}
