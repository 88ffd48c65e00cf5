import Foundation

/// An address of http or https in the one form that is asked (RFC 3986, narrowed): what other programs read differently is refused.
package struct WebAddress: Sendable, Hashable, CustomStringConvertible {
    package enum Scheme: String, Sendable, Hashable {
        case http, https

        var port: Int { self == .http ? 80 : 443 }
    }

    package let scheme: Scheme
    /// A name in small letters, or an IP address without brackets.
    package let host: String
    package let port: Int
    /// Path and query, in ASCII.
    package let target: String

    /// The host, where it is an IP address.
    package var literal: IPAddress? { IPAddress(host) }

    package var description: String {
        let name = host.contains(":") ? "[\(host)]" : host
        return "\(scheme.rawValue)://\(name)" + (port == scheme.port ? "" : ":\(port)") + target
    }

    package static let maximumBytes = 2048

    /// Reads an address; its fragment is left out.
    ///
    /// - Parameter ports: those that may be asked.
    package init(_ text: String, ports: Set<Int>) throws(FetchError) {
        guard text.utf8.count <= Self.maximumBytes else {
            throw .malformed("it has more than \(Self.maximumBytes) bytes")
        }
        // Programs drop some of these, read others as delimiters.
        guard text.utf8.allSatisfy({ $0 > 0x20 && $0 != 0x7f && $0 != UInt8(ascii: "\\") }) else {
            throw .malformed("it has a blank, a control character or a backslash")
        }
        guard let colon = text.firstIndex(of: ":") else { throw .malformed("it has no scheme") }
        let name = text[..<colon].lowercased()
        guard let scheme = Scheme(rawValue: name) else { throw .scheme(String(name.prefix(32))) }
        guard text[colon...].hasPrefix("://") else { throw .malformed("'//' is missing") }
        let rest = text[text.index(colon, offsetBy: 3)...]
        let end = rest.firstIndex { $0 == "/" || $0 == "?" || $0 == "#" } ?? rest.endIndex
        let (host, port) = try Self.authority(rest[..<end])
        self.scheme = scheme
        self.host = host
        self.port = port ?? scheme.port
        guard ports.contains(self.port) else { throw .port(self.port) }
        let target = rest[end...].prefix { $0 != "#" }
        self.target = Self.encoded(target.hasPrefix("/") ? target : "/" + target)
    }

    /// Where an answer from here leads on to (RFC 9110, 10.2.2).
    package func following(_ location: String, ports: Set<Int>) throws(FetchError) -> WebAddress {
        let encoded = Self.encoded(location[...])
        guard let base = URL(string: description), let url = URL(string: encoded, relativeTo: base) else {
            throw .malformed("what it leads on to")
        }
        let next = try WebAddress(url.absoluteString, ports: ports)
        if scheme == .https, next.scheme == .http { throw .downgrade }
        return next
    }

    private static func authority(_ authority: Substring) throws(FetchError) -> (String, port: Int?) {
        guard !authority.contains("@") else { throw .userInformation }
        let shown = String(authority.prefix(64))
        if authority.hasPrefix("[") {
            guard let close = authority.firstIndex(of: "]") else { throw .hostForm(shown) }
            let inside = String(authority[authority.index(after: authority.startIndex)..<close])
            guard inside.contains(":"), let address = IPAddress(inside) else { throw .hostForm(shown) }
            return (address.description, try port(authority[authority.index(after: close)...]))
        }
        let colon = authority.firstIndex(of: ":") ?? authority.endIndex
        let host = authority[..<colon].lowercased()
        guard isHost(host) else { throw .hostForm(shown) }
        return (host, try port(authority[colon...]))
    }

    private static func port(_ text: Substring) throws(FetchError) -> Int? {
        if text.isEmpty { return nil }
        let digits = text.dropFirst()
        guard text.hasPrefix(":"), (1...5).contains(digits.utf8.count),
            digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let port = Int(digits),
            (1...65_535).contains(port)
        else { throw .malformed("its port is no number from 1 to 65535") }
        return port
    }

    /// Labels of letters, digits, hyphens and low lines. A last one that is a number makes it an IP address (WHATWG URL, 3.5),
    /// which must be four decimal numbers: 2130706433, 0x7f.1 and 0177.0.0.1 are read by some programs as others do not.
    private static func isHost(_ host: String) -> Bool {
        let labels = host.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard host.utf8.count <= 253, let last = labels.last else { return false }
        // At the front libcurl would take it for a sign of its own.
        let hyphen = UInt8(ascii: "-")
        let isName = labels.allSatisfy { label in
            (1...63).contains(label.count) && label.first != hyphen && label.last != hyphen
                && label.allSatisfy { byte in
                    (0x61...0x7a).contains(byte) || (0x30...0x39).contains(byte)
                        || byte == hyphen || byte == UInt8(ascii: "_")
                }
        }
        let isNumber =
            last.allSatisfy { (0x30...0x39).contains($0) } || last.starts(with: "0x".utf8)
        return isName && (!isNumber || IPAddress(host) != nil)
    }

    /// With what is no character of an address percent-encoded; what is already encoded stays.
    private static func encoded(_ text: Substring) -> String {
        let digits = Array("0123456789ABCDEF".utf8)
        var bytes: [UInt8] = []
        for byte in text.utf8 {
            if byte > 0x20, byte < 0x7f, !"\"<>^`{|}\\".utf8.contains(byte) {
                bytes.append(byte)
            } else {
                bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
