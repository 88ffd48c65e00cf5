/// A leaf of the query in a segment.
struct LeafMatcher {
    private enum Matching {
        case word([PostingCursor])
        case positions(PositionMatcher)
        case prefix([UInt64], weight: UInt32)
        case filter(FilterMatcher)
    }

    private var matching: Matching
    private var extra: [PostingCursor]
    private let isScored: Bool
    private let alternative: SearchPlan.Alternative?

    init(_ leaf: SearchPlan.Leaf, part: Int, of state: IndexState) {
        let segment = state.parts[part].segment
        let count = segment.chunkCount
        switch leaf.matching {
        case .word(let terms):
            matching = .word(terms.compactMap { PostingCursor($0, part: part, chunkCount: count) })
        case .positions(let words):
            matching = .positions(
                PositionMatcher(words, part: part, segment, fieldWeights: state.weights))
        case .prefix(let documents, let weight):
            matching = .prefix(documents[part], weight: weight)
        case .filter(let filter):
            matching = .filter(FilterMatcher(filter, state.parts[part]))
        }
        extra = leaf.extra.compactMap { PostingCursor($0, part: part, chunkCount: count) }
        isScored = leaf.isScored
        alternative = leaf.alternative
    }

    /// The first chunk from `number` on that can have a match; `Int.max` when none can.
    func next(from number: Int) -> Int {
        switch matching {
        case .word(let cursors): return cursors.reduce(.max) { min($0, $1.next(from: number)) }
        case .positions(let matcher): return matcher.next(from: number)
        case .prefix, .filter: return number
        }
    }

    /// The documents of a chunk that match; what they get is added to `scores`.
    mutating func match(chunk: Int, scores: inout ChunkScores) -> ChunkBits {
        var bits = ChunkBits.none
        switch matching {
        case .word(var cursors):
            matching = .word([])
            for index in cursors.indices {
                guard let postings = cursors[index].chunk(chunk) else { continue }
                bits.insert(postings)
                if isScored { add(postings, cursors[index].weight, to: &scores) }
            }
            matching = .word(cursors)
        case .positions(var matcher):
            matching = .word([])
            if let postings = matcher.match(chunk: chunk) {
                bits.insert(postings)
                if isScored { add(postings, matcher.weight, to: &scores) }
            }
            matching = .positions(matcher)
        case .prefix(let documents, let weight):
            bits.insert(documents, from: chunk << (SegmentLayout.chunkBits - 6))
            if isScored { add(Self.postings(bits, chunk: chunk), weight, to: &scores) }
        case .filter(var matcher):
            matching = .word([])
            bits = .every
            matcher.apply(to: &bits, chunk: chunk)
            matching = .filter(matcher)
        }
        for index in extra.indices {
            guard let postings = extra[index].chunk(chunk) else { continue }
            add(postings, extra[index].weight, to: &scores)
        }
        return bits
    }

    private func add(_ postings: PostingChunk, _ weight: UInt32, to scores: inout ChunkScores) {
        scores.add(ScoreList(postings, weight: weight), of: alternative)
    }

    private static func postings(_ bits: ChunkBits, chunk: Int) -> PostingChunk {
        var packed: [UInt8] = []
        bits.forEach { document in
            packed.append(UInt8(truncatingIfNeeded: document << 4) | 1)
            packed.append(UInt8(truncatingIfNeeded: document >> 4))
        }
        return PostingChunk(chunk: chunk, rank: 0, packed: packed)
    }
}
