/// The weights of the records met last that have many pairs, laid out as sums are, so that they are added many at a time.
struct RowCache: Sendable {
    /// Records of fewer pairs are added pair by pair.
    static let leastPairs = 12
    private static let size = 1 << 12

    /// 1 + where the record of a row stands; 0 for none.
    private var keys = [UInt32](repeating: 0, count: Self.size)
    /// Bit t: the row has weights for target t.
    private var targets = [UInt8](repeating: 0, count: Self.size)
    private var rows = [Int16](repeating: 0, count: Self.size * WeightSums.width)

    /// Adds the weights of the record at `position`, whose pairs stand in `pairs`, to the sums from `base` on.
    @inline(__always)
    mutating func add(
        _ position: Int, _ records: borrowing Span<UInt8>, _ pairs: Range<Int>,
        to values: inout MutableSpan<Int16>, at base: Int
    ) {
        let key = UInt32(truncatingIfNeeded: position &+ 1)
        let row = Int(truncatingIfNeeded: (key &* 0x9e37_79b1) >> 20)
        guard row < Self.size, base >= 0, base + WeightSums.width <= values.count else { return }
        if keys[row] != key { fill(row, key, records, pairs) }
        let used = targets[row]
        // The guard above holds for both ranges.
        unsafe rows.withUnsafeBytes { from in
            unsafe values.withUnsafeMutableBytes { to in
                for target in 0..<FeatureKey.targets where used >> UInt8(target) & 1 == 1 {
                    let offset = target * WeightSums.labels
                    let (source, place) = ((row * WeightSums.width + offset) * 2, (base + offset) * 2)
                    let sum =
                        unsafe from.loadUnaligned(fromByteOffset: source, as: SIMD32<Int16>.self)
                        &+ to.loadUnaligned(fromByteOffset: place, as: SIMD32<Int16>.self)
                    unsafe to.storeBytes(of: sum, toByteOffset: place, as: SIMD32<Int16>.self)
                }
            }
        }
    }

    private mutating func fill(
        _ row: Int, _ key: UInt32, _ records: borrowing Span<UInt8>, _ pairs: Range<Int>
    ) {
        keys[row] = key
        var used: UInt8 = 0
        var values = rows.mutableSpan
        let start = row * WeightSums.width
        for index in start..<start + WeightSums.width { values[index] = 0 }
        var pair = pairs.lowerBound
        while pair + 1 < pairs.upperBound {
            let target = Int(records[pair])
            if target < WeightSums.width {
                values[start + target] &+= Int16(Int8(bitPattern: records[pair + 1]))
                used |= 1 << UInt8(target / WeightSums.labels)
            }
            pair += 2
        }
        targets[row] = used
    }
}
