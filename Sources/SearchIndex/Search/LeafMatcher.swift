/// A leaf of the query in a segment.
struct LeafMatcher {
    private var words: [PostingCursor] = []
    private var extra: [PostingCursor]
    private var positions: PositionMatcher?
    private var filter: FilterMatcher?
    /// A bit per document.
    private let prefix: Memory?
    private let prefixWeight: UInt32
    private let segment: Segment
    private let impacts: [UInt32]
    private let isScored: Bool
    private let alternative: SearchPlan.Alternative?
    /// Postings that were found here.
    private var kept: [Memory] = []

    init(_ leaf: SearchPlan.Leaf, part: Int, of state: IndexState) {
        let segment = state.parts[part].segment
        let count = segment.chunkCount
        self.segment = segment
        impacts = state.impacts
        var prefix: Memory?
        var prefixWeight: UInt32 = 0
        switch leaf.matching {
        case .word(let terms):
            words = terms.compactMap { PostingCursor($0, part: part, chunkCount: count) }
        case .positions(let words):
            positions = PositionMatcher(words, part: part, segment, fieldWeights: state.weights)
        case .prefix(let documents, let weight):
            prefix = documents[part]
            prefixWeight = weight
        case .filter(let documents): filter = FilterMatcher(documents, state.parts[part])
        }
        self.prefix = prefix
        self.prefixWeight = prefixWeight
        extra = leaf.extra.compactMap { PostingCursor($0, part: part, chunkCount: count) }
        isScored = leaf.isScored
        alternative = leaf.alternative
    }

    /// The first chunk from `number` on that can have a match; `Int.max` when none can. Never falls from call to call.
    mutating func next(from number: Int) -> Int {
        if positions != nil { return positions?.next(from: number) ?? .max }
        if prefix != nil || filter != nil { return number }
        var first = Int.max
        for index in words.indices { first = min(first, words[index].advance(to: number)) }
        return first
    }

    /// Adds the documents of a chunk that match to `bits`, and what they get to `scores`.
    mutating func match(chunk: Int, into bits: ChunkBits, scores: inout ScoreLists) {
        for index in words.indices {
            guard let postings = words[index].chunk(chunk) else { continue }
            postings.insert(into: bits)
            if isScored { scores.add(postings, weight: words[index].weight, of: alternative) }
        }
        if let memory = positions?.match(chunk: chunk) {
            kept.append(memory)
            let data = Bytes(memory)
            let postings = PostingChunk(
                chunk: chunk, rank: 0, count: data.count / 2, maximum: 255, maxima: .none, isBitmap: false,
                data: data, codes: .none)
            postings.insert(into: bits)
            if isScored { scores.add(postings, weight: positions?.weight ?? 0, of: alternative) }
        }
        if let prefix { match(prefix, chunk: chunk, into: bits, scores: &scores) }
        if filter != nil {
            let passing = ChunkBits()
            passing.fill(.max)
            filter?.apply(to: passing, chunk: chunk)
            bits.formUnion(passing)
        }
        for index in extra.indices {
            guard let postings = extra[index].chunk(chunk) else { continue }
            scores.add(postings, weight: extra[index].weight, of: alternative)
        }
    }

    private mutating func match(_ prefix: Memory, chunk: Int, into bits: ChunkBits, scores: inout ScoreLists)
    {
        let size = SegmentLayout.chunkSize / 8
        let data = Bytes(prefix).part(chunk * size, size)
        bits.formUnion(data)
        guard isScored else { return }
        let maxima = shortest(chunk)
        kept.append(maxima)
        let postings = PostingChunk(
            chunk: chunk, rank: 0, count: 0, maximum: 255, maxima: Bytes(maxima), isBitmap: true, data: data,
            codes: .none)
        scores.add(postings, weight: prefixWeight, of: alternative)
    }

    /// For each range of a chunk the impact of a word that is once in its shortest document.
    private func shortest(_ chunk: Int) -> Memory {
        let norms = segment.norms.part(chunk << SegmentLayout.chunkBits, SegmentLayout.chunkSize)
        guard norms.count == SegmentLayout.chunkSize else { return Memory(copying: []) }
        var maxima: [UInt8] = []
        maxima.reserveCapacity(SegmentLayout.rangesPerChunk)
        for range in 0..<SegmentLayout.rangesPerChunk {
            var least = UInt8.max
            for document in range << SegmentLayout.rangeBits..<(range + 1) << SegmentLayout.rangeBits {
                least = min(least, norms.unchecked(document, as: UInt8.self))
            }
            maxima.append(UInt8(impacts[1 << 8 | Int(least)] >> 8))
        }
        return Memory(copying: maxima)
    }
}
