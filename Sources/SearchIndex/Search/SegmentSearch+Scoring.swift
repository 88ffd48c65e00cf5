extension SegmentSearch {
    /// So many ranges are scored first, those that can have the best documents: then most others needn't be.
    private static let seedCount = 12
    /// So few documents of a range are scored one by one.
    private static let fewDocuments = 6

    /// Offers the documents of the kept chunks that can be among the best.
    mutating func scoreFrames(_ top: inout TopHits) {
        if frames.count > 1 {
            for range in frames.best(Self.seedCount) { score(range, &top) }
        }
        for range in frames.bounds.indices where frames.bounds[range] > top.threshold { score(range, &top) }
    }

    /// `place` counts ranges through all frames.
    private mutating func score(_ place: Int, _ top: inout TopHits) {
        let head = frames.heads[place >> 5]
        let range = place & 31
        let norms = segment.norms.part(head.chunk << SegmentLayout.chunkBits, SegmentLayout.chunkSize)
        let bits = frames.take(place)
        let complete = frames.complete(place)
        let start = head.chunk << SegmentLayout.chunkBits | range << SegmentLayout.rangeBits
        if bits.count <= Self.fewDocuments {
            bits.forEach { document in
                let score = lists.score(
                    head.lists, document: range << SegmentLayout.rangeBits | document, state.impacts, norms)
                offer(score, start, document, complete, &top)
            }
        } else if complete.isEmpty, top.threshold > 0, lists.isPlain(head.lists) {
            scoreByTerm(head.lists, range, start, bits, norms, &top)
        } else {
            var sums = DocumentScores(repeating: 0)
            lists.add(head.lists, range: range, to: &sums, state.impacts, norms)
            bits.forEach { offer(sums[$0], start, $0, complete, &top) }
        }
    }

    @inline(__always)
    private func offer(
        _ score: UInt32, _ start: Int, _ document: Int, _ complete: RangeBits,
        _ top: inout TopHits
    ) {
        let isComplete = (document < 64 ? complete.low : complete.high) >> UInt64(document & 63) & 1 == 1
        let score = score &+ (isComplete ? plan.bonus : 0)
        if score >= top.threshold {
            top.offer(TopHits.Entry(score: score, key: segment.key(of: start | document)))
        }
    }

    /// Scores list by list, those that can give most first, and leaves out documents as soon as what is left can't be enough. After
    /// Turtle and Flood: Query evaluation, strategies and optimizations (1995).
    private mutating func scoreByTerm(
        _ frame: Range<Int>, _ range: Int, _ start: Int, _ bits: RangeBits, _ norms: Bytes,
        _ top: inout TopHits
    ) {
        var order = ListOrder()
        for index in frame { order.insert(index, bound: lists.bound(index, range: range, limits)) }
        var sums = DocumentScores(repeating: 0)
        var left = bits
        var seen = RangeBits()
        var rest = order.total
        for place in 0..<order.count {
            seen.formUnion(
                lists.add(
                    list: order.list(place), range: range, only: left, to: &sums, state.impacts, norms))
            rest &-= order.bound(place)
            guard rest < top.threshold else { continue }
            left.formIntersection(seen)
            left.forEach { document in
                if sums[document] &+ rest < top.threshold { left.remove(document) }
            }
            if left.isEmpty { return }
        }
        left.forEach { offer(sums[$0], start, $0, RangeBits(), &top) }
    }
}
