/// Documents of a chunk that get a score of a term.
struct ScoreList {
    let postings: PostingChunk
    let weight: UInt32
    let alternative: SearchPlan.Alternative?
    /// How far ranges have been scored.
    private var lastRange = -1
    private var place = 0

    init(_ postings: PostingChunk, weight: UInt32, alternative: SearchPlan.Alternative?) {
        self.postings = postings
        self.weight = weight
        self.alternative = alternative
    }

    /// Adds for each range what no document of it gets more of. `limits` is `IndexState.limits` of the segment.
    @inline(__always)
    func addBounds(to bounds: inout RangeScores, _ limits: [UInt32]) {
        if postings.maxima.count < SegmentLayout.rangesPerChunk {
            let bound = Scoring.score(weight: weight, impact: limits[Int(postings.maximum)]) &+ 1
            for range in 0..<SegmentLayout.rangesPerChunk { bounds[range] &+= bound }
        } else {
            for range in 0..<SegmentLayout.rangesPerChunk {
                let limit = limits[Int(postings.maxima.unchecked(range, as: UInt8.self))]
                bounds[range] &+= Scoring.score(weight: weight, impact: limit) &+ 1
            }
        }
    }

    /// The same for the whole chunk.
    @inline(__always)
    func bound(_ limits: [UInt32]) -> UInt32 {
        Scoring.score(weight: weight, impact: limits[Int(postings.maximum)]) &+ 1
    }

    /// The same for a range.
    @inline(__always)
    func bound(range: Int, _ limits: [UInt32]) -> UInt32 {
        guard postings.maxima.count > range else { return bound(limits) }
        let limit = limits[Int(postings.maxima.unchecked(range, as: UInt8.self))]
        return Scoring.score(weight: weight, impact: limit) &+ 1
    }

    /// Adds the scores of a range's documents. Quickest when ranges are asked for in ascending order.
    @inline(__always)
    mutating func add(range: Int, to scores: inout DocumentScores, _ impacts: [UInt32], _ norms: Bytes) {
        guard norms.count == SegmentLayout.chunkSize else { return }
        if postings.isBitmap {
            addBitmap(range, to: &scores, impacts, norms)
        } else {
            _ = addList(range, to: &scores, impacts, norms)
        }
    }

    /// Adds at least the scores of the documents in `only` that the list has. Returns which it has, at least of these.
    @inline(__always)
    mutating func add(
        range: Int, only bits: RangeBits, to scores: inout DocumentScores, _ impacts: [UInt32], _ norms: Bytes
    ) -> RangeBits {
        guard norms.count == SegmentLayout.chunkSize else { return RangeBits() }
        if !postings.isBitmap { return addList(range, to: &scores, impacts, norms) }
        let all = RangeBits(
            low: postings.data.uint64(at: range << 4), high: postings.data.uint64(at: range << 4 + 8))
        var wanted = all
        wanted.formIntersection(bits)
        if wanted.count * 2 > all.count {
            addBitmap(range, to: &scores, impacts, norms)
        } else if !wanted.isEmpty {
            let rank = postings.codes.count > 0 ? postings.rank(ofWord: range * 2) : 0
            let lowCount = all.low.nonzeroBitCount
            wanted.forEach { document in
                let bit = UInt64(1) << UInt64(document & 63)
                let before =
                    document < 64
                    ? (all.low & (bit - 1)).nonzeroBitCount
                    : lowCount + (all.high & (bit - 1)).nonzeroBitCount
                let impact = impact(
                    postings.code(at: rank + before), range << SegmentLayout.rangeBits | document, impacts,
                    norms)
                scores[document] &+= Scoring.score(weight: weight, impact: impact)
            }
        }
        return all
    }

    /// The score of one document.
    @inline(__always)
    func score(_ document: Int, _ impacts: [UInt32], _ norms: Bytes) -> UInt32 {
        guard norms.count == SegmentLayout.chunkSize, document < SegmentLayout.chunkSize,
            let index = postings.index(of: document)
        else { return 0 }
        let impact = impact(postings.code(at: index), document, impacts, norms)
        return Scoring.score(weight: weight, impact: impact)
    }

    @inline(__always)
    private func impact(
        _ code: Int, _ document: Int, _ impacts: [UInt32], _ norms: Bytes
    ) -> UInt32 {
        impacts[code << 8 | Int(norms.unchecked(document, as: UInt8.self))]
    }

    @inline(__always)
    private mutating func addList(
        _ range: Int, to scores: inout DocumentScores, _ impacts: [UInt32], _ norms: Bytes
    ) -> RangeBits {
        var seen = RangeBits()
        guard postings.data.count >= postings.count * 2 else { return seen }
        let start = range << SegmentLayout.rangeBits
        var index = postings.place(of: start, from: range > lastRange ? place : 0)
        let end = start + 1 << SegmentLayout.rangeBits
        while index < postings.count {
            let posting = postings.data.unchecked(index * 2, as: UInt16.self)
            let document = Int(posting >> 4)
            if document >= end { break }
            let impact = impact(Int(posting & 15), document, impacts, norms)
            scores[document & 127] &+= Scoring.score(weight: weight, impact: impact)
            seen.insert(document & 127)
            index += 1
        }
        lastRange = range
        place = index
        return seen
    }

    @inline(__always)
    private func addBitmap(
        _ range: Int, to scores: inout DocumentScores, _ impacts: [UInt32], _ norms: Bytes
    ) {
        let hasCodes = postings.codes.count > 0
        var index = hasCodes ? postings.rank(ofWord: range * 2) : 0
        for half in 0..<2 {
            let word = range * 2 + half
            var rest = postings.data.uint64(at: word << 3)
            while rest != 0 {
                let document = word << 6 | rest.trailingZeroBitCount
                let code = hasCodes ? postings.code(at: index) : 1
                let impact = impact(code, document, impacts, norms)
                scores[document & 127] &+= Scoring.score(weight: weight, impact: impact)
                rest &= rest - 1
                index += 1
            }
        }
    }
}

/// By range of a chunk.
typealias RangeScores = InlineArray<32, UInt32>
/// By document of a range.
typealias DocumentScores = InlineArray<128, UInt32>
