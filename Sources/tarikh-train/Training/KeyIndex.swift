/// Numbers keys in the order in which they come.
struct KeyIndex {
    private(set) var keys: [UInt64] = []
    /// How often each came.
    private(set) var counts: [Int32] = []
    /// 1 + the number of a key; 0 is free.
    private var slots = [Int32](repeating: 0, count: 1 << 16)

    mutating func number(of key: UInt64) -> Int32 {
        if keys.count * 2 >= slots.count { grow() }
        let slot = slot(of: key)
        if slots[slot] > 0 {
            counts[Int(slots[slot]) - 1] &+= 1
            return slots[slot] - 1
        }
        keys.append(key)
        counts.append(1)
        slots[slot] = Int32(clamping: keys.count)
        return slots[slot] - 1
    }

    private func slot(of key: UInt64) -> Int {
        let mask = slots.count - 1
        var slot = Int(truncatingIfNeeded: (key ^ key >> 29) &* 0x9e37_79b9_7f4a_7c15 >> 20) & mask
        while slots[slot] > 0, keys[Int(slots[slot]) - 1] != key { slot = (slot + 1) & mask }
        return slot
    }

    private mutating func grow() {
        slots = Array(repeating: 0, count: slots.count * 2)
        for (number, key) in keys.enumerated() { slots[slot(of: key)] = Int32(clamping: number + 1) }
    }
}
