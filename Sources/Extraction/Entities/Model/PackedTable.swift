/// A table from 64-bit keys to a few pairs of bytes each, as it stands in a model file: records in buckets, a record being
/// 24 bits of the key's hash, a count, and as many pairs. A key that is not there is taken for another once in a million.
struct PackedTable: Sendable, Equatable {
    static let empty = PackedTable(bits: 0, offsets: [0, 0], records: [])

    /// The bytes of a record before its pairs.
    private static let headSize = 4

    /// Where the pairs of a key may be: a part of `records`.
    struct Place {
        fileprivate var start: UInt32
        fileprivate var end: UInt32
        fileprivate var mark: UInt32
    }

    /// 2 to the power of `bits` buckets.
    private let bits: Int
    /// For each bucket where it starts in `records`, and above that a bit for five bits of each of its keys' hashes, so that
    /// most keys that are not there cost no more than this; and the end of the last.
    private let heads: [UInt64]
    private let records: [UInt8]

    init(bits: Int, offsets: [UInt32], records: [UInt8]) {
        self.bits = bits
        self.records = records
        var heads = offsets.map(UInt64.init)
        for bucket in 0..<max(0, offsets.count - 1) {
            var cursor = Int(offsets[bucket])
            let end = min(Int(offsets[bucket + 1]), records.count)
            while cursor + Self.headSize <= end {
                heads[bucket] |= 1 << (32 + UInt64(records[cursor] & 31))
                cursor += Self.headSize + 2 * Int(records[cursor + 3])
            }
        }
        self.heads = heads
    }

    var isEmpty: Bool { records.isEmpty }

    /// Where to look for a key; `nil` for most keys that are not there.
    @inline(__always)
    func place(of key: UInt64) -> Place? {
        let bucket = Int(key >> 3 & UInt64((1 << bits) - 1))
        guard bucket + 1 < heads.count else { return nil }
        let head = heads[bucket]
        guard head >> (32 + (key >> 40 & 31)) & 1 == 1 else { return nil }
        return Place(
            start: UInt32(truncatingIfNeeded: head), end: UInt32(truncatingIfNeeded: heads[bucket + 1]),
            mark: UInt32(key >> 40))
    }

    /// A place, and the token that its weights are added at.
    typealias Seen = (place: Place, token: Int)

    /// Puts the places of those of `features` that may have pairs at the start of `places`, which grows to their number; returns
    /// how many there are. Without a branch for each, since nothing tells which way it would go.
    func find(_ features: borrowing [(key: UInt64, token: Int)], in places: inout [Seen]) -> Int {
        let missing = features.count - places.count
        if missing > 0 {
            let none: Seen = (Place(start: 0, end: 0, mark: 0), 0)
            places.append(contentsOf: repeatElement(none, count: missing))
        }
        let heads = heads.span
        var found = places.mutableSpan
        var count = 0
        for index in features.indices {
            let (key, token) = features[index]
            let bucket = Int(key >> 3 & UInt64((1 << bits) - 1))
            guard bucket + 1 < heads.count else { return 0 }
            let head = heads[bucket]
            let place = Place(
                start: UInt32(truncatingIfNeeded: head), end: UInt32(truncatingIfNeeded: heads[bucket + 1]),
                mark: UInt32(key >> 40))
            found[count] = (place, token)
            count += Int(head >> (32 + (key >> 40 & 31)) & 1)
        }
        return count
    }

    /// Brings the first `count` of `places` near before they are read: the memory is asked for many of them at once.
    func touch(_ places: borrowing [Seen], _ count: Int) -> UInt8 {
        let records = records.span
        var sum: UInt8 = 0
        for index in 0..<min(count, places.count) {
            let start = Int(places[index].place.start)
            if start < records.count { sum &+= records[start] }
        }
        return sum
    }

    /// Adds the pairs at the first `count` of `places` (a target and label, and a weight) to the sums at their tokens.
    func add(
        _ places: borrowing [Seen], _ count: Int, to sums: inout WeightSums, _ rows: inout RowCache
    ) {
        // Views, so that no element costs a look at who shares the arrays.
        let records = records.span
        var values = sums.values.mutableSpan
        for index in 0..<min(count, places.count) {
            let base = places[index].token * WeightSums.labels
            guard let pairs = Self.pairs(at: places[index].place, records), base >= 0,
                base + WeightSums.width <= values.count
            else { continue }
            if pairs.count >= 2 * RowCache.leastPairs {
                rows.add(pairs.lowerBound, records, pairs, to: &values, at: base)
                continue
            }
            var pair = pairs.lowerBound
            while pair < pairs.upperBound {
                let target = Int(records[pair])
                if target < WeightSums.width {
                    values[base + target] &+= Int16(Int8(bitPattern: records[pair + 1]))
                }
                pair += 2
            }
        }
    }

    /// Where the pairs at a place stand; `nil` when the key is not there.
    @inline(__always)
    private static func pairs(at place: Place, _ records: borrowing Span<UInt8>) -> Range<Int>? {
        var cursor = Int(place.start)
        let end = min(Int(place.end), records.count)
        while cursor + headSize <= end {
            let next = cursor + headSize + 2 * Int(records[cursor + 3])
            let mark =
                UInt32(records[cursor]) | UInt32(records[cursor + 1]) << 8 | UInt32(records[cursor + 2]) << 16
            if mark == place.mark { return next <= end ? cursor + headSize..<next : nil }
            cursor = next
        }
        return nil
    }

    /// Calls `use` with the pairs of a key; `false` when it has none.
    @inline(__always)
    func forEach(_ place: Place, _ use: (UInt8, UInt8) -> Void) -> Bool {
        var cursor = Int(place.start)
        let end = min(Int(place.end), records.count)
        while cursor + Self.headSize <= end {
            let next = cursor + Self.headSize + 2 * Int(records[cursor + 3])
            let mark =
                UInt32(records[cursor]) | UInt32(records[cursor + 1]) << 8 | UInt32(records[cursor + 2]) << 16
            if mark == place.mark {
                guard next <= end else { return false }
                var pair = cursor + Self.headSize
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

    @inline(__always)
    func forEach(_ key: UInt64, _ use: (UInt8, UInt8) -> Void) -> Bool {
        guard let place = place(of: key) else { return false }
        return forEach(place, use)
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
            for shift in [40, 48, 56] { records.append(UInt8(truncatingIfNeeded: key >> UInt64(shift))) }
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
        for head in heads { writer.append(UInt32(truncatingIfNeeded: head)) }
        writer.append(records)
    }

    init(_ reader: inout ModelReader) throws(EntityModelError) {
        let bits = Int(try reader.uint32())
        let count = Int(try reader.uint32())
        guard bits <= 24 else { throw .damaged }
        self.init(
            bits: bits, offsets: try reader.uint32s(count: (1 << bits) + 1),
            records: try reader.bytes(count: count))
    }
}
