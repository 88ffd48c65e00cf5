/// Numbers of words, by a hash of their letter codes: open addressing, a quarter full at most.
///
/// Words are told apart by 64 bits of hash alone: two words of one lexicon that collide would be noticed by whoever
/// writes it, and a word of a text that collides with one of them is one in 10¹⁵.
struct WordTable: Sendable {
    private var keys: [UInt64]
    private var values: [UInt16]
    private let mask: Int

    init(_ words: [(key: UInt64, value: UInt16)]) {
        var size = 64
        while size < words.count * 4 { size *= 2 }
        mask = size - 1
        keys = Array(repeating: 0, count: size)
        values = Array(repeating: 0, count: size)
        for (key, value) in words {
            var slot = Int(truncatingIfNeeded: key) & mask
            while keys[slot] != 0, keys[slot] != key { slot = (slot + 1) & mask }
            keys[slot] = key
            values[slot] = value
        }
    }

    /// The number of the word with this hash; 0 when there is none.
    @inline(__always)
    subscript(key: UInt64) -> UInt16 {
        var slot = Int(truncatingIfNeeded: key) & mask
        while keys[slot] != 0 {
            if keys[slot] == key { return values[slot] }
            slot = (slot + 1) & mask
        }
        return 0
    }

    // MARK: Hashes

    /// FNV-1a (RFC 9923), from a word's last letter to its first, so that the hashes of all endings come by the way.
    @inline(__always)
    static func extend(_ hash: UInt64, by code: UInt8) -> UInt64 {
        (hash ^ UInt64(code)) &* 0x100_0000_01b3
    }

    static let emptyHash: UInt64 = 0xcbf2_9ce4_8422_2325

    @inline(__always)
    static func key(_ hash: UInt64) -> UInt64 {
        let key = hash ^ hash >> 29
        return key == 0 ? 1 : key
    }

    static func key(of codes: some BidirectionalCollection<UInt8>) -> UInt64 {
        key(codes.reversed().reduce(emptyHash) { extend($0, by: $1) })
    }
}
