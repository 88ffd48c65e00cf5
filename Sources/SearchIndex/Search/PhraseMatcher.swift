/// Finds a phrase in a segment.
struct PhraseMatcher {
    /// For each word, the terms that stand for it.
    private var slots: [[PostingCursor]]
    let weight: UInt32
    private let segment: Segment
    private let fieldWeights: [Float]
    private var starts: [UInt32] = []
    private var found: [UInt32] = []

    init(_ slots: [[SearchPlan.Term]], weight: UInt32, part: Int, _ segment: Segment, fieldWeights: [Float]) {
        self.slots = slots.map { terms in
            terms.compactMap { PostingCursor($0, part: part, chunkCount: segment.chunkCount) }
        }
        self.weight = weight
        self.segment = segment
        self.fieldWeights = fieldWeights
    }

    /// The documents of a chunk that have the phrase, and how often.
    mutating func match(chunk: Int) -> PostingChunk? {
        var lists: [[(cursor: PostingCursor, postings: PostingChunk)]] = []
        var candidates = ChunkBits.every
        for slot in slots.indices {
            var bits = ChunkBits.none
            var list: [(cursor: PostingCursor, postings: PostingChunk)] = []
            for index in slots[slot].indices {
                guard let postings = slots[slot][index].chunk(chunk) else { continue }
                bits.insert(postings)
                list.append((slots[slot][index], postings))
            }
            if list.isEmpty { return nil }
            candidates.formIntersection(bits)
            lists.append(list)
        }
        return match(candidates, lists, chunk: chunk)
    }

    private mutating func match(
        _ candidates: ChunkBits, _ lists: [[(cursor: PostingCursor, postings: PostingChunk)]], chunk: Int
    ) -> PostingChunk? {
        var places = lists.map { [Int](repeating: 0, count: $0.count) }
        var packed: [UInt8] = []
        candidates.forEach { document in
            starts.removeAll(keepingCapacity: true)
            for slot in lists.indices {
                found.removeAll(keepingCapacity: true)
                for (index, list) in lists[slot].enumerated() {
                    let place = list.postings.place(of: UInt16(document), from: places[slot][index])
                    places[slot][index] = place
                    guard Int(list.postings.list.uint16(at: place * 2) >> 4) == document,
                        place < list.postings.count
                    else { continue }
                    list.cursor.positions.read(list.postings.rank + place, into: &found)
                }
                if lists[slot].count > 1 { found.sort() }
                if slot == 0 { swap(&starts, &found) } else { keepStarts(before: UInt32(slot)) }
                if starts.isEmpty { return }
            }
            let code = code(chunk << SegmentLayout.chunkBits | document)
            packed.append(UInt8(truncatingIfNeeded: document << 4) | code)
            packed.append(UInt8(truncatingIfNeeded: document >> 4))
        }
        return packed.isEmpty ? nil : PostingChunk(chunk: chunk, rank: 0, packed: packed)
    }

    /// Keeps those of `starts` that have one of `found` at the given distance.
    private mutating func keepStarts(before distance: UInt32) {
        var kept = 0
        var index = 0
        for start in starts {
            while index < found.count, found[index] < start &+ distance { index += 1 }
            if index < found.count, found[index] == start &+ distance {
                starts[kept] = start
                kept += 1
            }
        }
        starts.removeLast(starts.count - kept)
    }

    private func code(_ document: Int) -> UInt8 {
        var frequency: Float = 0
        for start in starts {
            let field = segment.field(ofPosition: start, in: document)
            frequency += field < fieldWeights.count ? fieldWeights[field] : 0
        }
        return Scoring.code(ofFrequency: frequency)
    }
}
