/// Documents of one chunk, a bit each.
struct ChunkBits {
    private var words: InlineArray<64, UInt64>

    static let none = ChunkBits(words: InlineArray(repeating: 0))
    static let every = ChunkBits(words: InlineArray(repeating: .max))

    private init(words: InlineArray<64, UInt64>) { self.words = words }

    subscript(word: Int) -> UInt64 {
        @inline(__always) get { words[word] }
        @inline(__always) set { words[word] = newValue }
    }

    @inline(__always)
    mutating func insert(_ document: Int) {
        words[(document >> 6) & 63] |= 1 << UInt64(document & 63)
    }

    mutating func formUnion(_ other: ChunkBits) {
        for index in 0..<64 { words[index] |= other.words[index] }
    }

    mutating func formIntersection(_ other: ChunkBits) {
        for index in 0..<64 { words[index] &= other.words[index] }
    }

    mutating func subtract(_ other: ChunkBits) {
        for index in 0..<64 { words[index] &= ~other.words[index] }
    }

    var count: Int {
        var count = 0
        for index in 0..<64 { count += words[index].nonzeroBitCount }
        return count
    }

    var isEmpty: Bool {
        var all: UInt64 = 0
        for index in 0..<64 { all |= words[index] }
        return all == 0
    }

    /// Ascending.
    @inline(__always)
    func forEach(_ body: (Int) -> Void) {
        for index in 0..<64 {
            var rest = words[index]
            while rest != 0 {
                body(index << 6 | rest.trailingZeroBitCount)
                rest &= rest - 1
            }
        }
    }

    /// Keeps the documents that satisfy `condition`.
    mutating func filter(_ condition: (Int) -> Bool) {
        for index in 0..<64 {
            var rest = words[index]
            while rest != 0 {
                let bit = rest & (~rest &+ 1)
                if !condition(index << 6 | rest.trailingZeroBitCount) { words[index] &= ~bit }
                rest &= rest - 1
            }
        }
    }
}
