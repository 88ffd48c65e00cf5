/// A table from 64-bit keys to a few pairs of bytes each, as it stands in a model file: records in buckets, a record being
/// 16 bits of the key's hash, a count, and as many pairs. A key that is not there is taken for another once in 16,000.
struct PackedTable: Sendable, Equatable {
    static let empty = PackedTable(bits: 0, offsets: [0, 0], records: [])

    /// 2 to the power of `bits` buckets.
    private let bits: Int
    /// Where each bucket starts in `records`, and the end of the last.
    private let offsets: [UInt32]
    private let records: [UInt8]

    init(bits: Int, offsets: [UInt32], records: [UInt8]) {
        self.bits = bits
        self.offsets = offsets
        self.records = records
    }

    var isEmpty: Bool { records.isEmpty }

    /// Calls `use` with the pairs of a key; `false` when it has none.
    @inline(__always)
    func forEach(_ key: UInt64, _ use: (UInt8, UInt8) -> Void) -> Bool {
        let bucket = Int(key >> 3 & UInt64((1 << bits) - 1))
        guard bucket + 1 < offsets.count else { return false }
        var cursor = Int(offsets[bucket])
        let end = min(Int(offsets[bucket + 1]), records.count)
        let mark = (UInt8(truncatingIfNeeded: key >> 48), UInt8(truncatingIfNeeded: key >> 56))
        while cursor + 3 <= end {
            let next = cursor + 3 + 2 * Int(records[cursor + 2])
            if records[cursor] == mark.0, records[cursor + 1] == mark.1 {
                guard next <= end else { return false }
                var pair = cursor + 3
                while pair < next {
                    use(records[pair], records[pair + 1])
                    pair += 2
                }
                return true
            }
            cursor = next
        }
        return false
    }

    /// The table of `entries`, whose pairs are at most 255 each; of equal keys the first stays. The same entries in the same
    /// order give the same table.
    init(_ entries: [(key: UInt64, pairs: [(UInt8, UInt8)])]) {
        var bits = 0
        while 1 << bits < entries.count / 4 { bits += 1 }
        let mask = UInt64((1 << bits) - 1)
        let order = entries.indices.sorted { left, right in
            let (first, second) = (entries[left].key >> 3 & mask, entries[right].key >> 3 & mask)
            return first == second ? left < right : first < second
        }
        var offsets: [UInt32] = []
        offsets.reserveCapacity((1 << bits) + 1)
        var records: [UInt8] = []
        for index in order {
            let (key, pairs) = entries[index]
            let bucket = Int(key >> 3 & mask)
            while offsets.count <= bucket { offsets.append(UInt32(clamping: records.count)) }
            records.append(UInt8(truncatingIfNeeded: key >> 48))
            records.append(UInt8(truncatingIfNeeded: key >> 56))
            records.append(UInt8(clamping: pairs.count))
            for (first, second) in pairs.prefix(255) {
                records.append(first)
                records.append(second)
            }
        }
        while offsets.count <= 1 << bits { offsets.append(UInt32(clamping: records.count)) }
        self.init(bits: bits, offsets: offsets, records: records)
    }

    func write(to writer: inout ModelWriter) {
        writer.append(UInt32(clamping: bits))
        writer.append(UInt32(clamping: records.count))
        for offset in offsets { writer.append(offset) }
        writer.append(records)
    }

    init(_ reader: inout ModelReader) throws(EntityModelError) {
        let bits = Int(try reader.uint32())
        let count = Int(try reader.uint32())
        guard bits <= 24 else { throw .damaged }
        self.init(
            bits: bits, offsets: try reader.uint32s(count: (1 << bits) + 1), records: try reader.bytes(count: count))
    }
}
