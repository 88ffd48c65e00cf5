/// Decodes UTF-8 (RFC 3629) one scalar at a time, without trapping on anything.
enum UTF8Decoding {
    /// The scalar that starts at `offset` and its length in bytes; an invalid byte is `nil` with length 1.
    @inline(__always)
    static func scalar(_ text: [UInt8], _ offset: Int) -> (value: UInt32?, length: Int) {
        let first = text[offset]
        if first < 0x80 { return (UInt32(first), 1) }
        let length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2
        guard first >= 0xc2, first <= 0xf4, offset + length <= text.count else { return (nil, 1) }
        var value = UInt32(first) & (0x7f >> UInt32(length))
        for index in offset + 1..<offset + length {
            guard text[index] & 0xc0 == 0x80 else { return (nil, 1) }
            value = value << 6 | UInt32(text[index] & 0x3f)
        }
        let minimum: UInt32 = length == 2 ? 0x80 : length == 3 ? 0x800 : 0x10000
        guard value >= minimum, value <= 0x10ffff, value & 0xffff_f800 != 0xd800 else { return (nil, 1) }
        return (value, length)
    }

    /// Appends the UTF-8 of a valid scalar.
    @inline(__always)
    static func append(_ scalar: UInt32, to bytes: inout [UInt8]) {
        if scalar < 0x80 {
            bytes.append(UInt8(scalar))
        } else if scalar < 0x800 {
            bytes.append(UInt8(0xc0 | scalar >> 6))
            bytes.append(UInt8(0x80 | scalar & 0x3f))
        } else if scalar < 0x10000 {
            bytes.append(UInt8(0xe0 | scalar >> 12))
            bytes.append(UInt8(0x80 | scalar >> 6 & 0x3f))
            bytes.append(UInt8(0x80 | scalar & 0x3f))
        } else {
            bytes.append(UInt8(0xf0 | scalar >> 18))
            bytes.append(UInt8(0x80 | scalar >> 12 & 0x3f))
            bytes.append(UInt8(0x80 | scalar >> 6 & 0x3f))
            bytes.append(UInt8(0x80 | scalar & 0x3f))
        }
    }
}
