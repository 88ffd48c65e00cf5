import Glibc

/// An IP address of either version, in network order.
package struct IPAddress: Sendable, Hashable, CustomStringConvertible {
    /// 4 or 16.
    package let bytes: [UInt8]

    /// `nil` unless there are 4 or 16 bytes.
    package init?(bytes: [UInt8]) {
        guard bytes.count == 4 || bytes.count == 16 else { return nil }
        self.bytes = bytes
    }

    /// Four decimal numbers without leading zeros, or IPv6 (RFC 4291, 2.2) without a zone; `nil` for all else.
    package init?(_ text: String) {
        let isVersion6 = text.utf8.contains(UInt8(ascii: ":"))
        var bytes = [UInt8](repeating: 0, count: isVersion6 ? 16 : 4)
        guard unsafe inet_pton(isVersion6 ? AF_INET6 : AF_INET, text, &bytes) == 1 else { return nil }
        self.bytes = bytes
    }

    package var isVersion6: Bool { bytes.count == 16 }

    package var description: String {
        var text = [CChar](repeating: 0, count: Int(INET6_ADDRSTRLEN))
        let count = socklen_t(text.count)
        guard unsafe inet_ntop(isVersion6 ? AF_INET6 : AF_INET, bytes, &text, count) != nil else {
            return "?"
        }
        return String(decoding: text.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    }
}
