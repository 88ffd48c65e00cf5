/// Numbers by 64-bit hashes: open addressing, a power of two of slots, at most half of them used. A number that was never set
/// is 0.
struct HashIndex: Sendable {
    private var keys: [UInt64]
    private var values: [UInt32]
    private var count = 0

    init(capacity: Int) {
        var slots = 16
        while slots < capacity * 2, slots < 1 << 30 { slots *= 2 }
        keys = Array(repeating: 0, count: slots)
        values = Array(repeating: 0, count: slots)
    }

    subscript(hash: UInt64) -> UInt32 {
        @inline(__always) get { values[slot(hash)] }
        set {
            let slot = slot(hash)
            if values[slot] == 0, newValue > 0 {
                count += 1
                keys[slot] = hash
            }
            values[slot] = newValue
            if count * 2 > keys.count { grow() }
        }
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
