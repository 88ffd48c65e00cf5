/// Documents of one chunk, a bit each. A class, since what is passed about so often must not be copied.
@safe
final class ChunkBits {
    private let words: UnsafeMutablePointer<UInt64>
    static let wordCount = SegmentLayout.chunkSize / 64

    init() {
        unsafe words = UnsafeMutablePointer.allocate(capacity: Self.wordCount)
        unsafe words.initialize(repeating: 0, count: Self.wordCount)
    }

    deinit { unsafe words.deallocate() }

    @inline(__always)
    subscript(word: Int) -> UInt64 {
        get { unsafe words[word & (Self.wordCount - 1)] }
        set { unsafe words[word & (Self.wordCount - 1)] = newValue }
    }

    @inline(__always)
    func fill(_ value: UInt64) {
        unsafe words.update(repeating: value, count: Self.wordCount)
    }

    @inline(__always)
    func insert(_ document: Int) { self[document >> 6] |= 1 << UInt64(document & 63) }

    @inline(__always)
    func copy(_ other: ChunkBits) { unsafe words.update(from: other.words, count: Self.wordCount) }

    @inline(__always)
    func formUnion(_ other: ChunkBits) {
        for index in 0..<Self.wordCount { unsafe words[index] |= other.words[index] }
    }

    /// The words of a bitmap.
    @inline(__always)
    func formUnion(_ bitmap: Bytes) {
        guard bitmap.count >= SegmentLayout.chunkSize / 8 else { return }
        for index in 0..<Self.wordCount {
            unsafe words[index] |= bitmap.unchecked(index * 8, as: UInt64.self)
        }
    }

    @inline(__always)
    func formIntersection(_ other: ChunkBits) {
        for index in 0..<Self.wordCount { unsafe words[index] &= other.words[index] }
    }

    @inline(__always)
    func subtract(_ other: ChunkBits) {
        for index in 0..<Self.wordCount { unsafe words[index] &= ~other.words[index] }
    }

    var count: Int {
        var count = 0
        for index in 0..<Self.wordCount { count += unsafe words[index].nonzeroBitCount }
        return count
    }

    @inline(__always)
    var isEmpty: Bool {
        var all: UInt64 = 0
        for index in 0..<Self.wordCount { unsafe all |= words[index] }
        return all == 0
    }

    /// Ascending.
    @inline(__always)
    func forEach(_ body: (Int) -> Void) {
        for index in 0..<Self.wordCount {
            var rest = unsafe words[index]
            while rest != 0 {
                body(index << 6 | rest.trailingZeroBitCount)
                rest &= rest - 1
            }
        }
    }

    /// Keeps the documents that satisfy `condition`.
    func filter(_ condition: (Int) -> Bool) {
        for index in 0..<Self.wordCount {
            var rest = unsafe words[index]
            while rest != 0 {
                let bit = rest & (~rest &+ 1)
                if !condition(index << 6 | rest.trailingZeroBitCount) { unsafe words[index] &= ~bit }
                rest &= rest - 1
            }
        }
    }
}
