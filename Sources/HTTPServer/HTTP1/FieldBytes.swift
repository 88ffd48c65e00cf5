/// The classes of bytes in fields (RFC 9110, 5.5 and 5.6.2).
enum FieldBytes {
    @inline(__always)
    static func isToken(_ byte: UInt8) -> Bool {
        byte < 0x80 && (byte < 0x40 ? low : high) & (1 << UInt64(byte & 0x3f)) != 0
    }

    @inline(__always)
    static func isValue(_ byte: UInt8) -> Bool {
        byte >= 0x20 && byte != 0x7f || byte == 0x09
    }

    static func trimmed(_ value: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var value = value.drop { $0 == 0x20 || $0 == 0x09 }
        while let last = value.last, last == 0x20 || last == 0x09 { value.removeLast() }
        return value
    }

    /// One bit for each byte that may stand in a token: below 0x40, and from there on.
    private static let low: UInt64 = 0x03ff6cfa00000000
    private static let high: UInt64 = 0x57ffffffc7fffffe
}
