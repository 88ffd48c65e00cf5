import Foundation
import Testing

/// A plain blocking socket to a server under test.
final class Client: Sendable {
    private let descriptor: Int32

    init(port: UInt16) throws {
        descriptor = try #require(Self.connected(port: port))
    }

    /// Whether something accepts connections there.
    static func isWelcome(port: UInt16) -> Bool {
        guard let descriptor = connected(port: port) else { return false }
        close(descriptor)
        return true
    }

    private static func connected(port: UInt16) -> Int32? {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
        var timeout = timeval(tv_sec: 10, tv_usec: 0)
        setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &timeout, socklen_t(MemoryLayout<timeval>.size))
        let result = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        if result == 0 { return descriptor }
        close(descriptor)
        return nil
    }

    deinit {
        close(descriptor)
    }

    func send(_ text: String) {
        send(Array(text.utf8))
    }

    func send(_ bytes: [UInt8]) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes {
                Glibc.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
            }
            guard count > 0 else { return }
            rest = rest.dropFirst(count)
        }
    }

    /// Says that nothing more comes.
    func finishSending() {
        shutdown(descriptor, Int32(SHUT_WR))
    }

    /// Breaks the connection off when this client goes.
    func reset() {
        var linger = linger(l_onoff: 1, l_linger: 0)
        setsockopt(descriptor, SOL_SOCKET, SO_LINGER, &linger, socklen_t(MemoryLayout<Glibc.linger>.size))
    }

    /// How often `byte` comes, until `enough`.
    func count(of byte: UInt8, upTo enough: Int) -> Int {
        var found = 0
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while found < enough {
            let count = recv(descriptor, &buffer, buffer.count, 0)
            guard count > 0 else { break }
            found += buffer[..<count].count { $0 == byte }
        }
        return found
    }

    /// Everything up to the end of the stream, or until `isEnough`.
    func read(until isEnough: (String) -> Bool = { _ in false }) -> String {
        String(decoding: readBytes { isEnough(String(decoding: $0, as: UTF8.self)) }, as: UTF8.self)
    }

    /// The same as bytes.
    func readBytes(until isEnough: ([UInt8]) -> Bool) -> [UInt8] {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while !isEnough(bytes) {
            let count = recv(descriptor, &buffer, buffer.count, 0)
            guard count > 0 else { break }
            bytes += buffer[..<count]
        }
        return bytes
    }

    /// Sends a request that asks for the connection to be closed, and reads the whole answer.
    static func exchange(_ request: String, port: UInt16) throws -> String {
        let client = try Client(port: port)
        client.send(request)
        return client.read()
    }
}
