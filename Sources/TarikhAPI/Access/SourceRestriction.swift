import HTTPServer
import HTTPTypes

/// Keeps a request to the articles of some sources.
enum SourceRestriction {
    /// The request with one more parameter `source`, unless it has just that, as the link to a next page does.
    static func apply(_ sources: [String], to request: Request) -> Request {
        let parameter = "source=" + sources.map(encoded).joined(separator: ",")
        guard !(request.query ?? "").split(separator: "&").contains(parameter[...]) else { return request }
        var request = request
        request.target += (request.query == nil ? "?" : "&") + parameter
        return request
    }

    /// Percent-encodes all but the unreserved characters (RFC 3986, 2.3).
    private static func encoded(_ value: String) -> String {
        let digits = Array("0123456789ABCDEF".utf8)
        var bytes: [UInt8] = []
        for byte in value.utf8 {
            switch byte {
            case 0x30...0x39, 0x41...0x5a, 0x61...0x7a, 0x2d, 0x2e, 0x5f, 0x7e: bytes.append(byte)
            default: bytes += [0x25, digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
