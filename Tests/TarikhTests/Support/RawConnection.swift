import Foundation

/// A socket to a port of this machine.
struct RawConnection {
    struct Failed: Error {}

    /// Sends a GET and returns all that comes back.
    static func get(_ path: String, port: UInt16, fields: [String] = []) throws -> String {
        try send("GET", path, port, fields)
    }

    /// The same with a POST of nothing.
    static func post(_ path: String, port: UInt16) throws -> String {
        try send("POST", path, port, ["Content-Length: 0"])
    }

    private static func send(
        _ method: String, _ path: String, _ port: UInt16, _ fields: [String]
    ) throws -> String {
        let descriptor = try connected(port)
        defer { close(descriptor) }
        let lines =
            ["\(method) \(path) HTTP/1.1", "Host: localhost", "Connection: close"] + fields + ["", ""]
        let request = Array(lines.joined(separator: "\r\n").utf8)
        guard write(descriptor, request, request.count) == request.count else { throw Failed() }
        var answer: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = read(descriptor, &piece, piece.count)
            guard count >= 0 else { throw Failed() }
            if count == 0 { return String(decoding: answer, as: UTF8.self) }
            answer += piece.prefix(count)
        }
    }

    private static func connected(_ port: UInt16) throws -> Int32 {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var timeout = timeval(tv_sec: 30, tv_usec: 0)
        setsockopt(
            descriptor, SOL_SOCKET, SO_RCVTIMEO, &timeout, socklen_t(MemoryLayout<timeval>.size))
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = INADDR_LOOPBACK.bigEndian
        let result = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard result == 0 else {
            close(descriptor)
            throw Failed()
        }
        return descriptor
    }
}
