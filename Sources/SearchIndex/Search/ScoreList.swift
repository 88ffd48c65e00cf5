/// Documents of a chunk that get a score of a term.
struct ScoreList {
    let postings: PostingChunk
    let weight: UInt32
    /// How far the ranges have been scored.
    private var place = 0

    init(_ postings: PostingChunk, weight: UInt32) {
        self.postings = postings
        self.weight = weight
    }

    /// No document of the chunk gets more, whatever the average length has become: the kept maxima hold for the segment's own
    /// average, and with a higher one a frequency's impact grows by no more than the averages' ratio (in 65,536ths).
    func bound(growth: UInt64) -> UInt32 { bound(postings.maximum, growth) }

    /// The same for a range.
    func bound(range: Int, growth: UInt64) -> UInt32 {
        postings.maxima.count > range ? bound(postings.maxima[range], growth) : bound(growth: growth)
    }

    private func bound(_ maximum: UInt8, _ growth: UInt64) -> UInt32 {
        let impact = min(((((UInt64(maximum) + 1) << 8) * growth) >> 16) + 1, 65536)
        return UInt32((UInt64(weight) * impact) >> 16) + 1
    }

    /// Adds the scores of a range's documents. Ranges are asked for in ascending order.
    @inline(__always)
    mutating func add(
        range: Int, to scores: inout InlineArray<128, UInt32>, _ impacts: [UInt32], _ norms: Bytes
    ) {
        let start = range << SegmentLayout.rangeBits
        place = postings.place(of: UInt16(start), from: place)
        let end = start + 1 << SegmentLayout.rangeBits
        while place < postings.count {
            let posting = postings.list.uint16(at: place * 2)
            let document = Int(posting >> 4)
            if document >= end { return }
            let impact = impacts[Int(posting & 15) << 8 | Int(norms[document])]
            scores[document & 127] &+= Scoring.score(weight: weight, impact: impact)
            place += 1
        }
    }
}
