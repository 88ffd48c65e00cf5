/// A record that can't be what `RecordWriter` wrote.
struct RecordError: Error {}

/// Reads what `RecordWriter` wrote; anything else throws.
struct RecordReader {
    /// Dates are as the first version of a record had them, without modifier and original.
    var hasFirstDates = false
    private let bytes: [UInt8]
    private var position = 0

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    mutating func number() throws(RecordError) -> UInt64 {
        var value: UInt64 = 0
        var shift: UInt64 = 0
        while true {
            guard position < bytes.count, shift < 64 else { throw RecordError() }
            let byte = bytes[position]
            position += 1
            value |= UInt64(byte & 0x7f) << shift
            if byte < 0x80 { return value }
            shift += 7
        }
    }

    mutating func int() throws(RecordError) -> Int {
        // Most are small.
        if position < bytes.count, bytes[position] < 0x80 {
            position += 1
            return Int(bytes[position - 1])
        }
        guard let value = Int(exactly: try number()), value < 1 << 40 else { throw RecordError() }
        return value
    }

    mutating func signed() throws(RecordError) -> Int64 {
        let value = try number()
        return Int64(bitPattern: value >> 1) ^ -Int64(bitPattern: value & 1)
    }

    mutating func double() throws(RecordError) -> Double {
        guard bytes.count - position >= 8 else { throw RecordError() }
        var bits: UInt64 = 0
        for index in 0..<8 {
            bits |= UInt64(bytes[position + index]) << UInt64(8 * index)
        }
        position += 8
        return Double(bitPattern: bits)
    }

    mutating func string() throws(RecordError) -> String {
        let count = try int()
        guard count <= bytes.count - position else { throw RecordError() }
        defer { position += count }
        return String(decoding: bytes[position..<position + count], as: UTF8.self)
    }

    mutating func range() throws(RecordError) -> Range<Int> {
        let start = try int()
        return start..<start + (try int())
    }

    mutating func optional<Value>(
        _ body: (inout RecordReader) throws(RecordError) -> Value
    ) throws(RecordError) -> Value? {
        switch try int() {
        case 0: nil
        case 1: try body(&self)
        default: throw RecordError()
        }
    }

    mutating func list<Value>(
        _ body: (inout RecordReader) throws(RecordError) -> Value
    ) throws(RecordError) -> [Value] {
        let count = try int()
        // Every item takes a byte at least, so that a damaged count can't ask for all memory.
        guard count <= bytes.count - position else { throw RecordError() }
        var values: [Value] = []
        values.reserveCapacity(count)
        for _ in 0..<count { values.append(try body(&self)) }
        return values
    }

    /// A value of an enumeration by its raw value.
    mutating func choice<Value: RawRepresentable<String>>() throws(RecordError) -> Value {
        guard let value = Value(rawValue: try string()) else { throw RecordError() }
        return value
    }
}
