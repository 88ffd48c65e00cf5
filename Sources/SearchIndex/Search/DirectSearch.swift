/// A search of one segment document by document: for words of which one that must be there, or all that may be, are in few.
struct DirectSearch {
    /// So many documents a chunk are few when one word goes through them, and when several do.
    private static let fewOfOne = 160
    private static let fewOfSeveral = 64

    private let plan: SearchPlan
    private let segment: Segment
    private let limits: [UInt32]
    private let deleted: DocumentSet
    /// Those that say which documents are looked at.
    private var leading: [Walk] = []
    /// The others that must be there, the rarest first: for each, any of some.
    private var following: [[Walk]] = []
    /// What adds to the score of documents that match.
    private var extra: [Walk] = []
    private var extraMaximum: UInt32 = 0
    private var matcher: PositionMatcher?
    /// The leaves that make a document complete, by each: any of some.
    private var complete: [UInt64] = []
    private var document = -1
    private var chunk = -1
    private(set) var total = 0
    /// The deadline came before all documents had been looked at.
    private(set) var isPartial = false

    private struct Walk {
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
        guard plan.leaves.allSatisfy({ $0.alternative == nil && $0.isScored }) else { return nil }
        guard addWords(part) || addArrangement(part), setComplete() else { return nil }
        var count = leading.reduce(0) { $0 + $1.postings.documentCount }
        if matcher != nil { count *= 2 }
        let few = leading.count > 1 ? Self.fewOfSeveral : Self.fewOfOne
        guard count <= max(segment.chunkCount * few, SegmentLayout.flatLimit) else { return nil }
        extraMaximum = extra.reduce(0) { $0 &+ $1.postings.weight }
    }

    private mutating func addWords(_ part: Int) -> Bool {
        var clauses: [[Int]] = []
        if plan.root.isUnion {
            clauses.append(plan.root.leafIndices)
        } else if case .all(let nodes) = plan.root, nodes.allSatisfy(\.isUnion) {
            clauses += nodes.map(\.leafIndices)
        }
        var found: [[Walk]] = []
        for clause in clauses {
            var walks: [Walk] = []
            for leaf in clause {
                guard case .word(let terms) = plan.leaves[leaf].matching else { return false }
                walks += terms.compactMap { walk($0, leaf, part) }
                extra += plan.leaves[leaf].extra.compactMap { walk($0, leaf, part) }
            }
            found.append(walks)
        }
        found.sort { first, second in
            first.reduce(0) { $0 + $1.postings.documentCount }
                < second.reduce(0) { $0 + $1.postings.documentCount }
        }
        guard let first = found.first else { return false }
        leading = first
        following = Array(found.dropFirst())
        return true
    }

    private func walk(_ term: SearchPlan.Term, _ leaf: Int, _ part: Int) -> Walk? {
        PostingWalk(term, part: part, segment).map { Walk(postings: $0, leaf: 1 << UInt64(leaf)) }
    }

    private mutating func addArrangement(_ part: Int) -> Bool {
        guard plan.leaves.count == 1, plan.root.isUnion,
            case .positions(let words) = plan.leaves[0].matching
        else { return false }
        var least = Int.max
        for slot in words.slots {
            let walks = slot.compactMap { walk($0, 0, part) }
            let count = walks.reduce(0) { $0 + $1.postings.documentCount }
            if count < least {
                least = count
                leading = walks
            }
        }
        if !leading.isEmpty {
            matcher = PositionMatcher(words, part: part, segment, fieldWeights: plan.state.weights)
        }
        return true
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
            for index in leading.indices {
                if leading[index].postings.document == document { _ = leading[index].postings.next() }
                least = min(least, leading[index].postings.document)
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
        guard leading.count == 1, following.isEmpty, matcher == nil, deleted.count == 0,
            let bound = leading[0].postings.bound(limits), bound &+ extraMaximum &+ plan.bonus < threshold
        else { return nil }
        return leading[0].postings.skipChunk()
    }

    private mutating func isInAll() -> Bool {
        for clause in following.indices {
            var isFound = false
            for index in following[clause].indices {
                if following[clause][index].postings.seek(document) { isFound = true }
            }
            if !isFound { return false }
        }
        return true
    }

    @inline(__always)
    private func score(_ walk: borrowing Walk, _ norm: Int) -> UInt32 {
        Scoring.score(
            weight: walk.postings.weight, impact: plan.state.impacts[walk.postings.code << 8 | norm])
    }

    private mutating func score(_ top: inout TopHits) {
        let norm = Int(segment.norms[document])
        var sum: UInt32 = 0
        var leaves: UInt64 = 0
        if matcher != nil {
            guard let code = matcher?.code(in: document), let weight = matcher?.weight else { return }
            sum = Scoring.score(weight: weight, impact: plan.state.impacts[Int(code) << 8 | norm])
            leaves = 1
        } else {
            for index in leading.indices where leading[index].postings.document == document {
                sum &+= score(leading[index], norm)
                leaves |= leading[index].leaf
            }
            for clause in following.indices {
                for index in following[clause].indices where following[clause][index].postings.isFound {
                    sum &+= score(following[clause][index], norm)
                    leaves |= following[clause][index].leaf
                }
            }
        }
        total += 1
        if !complete.isEmpty, complete.allSatisfy({ $0 & leaves != 0 }) { sum &+= plan.bonus }
        guard sum &+ extraMaximum >= top.threshold else { return }
        for index in extra.indices where extra[index].postings.seek(document) {
            sum &+= score(extra[index], norm)
        }
        if sum >= top.threshold { top.offer(TopHits.Entry(score: sum, key: segment.key(of: document))) }
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
