/// A part of a `Memory`, which whoever has the part keeps alive: it is passed about too often for counting its holders. Reading
/// beyond its end gives 0: what a damaged file says can be wrong, but never traps.
@safe
struct Bytes: Sendable {
    private let address: UInt
    let count: Int

    init(_ memory: Memory) {
        address = memory.address
        count = memory.count
    }

    private init(address: UInt, count: Int) {
        self.address = address
        self.count = count
    }

    static let none = Bytes(address: 0, count: 0)

    /// Empty when the part does not lie within.
    @inline(__always)
    func part(_ offset: Int, _ length: Int) -> Bytes {
        guard offset >= 0, length >= 0, offset <= count, length <= count - offset else { return .none }
        return Bytes(address: address + UInt(offset), count: length)
    }

    func from(_ offset: Int) -> Bytes { part(offset, count - offset) }

    @inline(__always)
    private func load<Value: FixedWidthInteger & BitwiseCopyable>(_ offset: Int, as type: Value.Type) -> Value
    {
        guard offset >= 0, offset <= count - MemoryLayout<Value>.size else { return 0 }
        return Value(littleEndian: unchecked(offset, as: type))
    }

    /// The caller has checked that the value lies within.
    @inline(__always)
    func unchecked<Value: FixedWidthInteger & BitwiseCopyable>(_ offset: Int, as type: Value.Type) -> Value {
        assert(offset >= 0 && offset <= count - MemoryLayout<Value>.size)
        return unsafe UnsafeRawPointer(bitPattern: address).unsafelyUnwrapped
            .loadUnaligned(fromByteOffset: offset, as: type)
    }

    @inline(__always)
    subscript(offset: Int) -> UInt8 { load(offset, as: UInt8.self) }
    @inline(__always)
    func uint16(at offset: Int) -> UInt16 { load(offset, as: UInt16.self) }
    @inline(__always)
    func uint32(at offset: Int) -> UInt32 { load(offset, as: UInt32.self) }
    @inline(__always)
    func uint64(at offset: Int) -> UInt64 { load(offset, as: UInt64.self) }
    func int32(at offset: Int) -> Int32 { load(offset, as: Int32.self) }
    func int64(at offset: Int) -> Int64 { load(offset, as: Int64.self) }

    /// A number of at most 32 bits, 7 bits a byte, lowest first; moves `offset` behind it.
    @inline(__always)
    func varint(at offset: inout Int) -> UInt32 {
        let first = self[offset]
        offset += 1
        return first < 0x80 ? UInt32(first) : rest(ofVarint: UInt32(first & 0x7F), at: &offset)
    }

    private func rest(ofVarint first: UInt32, at offset: inout Int) -> UInt32 {
        var value = first
        var shift: UInt32 = 7
        while shift < 35 {
            let byte = self[offset]
            offset += 1
            value |= UInt32(byte & 0x7F) << shift
            if byte < 0x80 { break }
            shift += 7
        }
        return value
    }

    /// A number that is mostly below 192, which takes a byte; up to 16,319 it takes two, the first 192 to 254; else the first is 255
    /// and four follow. Moves `offset` behind it.
    @inline(__always)
    func small(at offset: inout Int) -> UInt32 {
        let first = UInt32(self[offset])
        if first < 192 {
            offset += 1
            return first
        }
        if first < 255 {
            let value = 192 + (first - 192) << 8 + UInt32(self[offset + 1])
            offset += 2
            return value
        }
        let value = uint32(at: offset + 1)
        offset += 5
        return value
    }

    /// Moves `offset` behind some small numbers, at most to the end.
    @inline(__always)
    func skipSmall(_ numbers: Int, _ offset: inout Int) {
        var left = numbers
        while left > 0, offset >= 0, offset < count {
            guard offset <= count - 8 else {
                offset += width(ofSmall: self[offset])
                left -= 1
                continue
            }
            // Which of 8 bytes are 192 or more: these two bits are set.
            let bytes = unchecked(offset, as: UInt64.self)
            let narrow = (bytes & bytes << 1 & 0x8080_8080_8080_8080).trailingZeroBitCount >> 3
            let step = min(narrow, left)
            offset += step
            left -= step
            if left > 0, step < 8 {
                offset += width(ofSmall: self[offset])
                left -= 1
            }
        }
    }

    @inline(__always)
    private func width(ofSmall first: UInt8) -> Int { first < 192 ? 1 : first < 255 ? 2 : 5 }

    func append(to bytes: inout [UInt8]) {
        guard count > 0 else { return }
        let start = unsafe UnsafeRawPointer(bitPattern: address).unsafelyUnwrapped
        unsafe bytes.append(contentsOf: UnsafeRawBufferPointer(start: start, count: count))
    }

    var array: [UInt8] {
        var copy: [UInt8] = []
        copy.reserveCapacity(count)
        append(to: &copy)
        return copy
    }

    var checksum: UInt64 {
        var sum = Checksum()
        var offset = 0
        while offset + 8 <= count {
            sum.add(uint64(at: offset))
            offset += 8
        }
        var rest: UInt64 = 0
        var shift: UInt64 = 0
        while offset < count {
            rest |= UInt64(self[offset]) << shift
            shift += 8
            offset += 1
        }
        sum.add(rest)
        sum.add(UInt64(count))
        return sum.value
    }
}
