/// The host that a request is for (RFC 9110, 7.2): `host [":" port]`.
enum HTTP1Host {
    /// Whether `value` is a registered name, an IPv4 address or a bracketed IPv6 address, with or without a port; empty is
    /// allowed (RFC 3986, 3.2.2).
    static func isValid(_ value: some StringProtocol) -> Bool {
        let bytes = Array(value.utf8)
        guard let first = bytes.first else { return true }
        var end = bytes.firstIndex(of: 0x3a) ?? bytes.endIndex
        if first == 0x5b {
            guard let close = bytes.firstIndex(of: 0x5d), close > 2,
                bytes[1..<close].allSatisfy(isAddressByte)
            else { return false }
            end = close + 1
        } else if !isName(bytes[..<end]) {
            return false
        }
        let port = bytes[end...]
        guard let colon = port.first else { return true }
        return colon == 0x3a && port.count <= 6 && port.dropFirst().allSatisfy { $0 &- 0x30 < 10 }
            && (Int(String(decoding: port.dropFirst(), as: UTF8.self)) ?? 0) <= 65_535
    }

    /// Of an IPv6 address or a later kind: hexadecimal digits, colons, dots, and the letters of RFC 3986's `IPvFuture`.
    private static func isAddressByte(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x3a, 0x41...0x5a, 0x61...0x7a, 0x2e, 0x2d, 0x5f, 0x7e: true
        default: false
        }
    }

    /// Unreserved characters, sub-delimiters and percent-encoded bytes.
    private static func isName(_ bytes: ArraySlice<UInt8>) -> Bool {
        var rest = bytes
        while let byte = rest.popFirst() {
            switch byte {
            case 0x30...0x39, 0x41...0x5a, 0x61...0x7a, 0x2d, 0x2e, 0x5f, 0x7e: continue
            case 0x21, 0x24, 0x26...0x2a, 0x2b, 0x2c, 0x3b, 0x3d: continue
            case 0x25:
                guard let high = rest.popFirst(), let low = rest.popFirst(), isHex(high), isHex(low) else {
                    return false
                }
            default: return false
            }
        }
        return true
    }

    private static func isHex(_ byte: UInt8) -> Bool {
        byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 6
    }
}
