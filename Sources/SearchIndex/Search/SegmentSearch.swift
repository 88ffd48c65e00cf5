/// A search of one segment: chunk by chunk, which documents match, as bits, so that they can be counted exactly; then the scores of
/// those ranges of documents that can have one of the best, according to the kept maxima.
struct SegmentSearch {
    let plan: SearchPlan
    let state: IndexState
    let segment: Segment
    let limits: [UInt32]
    private var leaves: [LeafMatcher]
    /// Whether the root is one of these leaves, or any of them.
    private let isUnion: Bool
    private var filter: FilterMatcher
    /// By leaf.
    private let found: [ChunkBits]
    /// For groups of leaves; so many are taken.
    private var pool: [ChunkBits] = []
    private var taken = 0
    var lists = ScoreLists()
    var frames = SearchFrames()
    private(set) var total = 0
    /// The deadline came before all chunks had been looked at.
    private(set) var isPartial = false

    init(_ plan: SearchPlan, filter: SearchFilter, part: Int, of state: IndexState) {
        self.plan = plan
        self.state = state
        segment = state.parts[part].segment
        limits = state.limits[part]
        leaves = plan.leaves.map { LeafMatcher($0, part: part, of: state) }
        found = plan.leaves.map { _ in ChunkBits() }
        isUnion = plan.complete == nil && plan.root.isUnion
        self.filter = FilterMatcher(filter, state.parts[part])
    }

    /// Offers what matches and passes the filter.
    mutating func run(_ top: inout TopHits, deadline: Deadline) {
        forEachChunk(deadline) { search, chunk, start, bits in
            search.filter.apply(to: bits, chunk: chunk)
            let count = bits.count
            if count == 0 { return search.lists.removeLast(to: start) }
            search.total += count
            search.keep(chunk, start, bits, top.threshold)
        }
        scoreFrames(&top)
    }

    /// Keeps a chunk to be scored unless nothing in it can be among the best.
    private mutating func keep(_ chunk: Int, _ start: Int, _ bits: ChunkBits, _ threshold: UInt32) {
        var complete: ChunkBits?
        var bonus: UInt32 = 0
        if let node = plan.complete {
            let both = take()
            both.copy(evaluate(node))
            both.formIntersection(bits)
            if !both.isEmpty { bonus = plan.bonus }
            complete = both
        }
        let lists = start..<self.lists.count
        if self.lists.bound(lists, limits) &+ bonus < threshold {
            return self.lists.removeLast(to: start)
        }
        // One more than what no document gets more of.
        var bounds = RangeScores(repeating: 1)
        self.lists.addBounds(lists, to: &bounds, limits)
        for range in 0..<SegmentLayout.rangesPerChunk {
            if bits[range * 2] | bits[range * 2 + 1] == 0 {
                bounds[range] = 0
            } else if bonus > 0, let complete, complete[range * 2] | complete[range * 2 + 1] != 0 {
                bounds[range] &+= bonus
            }
        }
        frames.add(chunk, lists, bits, bounds)
        if let complete { frames.addComplete(complete) }
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
            let bits = match(chunk)
            if bits.isEmpty { lists.removeLast(to: start) } else { body(&self, chunk, start, bits) }
        }
    }

    /// The first chunk from `number` on that can have a match; `Int.max` when none can.
    private mutating func nextChunk(_ node: SearchPlan.Node, from number: Int) -> Int {
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

    /// The documents of a chunk that match; they hold until the next chunk.
    private mutating func match(_ chunk: Int) -> ChunkBits {
        taken = 0
        if isUnion {
            let bits = take()
            bits.fill(0)
            for index in leaves.indices { leaves[index].match(chunk: chunk, into: bits, scores: &lists) }
            return bits
        }
        for index in leaves.indices {
            found[index].fill(0)
            leaves[index].match(chunk: chunk, into: found[index], scores: &lists)
        }
        let bits = take()
        bits.copy(evaluate(plan.root))
        return bits
    }

    private mutating func take() -> ChunkBits {
        if taken == pool.count { pool.append(ChunkBits()) }
        taken += 1
        return pool[taken - 1]
    }

    private mutating func evaluate(_ node: SearchPlan.Node) -> ChunkBits {
        if case .leaf(let index) = node { return found[index] }
        let bits = take()
        switch node {
        case .leaf: break
        case .not(let node):
            bits.fill(.max)
            bits.subtract(evaluate(node))
        case .any(let nodes):
            bits.fill(0)
            for node in nodes { bits.formUnion(evaluate(node)) }
        case .all(let nodes):
            bits.fill(.max)
            for node in nodes { bits.formIntersection(evaluate(node)) }
        }
        return bits
    }
}

extension SearchPlan.Node {
    /// Whether it is a leaf, or any of some leaves.
    var isUnion: Bool {
        switch self {
        case .leaf: true
        case .any(let nodes): nodes.allSatisfy(\.isUnion)
        case .all, .not: false
        }
    }
}
