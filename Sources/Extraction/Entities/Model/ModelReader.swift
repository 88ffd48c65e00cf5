/// Reads numbers of a model file, little-endian; never beyond its end.
struct ModelReader {
    private let source: [UInt8]
    private(set) var offset: Int
    private let end: Int

    init(_ source: [UInt8], from offset: Int = 0) {
        self.source = source
        self.offset = min(max(offset, 0), source.count)
        end = source.count
    }

    var isAtEnd: Bool { offset == end }

    private mutating func take(_ count: Int) throws(EntityModelError) -> Int {
        guard count >= 0, count <= end - offset else { throw .damaged }
        defer { offset += count }
        return offset
    }

    mutating func uint8() throws(EntityModelError) -> UInt8 { source[try take(1)] }

    mutating func uint32() throws(EntityModelError) -> UInt32 { value(at: try take(4)) }

    mutating func uint64() throws(EntityModelError) -> UInt64 {
        let start = try take(8)
        return UInt64(value(at: start)) | UInt64(value(at: start + 4)) << 32
    }

    mutating func int16() throws(EntityModelError) -> Int16 {
        let start = try take(2)
        return Int16(truncatingIfNeeded: Int(source[start]) | Int(source[start + 1]) << 8)
    }

    mutating func bytes(count: Int) throws(EntityModelError) -> [UInt8] {
        let start = try take(count)
        return Array(source[start..<start + count])
    }

    mutating func string() throws(EntityModelError) -> String {
        let count = Int(try uint8())
        guard let text = String(validating: try bytes(count: count), as: UTF8.self) else { throw .damaged }
        return text
    }

    mutating func uint32s(count: Int) throws(EntityModelError) -> [UInt32] {
        guard count >= 0, count <= end / 4 else { throw .damaged }
        let start = try take(count * 4)
        return unsafe [UInt32](unsafeUninitializedCapacity: count) { buffer, initialized in
            for index in 0..<count { unsafe buffer[index] = value(at: start + index * 4) }
            initialized = count
        }
    }

    @inline(__always)
    private func value(at start: Int) -> UInt32 {
        UInt32(source[start]) | UInt32(source[start + 1]) << 8 | UInt32(source[start + 2]) << 16
            | UInt32(source[start + 3]) << 24
    }
}
