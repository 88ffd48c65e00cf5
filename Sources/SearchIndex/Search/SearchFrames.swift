/// Chunks whose documents may be among the best.
struct SearchFrames {
    struct Head {
        var chunk: Int
        /// Its lists.
        var lists: Range<Int>
    }

    private(set) var heads: [Head] = []
    /// Of each, the documents that match: 64 words.
    private var bits: [UInt64] = []
    /// The same for those that get the bonus; empty when there is none.
    private var complete: [UInt64] = []
    /// Of each, for its 32 ranges one more than what no document gets more of, or 0 when there is nothing to be scored.
    private(set) var bounds: [UInt32] = []

    var count: Int { heads.count }

    mutating func add(
        _ chunk: Int, _ lists: Range<Int>, _ documents: ChunkBits, _ limits: borrowing RangeScores
    ) {
        heads.append(Head(chunk: chunk, lists: lists))
        for word in 0..<64 { bits.append(documents[word]) }
        for range in 0..<32 { bounds.append(limits[range]) }
    }

    mutating func addComplete(_ documents: ChunkBits) {
        for word in 0..<64 { complete.append(documents[word]) }
    }

    /// `range` counts through all chunks.
    @inline(__always)
    mutating func take(_ range: Int) -> RangeBits {
        bounds[range] = 0
        return RangeBits(low: bits[range * 2], high: bits[range * 2 + 1])
    }

    /// Documents of a range that get the bonus.
    @inline(__always)
    func complete(_ range: Int) -> RangeBits {
        complete.isEmpty
            ? RangeBits() : RangeBits(low: complete[range * 2], high: complete[range * 2 + 1])
    }

    /// The `count` ranges that can have the best documents.
    func best(_ count: Int) -> [Int] {
        var best: [Int] = []
        var least = 0
        for (range, bound) in bounds.enumerated() where bound > 0 {
            if best.count < count {
                best.append(range)
            } else if bound > bounds[best[least]] {
                best[least] = range
            } else {
                continue
            }
            least = 0
            for index in best.indices where bounds[best[index]] < bounds[best[least]] { least = index }
        }
        return best
    }
}
