/// A search of one segment document by document: for words of which one that must be there, or all that may be, are in few.
struct DirectSearch {
    /// So many documents a chunk are few.
    private static let few = 128

    private let plan: SearchPlan
    private let segment: Segment
    private let limits: [UInt32]
    private let deleted: DocumentSet
    private let impacts: [UInt32]
    /// First those that say which documents are looked at, so many; then the others that must be there, the rarest first.
    private let walks: Places<Walk>
    private var leading = 0
    /// Where the walks of each of the others end: any of these must be there.
    private var ends: [Int] = []
    /// What adds to the score of documents that match.
    private let extra: Places<Walk>
    private var extraMaximum: UInt32 = 0
    private var matcher: PositionMatcher?
    /// The leaves that make a document complete, by each: any of some.
    private var complete: [UInt64] = []
    private var document = -1
    private var chunk = -1
    private(set) var total = 0
    /// The deadline came before all documents had been looked at.
    private(set) var isPartial = false

    fileprivate struct Walk {
        var postings: PostingWalk
        /// A bit for the leaf that it is of.
        var leaf: UInt64
    }

    /// `nil` when the query is of another kind, or the documents are many.
    init?(_ plan: SearchPlan, filter: SearchFilter, part: Int) {
        guard filter.clauses.isEmpty, filter.interval == nil, plan.leaves.count <= 64 else { return nil }
        self.plan = plan
        segment = plan.state.parts[part].segment
        deleted = plan.state.parts[part].deleted
        limits = plan.state.limits[part]
        impacts = plan.state.impacts
        guard plan.leaves.allSatisfy({ $0.alternative == nil && $0.isScored }) else { return nil }
        var lists = Lists(segment, part)
        if lists.addWords(plan) {
            leading = lists.leading
            ends = lists.ends
        } else if let words = lists.addArrangement(plan) {
            leading = lists.walks.count
            if leading > 0 {
                matcher = PositionMatcher(words, part: part, segment, fieldWeights: plan.state.weights)
            }
        } else {
            return nil
        }
        walks = Places(lists.walks)
        extra = Places(lists.extra)
        guard setComplete() else { return nil }
        var count = 0
        for index in 0..<leading { count += walks[index].postings.documentCount }
        if matcher != nil { count *= 2 }
        if !ends.isEmpty { count *= 4 }
        guard count <= max(segment.chunkCount * Self.few, SegmentLayout.flatLimit) else { return nil }
        for index in 0..<extra.count { extraMaximum &+= extra[index].postings.weight }
    }

    private mutating func setComplete() -> Bool {
        guard let node = plan.complete else { return true }
        guard case .all(let nodes) = node, nodes.allSatisfy(\.isUnion) else { return false }
        complete = nodes.map { node in node.leafIndices.reduce(0) { $0 | 1 << UInt64($1) } }
        return true
    }

    /// Offers what matches.
    mutating func run(_ top: inout TopHits, deadline: Deadline) {
        var seen = 0
        while next(top.threshold) {
            seen += 1
            if seen & 1023 == 0, deadline.isOver {
                isPartial = true
                return
            }
            guard isInAll(), deleted.count == 0 || !deleted.contains(document) else { continue }
            score(&top)
        }
    }

    /// Moves to the next document; false at the end.
    private mutating func next(_ threshold: UInt32) -> Bool {
        while true {
            var least = Int.max
            for index in 0..<leading {
                if walks[index].postings.document == document { walks[index].postings.next() }
                least = min(least, walks[index].postings.document)
            }
            guard least != .max else { return false }
            let isNewChunk = least >> SegmentLayout.chunkBits != chunk
            document = least
            chunk = least >> SegmentLayout.chunkBits
            guard isNewChunk, let count = skipChunk(threshold) else { return true }
            total += count
        }
    }

    /// Leaves out a chunk in which all documents match and none can be among the best; returns how many these are.
    private mutating func skipChunk(_ threshold: UInt32) -> Int? {
        guard walks.count == 1, leading == 1, matcher == nil, deleted.count == 0,
            let bound = walks[0].postings.bound(limits), bound &+ extraMaximum &+ plan.bonus < threshold
        else { return nil }
        return walks[0].postings.skipChunk()
    }

    private mutating func isInAll() -> Bool {
        var index = leading
        for end in ends {
            var isFound = false
            while index < end {
                if walks[index].postings.seek(document) { isFound = true }
                index += 1
            }
            if !isFound { return false }
        }
        return true
    }

    private mutating func score(_ top: inout TopHits) {
        let norm = Int(segment.norms[document])
        var sum: UInt32 = 0
        var leaves: UInt64 = 0
        if matcher != nil {
            guard let code = matcher?.code(in: document), let weight = matcher?.weight else { return }
            sum = Scoring.score(weight: weight, impact: impacts[Int(code) << 8 | norm])
            leaves = 1
        } else {
            for index in 0..<walks.count {
                let isThere =
                    index < leading
                    ? walks[index].postings.document == document : walks[index].postings.isFound
                guard isThere else { continue }
                sum &+= walks[index].postings.score(impacts, norm)
                leaves |= walks[index].leaf
            }
        }
        total += 1
        if !complete.isEmpty, complete.allSatisfy({ $0 & leaves != 0 }) { sum &+= plan.bonus }
        guard sum &+ extraMaximum >= top.threshold else { return }
        for index in 0..<extra.count where extra[index].postings.seek(document) {
            sum &+= extra[index].postings.score(impacts, norm)
        }
        if sum >= top.threshold { top.offer(TopHits.Entry(score: sum, key: segment.key(of: document))) }
    }
}

/// The words of a query in a segment.
private struct Lists {
    private let segment: Segment
    private let part: Int
    var walks: [DirectSearch.Walk] = []
    var extra: [DirectSearch.Walk] = []
    var leading = 0
    var ends: [Int] = []

    init(_ segment: Segment, _ part: Int) {
        self.segment = segment
        self.part = part
    }

    /// The words that a document must have, all or any; false when there is anything else.
    mutating func addWords(_ plan: SearchPlan) -> Bool {
        if plan.root.isUnion {
            guard add(plan.root, plan) else { return false }
            leading = walks.count
            return true
        }
        guard case .all(let nodes) = plan.root, nodes.allSatisfy(\.isUnion) else { return false }
        let counts = nodes.map { count($0, plan) }
        for (place, index) in counts.indices.sorted(by: { counts[$0] < counts[$1] }).enumerated() {
            guard add(nodes[index], plan) else { return false }
            if place == 0 { leading = walks.count } else { ends.append(walks.count) }
        }
        return !nodes.isEmpty
    }

    private func count(_ node: SearchPlan.Node, _ plan: SearchPlan) -> Int {
        switch node {
        case .leaf(let leaf):
            guard case .word(let terms) = plan.leaves[leaf].matching else { return 0 }
            return terms.reduce(0) { $0 + ($1.entries[part]?.documentCount ?? 0) }
        case .any(let nodes): return nodes.reduce(0) { $0 + count($1, plan) }
        case .all, .not: return 0
        }
    }

    /// Adds the words of a leaf, or of any of some; false when one is of another kind.
    private mutating func add(_ node: SearchPlan.Node, _ plan: SearchPlan) -> Bool {
        switch node {
        case .leaf(let leaf):
            guard case .word(let terms) = plan.leaves[leaf].matching else { return false }
            for term in terms { if let walk = walk(term, leaf) { walks.append(walk) } }
            for term in plan.leaves[leaf].extra {
                if let walk = walk(term, leaf) { extra.append(walk) }
            }
            return true
        case .any(let nodes):
            for node in nodes { guard add(node, plan) else { return false } }
            return true
        case .all, .not: return false
        }
    }

    private func walk(_ term: SearchPlan.Term, _ leaf: Int) -> DirectSearch.Walk? {
        guard let entry = term.entries[part] else { return nil }
        return DirectSearch.Walk(
            postings: PostingWalk(entry, weight: term.weight, segment), leaf: 1 << UInt64(leaf))
    }

    /// Those of the rarest of words in an arrangement; `nil` when there is anything else.
    mutating func addArrangement(_ plan: SearchPlan) -> SearchPlan.Words? {
        guard plan.leaves.count == 1, plan.root.isUnion,
            case .positions(let words) = plan.leaves[0].matching
        else { return nil }
        let counts = words.slots.map { slot in
            slot.reduce(0) { $0 + ($1.entries[part]?.documentCount ?? 0) }
        }
        guard let slot = counts.indices.min(by: { counts[$0] < counts[$1] }), counts[slot] > 0 else {
            return words
        }
        for term in words.slots[slot] { if let walk = walk(term, 0) { walks.append(walk) } }
        return words
    }
}

extension SearchPlan.Node {
    /// The leaves of a leaf, or of any of some.
    fileprivate var leafIndices: [Int] {
        switch self {
        case .leaf(let index): [index]
        case .any(let nodes): nodes.flatMap(\.leafIndices)
        case .all, .not: []
        }
    }
}
