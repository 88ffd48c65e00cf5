/// A bit for the hash of every word of a lexicon, so that most words of a text cost no look-up.
struct WordFilter: Sendable {
    private var bits = [UInt64](repeating: 0, count: 1_024)

    mutating func insert(_ word: some Sequence<UInt8>) {
        let hash = Self.hash(word)
        bits[hash >> 6] |= 1 << UInt64(hash & 63)
    }

    /// False for most words that were never inserted.
    @inline(__always)
    func mayHold(_ word: some Sequence<UInt8>) -> Bool {
        let hash = Self.hash(word)
        return bits[hash >> 6] & 1 << UInt64(hash & 63) != 0
    }

    /// 16 bits of FNV-1a (RFC 9923).
    @inline(__always)
    private static func hash(_ word: some Sequence<UInt8>) -> Int {
        var hash: UInt32 = 0x811c_9dc5
        for byte in word { hash = (hash ^ UInt32(byte)) &* 0x0100_0193 }
        return Int((hash ^ hash >> 16) & 0xffff)
    }
}
