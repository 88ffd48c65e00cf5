/// Little-endian numbers at the end of an array.
extension [UInt8] {
    mutating func append(number: some FixedWidthInteger) {
        var value = number.littleEndian
        for _ in 0..<(value.bitWidth / 8) {
            append(UInt8(truncatingIfNeeded: value))
            value >>= 8
        }
    }

    mutating func append(varint: UInt32) {
        var value = varint
        while value >= 0x80 {
            append(UInt8(truncatingIfNeeded: value) | 0x80)
            value >>= 7
        }
        append(UInt8(truncatingIfNeeded: value))
    }

    /// A number that is mostly below 192: see `Bytes.small(at:)`.
    mutating func append(small value: UInt32) {
        if value < 192 {
            append(UInt8(value))
        } else if value < 192 + 63 << 8 {
            append(UInt8(192 + (value - 192) >> 8))
            append(UInt8(truncatingIfNeeded: value - 192))
        } else {
            append(255)
            append(number: value)
        }
    }
}
