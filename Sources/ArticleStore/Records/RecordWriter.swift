/// Writes values as a compact record: LEB128 numbers, strings and lists behind their count.
struct RecordWriter {
    private(set) var bytes: [UInt8] = []

    mutating func append(_ value: UInt64) {
        var rest = value
        while rest >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(rest))
    }

    /// For counts and offsets, which are never negative.
    mutating func append(_ value: Int) {
        append(UInt64(clamping: value))
    }

    mutating func append(signed value: Int64) {
        append(UInt64(bitPattern: value << 1 ^ value >> 63))
    }

    mutating func append(_ value: Double) {
        let bits = value.bitPattern
        for shift in stride(from: 0, to: 64, by: 8) {
            bytes.append(UInt8(truncatingIfNeeded: bits >> UInt64(shift)))
        }
    }

    mutating func append(_ value: String) {
        append(value.utf8.count)
        bytes.append(contentsOf: value.utf8)
    }

    mutating func append(_ range: Range<Int>) {
        append(range.lowerBound)
        append(range.count)
    }

    mutating func append<Value>(
        _ value: Value?, _ body: (inout RecordWriter, Value) -> Void
    ) {
        guard let value else { return append(0) }
        append(1)
        body(&self, value)
    }

    mutating func append<Value>(
        list: [Value], _ body: (inout RecordWriter, Value) -> Void
    ) {
        append(list.count)
        for value in list { body(&self, value) }
    }
}
