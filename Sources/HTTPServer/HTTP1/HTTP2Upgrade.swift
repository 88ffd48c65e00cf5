import HTTPTypes

/// What the fields of a request of HTTP/1.1 say of going on with HTTP/2 (RFC 7540, 3.2).
struct HTTP2Upgrade {
    static let settingsName = HTTPField.Name("HTTP2-Settings") ?? .upgrade

    private var namesProtocol = false
    private var listsUpgrade = false
    private var listsSettings = false
    private var encoded: [String] = []

    /// An option of the field Connection, in lower case.
    mutating func add(option: Substring) {
        if option == "upgrade" { listsUpgrade = true }
        if option == "http2-settings" { listsSettings = true }
    }

    mutating func add(protocols: [Substring]) {
        if protocols.contains("h2c") { namesProtocol = true }
    }

    mutating func add(settings: String) {
        encoded.append(settings)
    }

    /// The payload of a SETTINGS frame; `nil` when no upgrade is asked for, or not as it must be.
    var settings: [UInt8]? {
        guard namesProtocol, listsUpgrade, listsSettings, encoded.count == 1, let text = encoded.first,
            let bytes = Self.decode(text), bytes.count.isMultiple(of: 6)
        else { return nil }
        return bytes
    }

    /// base64url without padding (RFC 4648, 5).
    static func decode(_ text: String) -> [UInt8]? {
        var bytes: [UInt8] = []
        var bits: UInt32 = 0
        var count = 0
        for byte in text.utf8 {
            let digit: UInt8
            switch byte {
            case 0x41...0x5a: digit = byte - 0x41
            case 0x61...0x7a: digit = byte - 0x47
            case 0x30...0x39: digit = byte + 4
            case 0x2d: digit = 62
            case 0x5f: digit = 63
            default: return nil
            }
            bits = (bits << 6 | UInt32(digit)) & 0xffff
            count += 6
            if count >= 8 {
                count -= 8
                bytes.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
            }
        }
        return count < 6 ? bytes : nil
    }
}
