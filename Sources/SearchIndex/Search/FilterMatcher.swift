/// A filter in a segment.
struct FilterMatcher {
    private struct Clause {
        var cursors: [PostingCursor]
        var isNegated: Bool
    }

    private var clauses: [Clause]
    private let interval: ClosedRange<Int32>?
    private let isCertain: Bool
    private let segment: Segment
    private let deleted: [UInt64]
    private let passing = ChunkBits()

    init(_ filter: SearchFilter, _ part: IndexState.Part) {
        segment = part.segment
        deleted = part.deleted.words
        interval = filter.interval
        isCertain = filter.certain
        clauses = filter.clauses.map { clause in
            let cursors = Set(clause.values).compactMap { value -> PostingCursor? in
                let term = SegmentBuilder.keywordTerm(field: clause.field, value: value)
                let isKnown = clause.field >= 0 && clause.field < SegmentLayout.keywordFieldLimit
                let entry = isKnown ? part.segment.keywords.find(term) : nil
                return PostingCursor(
                    SearchPlan.Term(entries: [entry]), part: 0, chunkCount: part.segment.chunkCount)
            }
            return Clause(cursors: cursors, isNegated: clause.negated)
        }
    }

    /// Keeps the documents of a chunk that are live and pass.
    mutating func apply(to bits: ChunkBits, chunk: Int) {
        removeDead(from: bits, chunk: chunk)
        for clause in clauses.indices {
            passing.fill(0)
            for index in clauses[clause].cursors.indices {
                clauses[clause].cursors[index].chunk(chunk)?.insert(into: passing)
            }
            if clauses[clause].isNegated { bits.subtract(passing) } else { bits.formIntersection(passing) }
        }
        if let interval {
            let start = chunk << SegmentLayout.chunkBits
            bits.filter { segment.hasInterval(of: start | $0, in: interval, certain: isCertain) }
        }
    }

    private func removeDead(from bits: ChunkBits, chunk: Int) {
        let word = chunk << (SegmentLayout.chunkBits - 6)
        if !deleted.isEmpty {
            for index in 0..<64 where word + index < deleted.count { bits[index] &= ~deleted[word + index] }
        }
        let left = segment.documentCount - chunk << SegmentLayout.chunkBits
        guard left < SegmentLayout.chunkSize else { return }
        for index in 0..<64 where (index + 1) << 6 > left {
            bits[index] &= index << 6 >= left ? 0 : (1 << UInt64(left & 63)) - 1
        }
    }
}
