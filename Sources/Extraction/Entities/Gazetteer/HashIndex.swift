/// Numbers by 64-bit hashes: open addressing, a power of two of slots, at most half of them used. A number that was never set
/// is 0.
struct HashIndex: Sendable {
    /// Four bits for each slot, of which a hash that was set has one: most others cost no look-up in memory that is far away.
    private var filter: [UInt64]
    private var keys: [UInt64]
    private var values: [UInt32]
    private var count = 0

    init(capacity: Int) {
        var slots = 16
        while slots < capacity * 2, slots < 1 << 30 { slots *= 2 }
        filter = Array(repeating: 0, count: slots / 16)
        keys = Array(repeating: 0, count: slots)
        values = Array(repeating: 0, count: slots)
    }

    subscript(hash: UInt64) -> UInt32 {
        @inline(__always) get { mayHold(hash) ? values[slot(hash)] : 0 }
        set {
            let slot = slot(hash)
            if values[slot] == 0, newValue > 0 {
                count += 1
                keys[slot] = hash
                filter[place(hash) >> 6] |= 1 << UInt64(place(hash) & 63)
            }
            values[slot] = newValue
            if count * 2 > keys.count { grow() }
        }
    }

    @inline(__always)
    private func mayHold(_ hash: UInt64) -> Bool {
        let place = place(hash)
        return filter[place >> 6] >> UInt64(place & 63) & 1 == 1
    }

    /// The bit of a hash in `filter`.
    @inline(__always)
    private func place(_ hash: UInt64) -> Int {
        Int(truncatingIfNeeded: hash >> 20) & (filter.count * 64 - 1)
    }

    /// Where the hash is or would be.
    @inline(__always)
    private func slot(_ hash: UInt64) -> Int {
        let mask = keys.count - 1
        var slot = Int(truncatingIfNeeded: hash ^ hash >> 32) & mask
        while values[slot] != 0, keys[slot] != hash { slot = (slot + 1) & mask }
        return slot
    }

    private mutating func grow() {
        var larger = HashIndex(capacity: keys.count)
        for (slot, value) in values.enumerated() where value != 0 { larger[keys[slot]] = value }
        self = larger
    }
}
