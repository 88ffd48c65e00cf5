/// Numbers terms as they come: a hash table with open addressing over one array of bytes.
struct TermTable {
    /// The hash in the high half, the number plus one in the low one, or 0.
    private var slots = [UInt64](repeating: 0, count: 1 << 12)
    private var hashes: [UInt32] = []
    private var names: [UInt8] = []
    private var ends: [UInt32] = []

    var count: Int { hashes.count }

    func name(_ number: Int) -> ArraySlice<UInt8> {
        names[(number == 0 ? 0 : Int(ends[number - 1]))..<Int(ends[number])]
    }

    /// The number of a term, a new one when it is new.
    mutating func number(of term: [UInt8]) -> UInt32 {
        let hash = Self.hash(term)
        let mask = slots.count - 1
        var slot = Int(hash) & mask
        while slots[slot] != 0 {
            if UInt32(truncatingIfNeeded: slots[slot] >> 32) == hash {
                let number = Int(UInt32(truncatingIfNeeded: slots[slot])) - 1
                if isName(number, term) { return UInt32(number) }
            }
            slot = (slot + 1) & mask
        }
        names += term
        ends.append(UInt32(names.count))
        hashes.append(hash)
        slots[slot] = UInt64(hash) << 32 | UInt64(hashes.count)
        if hashes.count * 2 > slots.count { grow() }
        return UInt32(hashes.count - 1)
    }

    /// FNV-1a, with the high bits mixed into the low ones.
    @inline(__always)
    private static func hash(_ term: [UInt8]) -> UInt32 {
        var hash: UInt32 = 0x811C_9DC5
        for byte in term { hash = (hash ^ UInt32(byte)) &* 0x0100_0193 }
        return hash ^ hash >> 15
    }

    private func isName(_ number: Int, _ term: [UInt8]) -> Bool {
        let start = number == 0 ? 0 : Int(ends[number - 1])
        guard Int(ends[number]) - start == term.count else { return false }
        for index in 0..<term.count where names[start + index] != term[index] { return false }
        return true
    }

    private mutating func grow() {
        slots = [UInt64](repeating: 0, count: slots.count * 2)
        let mask = slots.count - 1
        for (number, hash) in hashes.enumerated() {
            var slot = Int(hash) & mask
            while slots[slot] != 0 { slot = (slot + 1) & mask }
            slots[slot] = UInt64(hash) << 32 | UInt64(number + 1)
        }
    }

    /// The numbers in the order of their terms' bytes.
    func sorted() -> [Int] {
        var order = (0..<count).map { number in
            var head: UInt64 = 0
            let name = name(number)
            for (index, byte) in name.prefix(8).enumerated() {
                head |= UInt64(byte) << UInt64(56 - index * 8)
            }
            return (head: head, number: number)
        }
        order.sort { first, second in
            if first.head != second.head { return first.head < second.head }
            return name(first.number).lexicographicallyPrecedes(name(second.number))
        }
        return order.map(\.number)
    }
}
