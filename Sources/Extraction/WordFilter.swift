/// A bit for the hash of every word of a lexicon, so that most words of a text cost no look-up.
struct WordFilter: Sendable {
    private var bits = [UInt64](repeating: 0, count: 1_024)

    mutating func insert(_ word: some Sequence<UInt8>) {
        let hash = Self.hash(word)
        bits[hash >> 6] |= 1 << UInt64(hash & 63)
    }

    /// False for most words that were never inserted.
    @inline(__always)
    func mayHold(_ word: some Sequence<UInt8>) -> Bool { mayHold(state: Self.adding(word, to: Self.seed)) }

    /// The same for a word whose bytes have been taken up by `adding`.
    @inline(__always)
    func mayHold(state: UInt32) -> Bool {
        let hash = Self.folded(state)
        return bits[hash >> 6] & 1 << UInt64(hash & 63) != 0
    }

    /// FNV-1a (RFC 9923), which may be carried on.
    static let seed: UInt32 = 0x811c_9dc5

    @inline(__always)
    static func adding(_ bytes: some Sequence<UInt8>, to state: UInt32) -> UInt32 {
        var hash = state
        for byte in bytes { hash = (hash ^ UInt32(byte)) &* 0x0100_0193 }
        return hash
    }

    /// In 16 bits.
    @inline(__always)
    private static func folded(_ hash: UInt32) -> Int { Int((hash ^ hash >> 16) & 0xffff) }

    private static func hash(_ word: some Sequence<UInt8>) -> Int { folded(adding(word, to: seed)) }
}
