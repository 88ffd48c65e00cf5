/// A search of one segment, chunk by chunk: first which documents match, as bits, so that they can be counted exactly; then, where
/// the kept maxima say that one could be among the best, their scores.
struct SegmentSearch {
    private let plan: SearchPlan
    private let state: IndexState
    private let segment: Segment
    private var leaves: [LeafMatcher]
    private var filter: FilterMatcher
    private var scores = ChunkScores()
    /// How much impacts may have grown since the segment's maxima were kept, in 65,536ths.
    private let growth: UInt64
    private(set) var total = 0
    /// The deadline came before all chunks had been looked at.
    private(set) var isPartial = false

    init(_ plan: SearchPlan, filter: SearchFilter, part: Int, of state: IndexState) {
        self.plan = plan
        self.state = state
        segment = state.parts[part].segment
        let segment = segment
        leaves = plan.leaves.map { LeafMatcher($0, part: part, of: state) }
        self.filter = FilterMatcher(filter, state.parts[part])
        growth = UInt64(max(1, min(state.averageLength / max(segment.averageLength, 1), 65536)) * 65536) + 1
    }

    /// Offers what matches and passes the filter.
    mutating func run(_ top: inout TopHits, deadline: Deadline) {
        forEachChunk(deadline) { search, chunk, found in
            var bits = search.evaluate(search.plan.root, found)
            if bits.isEmpty { return }
            search.filter.apply(to: &bits, chunk: chunk)
            let count = bits.count
            if count == 0 { return }
            search.total += count
            var complete = ChunkBits.none
            if let node = search.plan.complete { complete = search.evaluate(node, found) }
            search.score(bits, complete, chunk: chunk, &top)
        }
    }

    /// Calls `body` with each chunk's number and the documents that match, whether they are live and pass the filter or not.
    mutating func forEachMatch(deadline: Deadline, _ body: (Int, ChunkBits) -> Void) {
        forEachChunk(deadline) { search, chunk, found in
            let bits = search.evaluate(search.plan.root, found)
            if !bits.isEmpty { body(chunk, bits) }
        }
    }

    private mutating func forEachChunk(
        _ deadline: Deadline, _ body: (inout SegmentSearch, Int, [ChunkBits]) -> Void
    ) {
        var next = 0
        while true {
            let chunk = nextChunk(plan.root, from: next)
            guard chunk < segment.chunkCount else { return }
            if deadline.isOver {
                isPartial = true
                return
            }
            next = chunk + 1
            scores.removeAll()
            let found = match(chunk)
            body(&self, chunk, found)
        }
    }

    /// The first chunk from `number` on that can have a match; `Int.max` when none can.
    private func nextChunk(_ node: SearchPlan.Node, from number: Int) -> Int {
        switch node {
        case .leaf(let index): return leaves[index].next(from: number)
        case .not: return number
        case .any(let nodes): return nodes.reduce(.max) { min($0, nextChunk($1, from: number)) }
        case .all(let nodes): return nodes.reduce(number) { max($0, nextChunk($1, from: number)) }
        }
    }

    /// For each leaf, the documents that match.
    private mutating func match(_ chunk: Int) -> [ChunkBits] {
        leaves.indices.map { leaves[$0].match(chunk: chunk, scores: &scores) }
    }

    private func evaluate(_ node: SearchPlan.Node, _ found: [ChunkBits]) -> ChunkBits {
        switch node {
        case .leaf(let index): return found[index]
        case .not(let node):
            var bits = ChunkBits.every
            bits.subtract(evaluate(node, found))
            return bits
        case .any(let nodes):
            var bits = ChunkBits.none
            for node in nodes { bits.formUnion(evaluate(node, found)) }
            return bits
        case .all(let nodes):
            var bits = ChunkBits.every
            for node in nodes { bits.formIntersection(evaluate(node, found)) }
            return bits
        }
    }

    private mutating func score(_ bits: ChunkBits, _ complete: ChunkBits, chunk: Int, _ top: inout TopHits) {
        let bonus = complete.isEmpty ? 0 : plan.bonus
        if scores.bound(growth: growth) + bonus < top.threshold { return }
        let norms = segment.norms.part(chunk << SegmentLayout.chunkBits, SegmentLayout.chunkSize)
        var sums = InlineArray<128, UInt32>(repeating: 0)
        for range in 0..<SegmentLayout.rangesPerChunk {
            let (low, high) = (bits[range * 2], bits[range * 2 + 1])
            if low | high == 0 { continue }
            var bound = complete[range * 2] | complete[range * 2 + 1] == 0 ? 0 : plan.bonus
            bound += scores.bound(range: range, growth: growth)
            if bound < top.threshold { continue }
            for index in 0..<128 { sums[index] = 0 }
            scores.add(range: range, to: &sums, state.impacts, norms)
            for half in 0..<2 {
                var rest = bits[range * 2 + half]
                while rest != 0 {
                    let place = half << 6 | rest.trailingZeroBitCount
                    let isComplete = complete[range * 2 + half] >> UInt64(place & 63) & 1 == 1
                    let score = sums[place] &+ (isComplete ? plan.bonus : 0)
                    if score >= top.threshold {
                        let document =
                            chunk << SegmentLayout.chunkBits | range << SegmentLayout.rangeBits | place
                        top.offer(TopHits.Entry(score: score, key: segment.key(of: document)))
                    }
                    rest &= rest - 1
                }
            }
        }
    }
}
