/// Scores one document term by term.
struct DocumentExplanation {
    private let plan: SearchPlan
    private let part: Int
    private let document: Int
    /// By leaf.
    private var isMatch: [Bool] = []
    private var terms: [(term: Explanation.Term, steps: UInt32, alternative: SearchPlan.Alternative?)] = []

    init(_ plan: SearchPlan, part: Int, document: Int) {
        self.plan = plan
        self.part = part
        self.document = document
    }

    /// `nil` when the document does not match.
    mutating func explanation() -> Explanation? {
        for leaf in plan.leaves { add(leaf) }
        guard isSatisfied(plan.root) else { return nil }
        let isComplete = plan.complete.map(isSatisfied) ?? false
        let steps = counted() + (isComplete ? plan.bonus : 0)
        return Explanation(
            terms: terms.map(\.term), bonus: isComplete ? Float(plan.bonus) / Scoring.scale : 0,
            score: Float(steps) / Scoring.scale)
    }

    private mutating func add(_ leaf: SearchPlan.Leaf) {
        var bare = leaf
        bare.extra = []
        let (isFound, steps) = score(bare)
        isMatch.append(isFound)
        if isFound, let term = term(leaf, steps) { terms.append((term, steps, leaf.alternative)) }
        for extra in leaf.extra {
            bare.matching = .word([extra])
            let (isFound, steps) = score(bare)
            guard isFound else { continue }
            let term = Explanation.Term(
                kind: .surface, text: leaf.text, frequencies: [], documentCount: extra.documentCount,
                idf: Float(extra.weight) / Scoring.scale, score: Float(steps) / Scoring.scale, isCounted: true
            )
            terms.append((term, steps, leaf.alternative))
        }
    }

    private func score(_ leaf: SearchPlan.Leaf) -> (isFound: Bool, steps: UInt32) {
        let segment = plan.state.parts[part].segment
        let chunk = document >> SegmentLayout.chunkBits
        let place = document & (SegmentLayout.chunkSize - 1)
        var matcher = LeafMatcher(leaf, part: part, of: plan.state)
        var scores = ScoreLists()
        let bits = ChunkBits()
        matcher.match(chunk: chunk, into: bits, scores: &scores)
        defer { withExtendedLifetime(matcher) {} }
        guard bits[place >> 6] >> UInt64(place & 63) & 1 == 1 else { return (false, 0) }
        var sums = DocumentScores(repeating: 0)
        let norms = segment.norms.part(chunk << SegmentLayout.chunkBits, SegmentLayout.chunkSize)
        scores.add(
            0..<scores.count, range: place >> SegmentLayout.rangeBits, to: &sums, plan.state.impacts, norms)
        return (true, sums[place & 127])
    }

    private func term(_ leaf: SearchPlan.Leaf, _ steps: UInt32) -> Explanation.Term? {
        guard leaf.isScored else { return nil }
        let state = plan.state
        func frequencies(_ words: SearchPlan.Words) -> [Int] {
            var matcher = PositionMatcher(
                words, part: part, state.parts[part].segment, fieldWeights: state.weights)
            return matcher.frequencies(in: document)
        }
        var term = Explanation.Term(
            kind: .prefix, text: leaf.text, frequencies: [], documentCount: leaf.documentCount, idf: 0,
            score: Float(steps) / Scoring.scale, isCounted: true)
        switch leaf.matching {
        case .word(let stems):
            term.kind = .stem
            term.frequencies = frequencies(
                SearchPlan.Words(slots: [stems], arrangement: .sequence, fields: .any))
            term.idf = Float(stems.first?.weight ?? 0) / Scoring.scale
        case .positions(let words):
            term.kind = .words
            term.frequencies = frequencies(words)
            term.idf = Float(words.weight) / Scoring.scale
        case .prefix(_, let weight): term.idf = Float(weight) / Scoring.scale
        case .filter: return nil
        }
        return term
    }

    private func isSatisfied(_ node: SearchPlan.Node) -> Bool {
        switch node {
        case .leaf(let index): isMatch[index]
        case .all(let nodes): nodes.allSatisfy(isSatisfied)
        case .any(let nodes): nodes.contains(where: isSatisfied)
        case .not(let node): !isSatisfied(node)
        }
    }

    /// Of each choice the best alternative counts, the first of equals.
    private mutating func counted() -> UInt32 {
        var sums: [SearchPlan.Alternative: UInt32] = [:]
        var sum: UInt32 = 0
        for entry in terms {
            if let alternative = entry.alternative {
                sums[alternative, default: 0] += entry.steps
            } else {
                sum += entry.steps
            }
        }
        var best: [Int: SearchPlan.Alternative] = [:]
        for alternative in sums.keys.sorted(by: { $0.number < $1.number }) {
            if let other = best[alternative.choice], sums[other, default: 0] >= sums[alternative, default: 0]
            {
                continue
            }
            best[alternative.choice] = alternative
        }
        for index in terms.indices {
            guard let alternative = terms[index].alternative else { continue }
            terms[index].term.isCounted = best[alternative.choice] == alternative
        }
        return best.values.reduce(sum) { $0 + sums[$1, default: 0] }
    }
}
