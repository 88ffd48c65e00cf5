import HTTPServer
import HTTPTypes

/// The addresses of the service's resources, as those outside know them.
struct Addresses: Sendable, Hashable {
    /// Scheme and host; empty when the host is not known, which makes addresses relative.
    private let base: String

    /// - Parameter publicURL: what the configuration says; without it, the host that the request named.
    init(_ request: Request, publicURL: String?) {
        if let publicURL {
            base = publicURL.hasSuffix("/") ? String(publicURL.dropLast()) : publicURL
            return
        }
        let host = request.fields[.host] ?? ""
        let isHost = host.utf8.count <= 255 && host.utf8.allSatisfy(Self.isHostByte)
        base = isHost && !host.isEmpty ? "http://" + host : ""
    }

    /// Of a target: an absolute path with its query.
    func url(_ target: String) -> String { base + target }

    func event(_ id: String) -> String { url("/v1/events/" + id) }

    /// Of registered names, IPv4 and IPv6 literals and ports (RFC 3986, 3.2.2), without percent-encoding.
    private static func isHostByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
            UInt8(ascii: "A")...UInt8(ascii: "Z"):
            true
        default: "-._~[]:".utf8.contains(byte)
        }
    }
}
