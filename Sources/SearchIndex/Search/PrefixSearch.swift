/// A search of one segment for words that begin with some letters and nothing else: a document's score depends on its length alone.
struct PrefixSearch {
    private let segment: Segment
    private let documents: Bytes
    private let deleted: [UInt64]
    /// By norm.
    private let scores: [UInt32]

    /// `nil` when the query is of another kind.
    init?(_ plan: SearchPlan, filter: SearchFilter, part: Int) {
        guard filter.clauses.isEmpty, filter.interval == nil, plan.leaves.count == 1, plan.root.isUnion,
            case .prefix(let documents, let weight) = plan.leaves[0].matching
        else { return nil }
        segment = plan.state.parts[part].segment
        deleted = plan.state.parts[part].deleted.words
        self.documents = Bytes(documents[part])
        let bonus = plan.complete == nil ? 0 : plan.bonus
        let isScored = plan.leaves[0].isScored
        scores = (0..<256).map { norm in
            bonus
                &+ (isScored ? Scoring.score(weight: weight, impact: plan.state.impacts[1 << 8 | norm]) : 0)
        }
    }

    /// Offers what matches; returns how many that are.
    func run(_ top: inout TopHits) -> Int {
        var total = 0
        let count = segment.documentCount
        for word in 0..<(count + 63) >> 6 {
            var rest = documents.uint64(at: word << 3)
            if word < deleted.count { rest &= ~deleted[word] }
            if (word + 1) << 6 > count { rest &= 1 << UInt64(count & 63) &- 1 }
            total += rest.nonzeroBitCount
            while rest != 0 {
                let document = word << 6 | rest.trailingZeroBitCount
                rest &= rest - 1
                let score = scores[Int(segment.norms[document])]
                guard score >= top.threshold else { continue }
                top.offer(TopHits.Entry(score: score, key: segment.key(of: document)))
            }
        }
        return total
    }
}
