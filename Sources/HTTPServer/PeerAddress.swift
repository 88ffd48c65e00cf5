/// The IP address of who sends requests.
package struct PeerAddress: Sendable, Hashable, CustomStringConvertible {
    /// In network order: 4 bytes of IPv4, 16 of IPv6.
    package let bytes: [UInt8]

    /// `nil` unless there are 4 or 16 bytes. An IPv4 address that is mapped into IPv6 (RFC 4291, 2.5.5.2) is IPv4.
    package init?(bytes: [UInt8]) {
        guard bytes.count == 4 || bytes.count == 16 else { return nil }
        let isMapped =
            bytes.count == 16 && bytes[..<10].allSatisfy { $0 == 0 } && bytes[10] == 0xff && bytes[11] == 0xff
        self.bytes = isMapped ? Array(bytes[12...]) : bytes
    }

    /// What one subscriber has at least: an IPv4 address, or the first 64 bits of an IPv6 address (RFC 6177).
    package var network: [UInt8] {
        bytes.count == 4 ? bytes : Array(bytes[..<8])
    }

    /// As text; IPv6 as RFC 5952 wants it.
    package var description: String {
        guard bytes.count == 16 else { return bytes.map(String.init).joined(separator: ".") }
        let groups = stride(from: 0, to: 16, by: 2).map { UInt16(bytes[$0]) << 8 | UInt16(bytes[$0 + 1]) }
        let zeros = Self.longestZeros(groups)
        func text(_ part: ArraySlice<UInt16>) -> String {
            part.map { String($0, radix: 16) }.joined(separator: ":")
        }
        guard zeros.count > 1 else { return text(groups[...]) }
        return text(groups[..<zeros.lowerBound]) + "::" + text(groups[zeros.upperBound...])
    }

    /// The first of the longest runs.
    private static func longestZeros(_ groups: [UInt16]) -> Range<Int> {
        var longest = 0..<0
        var start = 0
        for index in groups.indices {
            guard groups[index] == 0 else {
                start = index + 1
                continue
            }
            if index + 1 - start > longest.count { longest = start..<index + 1 }
        }
        return longest
    }
}
