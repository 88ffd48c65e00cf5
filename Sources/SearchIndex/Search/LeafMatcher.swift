/// A leaf of the query in a segment.
struct LeafMatcher {
    private enum Matching {
        case word([PostingCursor])
        case phrase(PhraseMatcher)
        case prefix([UInt64], weight: UInt32)
    }

    private var matching: Matching
    private var extra: [PostingCursor]
    private let isScored: Bool

    init(_ leaf: SearchPlan.Leaf, part: Int, _ segment: Segment, fieldWeights: [Float]) {
        let count = segment.chunkCount
        switch leaf.matching {
        case .word(let terms):
            matching = .word(terms.compactMap { PostingCursor($0, part: part, chunkCount: count) })
        case .phrase(let slots, let weight):
            matching = .phrase(
                PhraseMatcher(slots, weight: weight, part: part, segment, fieldWeights: fieldWeights))
        case .prefix(let documents, let weight):
            matching = .prefix(documents[part], weight: weight)
        }
        extra = leaf.extra.compactMap { PostingCursor($0, part: part, chunkCount: count) }
        isScored = leaf.isScored
    }

    /// The first chunk from `number` on that can have a match; `Int.max` when none can.
    func next(from number: Int) -> Int {
        switch matching {
        case .word(let cursors): return cursors.reduce(.max) { min($0, $1.next(from: number)) }
        case .phrase(let matcher): return matcher.next(from: number)
        case .prefix: return number
        }
    }

    /// The documents of a chunk that match; what they get is appended to `scores`.
    mutating func match(chunk: Int, scores: inout [ScoreList]) -> ChunkBits {
        var bits = ChunkBits.none
        switch matching {
        case .word(var cursors):
            matching = .word([])
            for index in cursors.indices {
                guard let postings = cursors[index].chunk(chunk) else { continue }
                bits.insert(postings)
                if isScored { scores.append(ScoreList(postings, weight: cursors[index].weight)) }
            }
            matching = .word(cursors)
        case .phrase(var matcher):
            matching = .word([])
            if let postings = matcher.match(chunk: chunk) {
                bits.insert(postings)
                if isScored { scores.append(ScoreList(postings, weight: matcher.weight)) }
            }
            matching = .phrase(matcher)
        case .prefix(let documents, let weight):
            bits.insert(documents, from: chunk << (SegmentLayout.chunkBits - 6))
            if isScored { scores.append(ScoreList(Self.postings(bits, chunk: chunk), weight: weight)) }
        }
        for index in extra.indices {
            guard let postings = extra[index].chunk(chunk) else { continue }
            scores.append(ScoreList(postings, weight: extra[index].weight))
        }
        return bits
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
