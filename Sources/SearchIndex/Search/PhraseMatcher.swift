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

    /// The first chunk from `number` on that can have the phrase; `Int.max` when none can.
    func next(from number: Int) -> Int {
        slots.reduce(number) { farthest, slot in
            max(farthest, slot.reduce(.max) { min($0, $1.next(from: number)) })
        }
    }

    /// A term in the chunk that is looked at.
    private struct Place {
        /// Among the slot's cursors.
        var cursor: Int
        var postings: PostingChunk
        /// How far the documents have been looked at.
        var index = 0
    }

    /// The documents of a chunk that have the phrase, and how often.
    mutating func match(chunk: Int) -> PostingChunk? {
        var places: [[Place]] = []
        var candidates = ChunkBits.every
        for slot in slots.indices {
            var bits = ChunkBits.none
            var found: [Place] = []
            for cursor in slots[slot].indices {
                guard let postings = slots[slot][cursor].chunk(chunk) else { continue }
                bits.insert(postings)
                found.append(Place(cursor: cursor, postings: postings))
            }
            if found.isEmpty { return nil }
            candidates.formIntersection(bits)
            places.append(found)
        }
        var packed: [UInt8] = []
        candidates.forEach { document in
            findStarts(in: document, &places)
            if starts.isEmpty { return }
            let code = code(chunk << SegmentLayout.chunkBits | document)
            packed.append(UInt8(truncatingIfNeeded: document << 4) | code)
            packed.append(UInt8(truncatingIfNeeded: document >> 4))
        }
        return packed.isEmpty ? nil : PostingChunk(chunk: chunk, rank: 0, packed: packed)
    }

    /// Where the phrase begins in a document.
    private mutating func findStarts(in document: Int, _ places: inout [[Place]]) {
        starts.removeAll(keepingCapacity: true)
        for slot in places.indices {
            found.removeAll(keepingCapacity: true)
            for index in places[slot].indices { read(document, slot, &places[slot][index]) }
            if places[slot].count > 1 { found.sort() }
            if slot == 0 { swap(&starts, &found) } else { keepStarts(before: UInt32(slot)) }
            if starts.isEmpty { return }
        }
    }

    private mutating func read(_ document: Int, _ slot: Int, _ place: inout Place) {
        place.index = place.postings.place(of: UInt16(document), from: place.index)
        guard place.index < place.postings.count,
            Int(place.postings.list.uint16(at: place.index * 2) >> 4) == document
        else { return }
        slots[slot][place.cursor].positions.read(place.postings.rank + place.index, into: &found)
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
