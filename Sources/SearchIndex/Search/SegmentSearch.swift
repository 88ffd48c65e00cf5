/// A search of one segment: chunk by chunk, which documents match, as bits, so that they can be counted exactly; then the scores of
/// those ranges of documents that can have one of the best, according to the kept maxima.
struct SegmentSearch {
    let plan: SearchPlan
    let state: IndexState
    let segment: Segment
    private let limits: [UInt32]
    private let leaves: [LeafMatcher]
    /// Whether the root is one of these leaves, or any of them.
    private let isUnion: Bool
    private var filter: FilterMatcher
    private var found: [ChunkBits] = []
    var lists = ScoreLists()
    var frames: [Frame] = []
    private(set) var total = 0
    /// The deadline came before all chunks had been looked at.
    private(set) var isPartial = false

    /// A chunk whose documents may be among the best.
    struct Frame {
        var chunk: Int
        var lists: Range<Int>
        var bits: ChunkBits
        /// Documents that get the bonus.
        var complete: ChunkBits
        /// For each range one more than what no document gets more of, or 0 when it has been scored.
        var bounds = RangeScores(repeating: 1)
    }

    init(_ plan: SearchPlan, filter: SearchFilter, part: Int, of state: IndexState) {
        self.plan = plan
        self.state = state
        segment = state.parts[part].segment
        limits = state.limits[part]
        leaves = plan.leaves.map { LeafMatcher($0, part: part, of: state) }
        isUnion = plan.complete == nil && plan.root.isUnion
        self.filter = FilterMatcher(filter, state.parts[part])
    }

    /// Offers what matches and passes the filter.
    mutating func run(_ top: inout TopHits, deadline: Deadline) {
        forEachChunk(deadline) { search, chunk, start, matching in
            var bits = matching
            search.filter.apply(to: &bits, chunk: chunk)
            let count = bits.count
            if count == 0 { return search.lists.removeLast(to: start) }
            search.total += count
            var frame = Frame(chunk: chunk, lists: start..<search.lists.count, bits: bits, complete: .none)
            if let node = search.plan.complete {
                frame.complete = search.evaluate(node)
                frame.complete.formIntersection(bits)
            }
            search.keep(frame, top.threshold)
        }
        scoreFrames(&top)
    }

    /// Keeps a chunk to be scored unless nothing in it can be among the best.
    private mutating func keep(_ frame: Frame, _ threshold: UInt32) {
        var frame = frame
        let bonus = plan.complete == nil || frame.complete.isEmpty ? 0 : plan.bonus
        if lists.bound(frame.lists, limits) &+ bonus < threshold {
            return lists.removeLast(to: frame.lists.lowerBound)
        }
        lists.addBounds(frame.lists, to: &frame.bounds, limits)
        for range in 0..<SegmentLayout.rangesPerChunk {
            if frame.bits[range * 2] | frame.bits[range * 2 + 1] == 0 {
                frame.bounds[range] = 0
            } else if bonus > 0, frame.complete[range * 2] | frame.complete[range * 2 + 1] != 0 {
                frame.bounds[range] &+= bonus
            }
        }
        frames.append(frame)
    }

    /// Calls `body` with each chunk's number and the documents that match, whether they are live and pass the filter or not.
    mutating func forEachMatch(deadline: Deadline, _ body: (Int, ChunkBits) -> Void) {
        forEachChunk(deadline) { search, chunk, start, bits in
            search.lists.removeLast(to: start)
            body(chunk, bits)
        }
    }

    /// Calls `body` with each chunk, where its lists begin, and the documents that match.
    private mutating func forEachChunk(
        _ deadline: Deadline, _ body: (inout SegmentSearch, Int, Int, ChunkBits) -> Void
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
            let start = lists.count
            let bits = matching(chunk)
            if bits.isEmpty { lists.removeLast(to: start) } else { body(&self, chunk, start, bits) }
        }
    }

    /// The first chunk from `number` on that can have a match; `Int.max` when none can.
    private func nextChunk(_ node: SearchPlan.Node, from number: Int) -> Int {
        switch node {
        case .leaf(let index): return leaves[index].next(from: number)
        case .not: return number
        case .any(let nodes):
            var first = Int.max
            for node in nodes { first = min(first, nextChunk(node, from: number)) }
            return first
        case .all(let nodes):
            var last = number
            for node in nodes {
                last = max(last, nextChunk(node, from: last))
                if last == .max { break }
            }
            return last
        }
    }

    private mutating func matching(_ chunk: Int) -> ChunkBits {
        var bits = ChunkBits.none
        if isUnion {
            for leaf in leaves { leaf.match(chunk: chunk, into: &bits, scores: &lists) }
            return bits
        }
        found.removeAll(keepingCapacity: true)
        for leaf in leaves {
            var bits = ChunkBits.none
            leaf.match(chunk: chunk, into: &bits, scores: &lists)
            found.append(bits)
        }
        return evaluate(plan.root)
    }

    private func evaluate(_ node: SearchPlan.Node) -> ChunkBits {
        switch node {
        case .leaf(let index): return found[index]
        case .not(let node):
            var bits = ChunkBits.every
            bits.subtract(evaluate(node))
            return bits
        case .any(let nodes):
            var bits = ChunkBits.none
            for node in nodes { bits.formUnion(evaluate(node)) }
            return bits
        case .all(let nodes):
            var bits = ChunkBits.every
            for node in nodes { bits.formIntersection(evaluate(node)) }
            return bits
        }
    }
}

extension SearchPlan.Node {
    /// Whether it is a leaf, or any of some leaves.
    fileprivate var isUnion: Bool {
        switch self {
        case .leaf: true
        case .any(let nodes): nodes.allSatisfy(\.isUnion)
        case .all, .not: false
        }
    }
}
