/// A part of a `Memory`. Reading beyond its end gives 0: what a damaged file says can be wrong, but never traps.
struct Bytes: Sendable {
    private let memory: Memory
    private let start: Int
    let count: Int

    init(_ memory: Memory) {
        self.memory = memory
        start = 0
        count = memory.count
    }

    private init(memory: Memory, start: Int, count: Int) {
        self.memory = memory
        self.start = start
        self.count = count
    }

    /// Empty when the part does not lie within.
    func part(_ offset: Int, _ length: Int) -> Bytes {
        guard offset >= 0, length >= 0, offset <= count, length <= count - offset else {
            return Bytes(memory: memory, start: start, count: 0)
        }
        return Bytes(memory: memory, start: start + offset, count: length)
    }

    func from(_ offset: Int) -> Bytes { part(offset, count - offset) }

    @inline(__always)
    private func load<Value: FixedWidthInteger & BitwiseCopyable>(_ offset: Int, as type: Value.Type) -> Value
    {
        guard offset >= 0, offset <= count - MemoryLayout<Value>.size else { return 0 }
        return Value(littleEndian: memory.load(start + offset, as: type))
    }

    @inline(__always)
    subscript(offset: Int) -> UInt8 { load(offset, as: UInt8.self) }
    @inline(__always)
    func uint16(at offset: Int) -> UInt16 { load(offset, as: UInt16.self) }
    @inline(__always)
    func uint32(at offset: Int) -> UInt32 { load(offset, as: UInt32.self) }
    func uint64(at offset: Int) -> UInt64 { load(offset, as: UInt64.self) }
    func int32(at offset: Int) -> Int32 { load(offset, as: Int32.self) }
    func int64(at offset: Int) -> Int64 { load(offset, as: Int64.self) }

    /// A number of at most 32 bits, 7 bits a byte, lowest first; moves `offset` behind it.
    @inline(__always)
    func varint(at offset: inout Int) -> UInt32 {
        var value: UInt32 = 0
        var shift: UInt32 = 0
        while shift < 35 {
            let byte = self[offset]
            offset += 1
            value |= UInt32(byte & 0x7F) << shift
            if byte < 0x80 { break }
            shift += 7
        }
        return value
    }

    func append(to bytes: inout [UInt8]) {
        memory.append(start..<start + count, to: &bytes)
    }

    var array: [UInt8] {
        var copy: [UInt8] = []
        copy.reserveCapacity(count)
        append(to: &copy)
        return copy
    }

    /// The caller has checked the index.
    @inline(__always)
    fileprivate func uncheckedPosting(_ index: Int) -> UInt16 {
        UInt16(littleEndian: memory.load(start + index * 2, as: UInt16.self))
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

extension Bytes {
    /// Reads 2-byte postings; the range is checked once.
    @inline(__always)
    func forEachPosting(in range: Range<Int>, _ body: (UInt16) -> Void) {
        guard range.lowerBound >= 0, range.upperBound <= count / 2 else { return }
        for index in range { body(uncheckedPosting(index)) }
    }
}
