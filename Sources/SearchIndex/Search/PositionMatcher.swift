/// Finds words that stand in a certain way to one another, or in certain fields.
struct PositionMatcher {
    enum Arrangement: Sendable, Hashable {
        /// One after the other.
        case sequence
        /// Together in any order, the last at most so many words after the first.
        case near(Int)
    }

    /// For each word, the terms that stand for it.
    private var slots: [[PostingCursor]]
    private let arrangement: Arrangement
    private let fields: QueryTerm.Fields
    let weight: UInt32
    private let segment: Segment
    private let fieldWeights: [Float]
    /// By slot, the positions in the document that is looked at.
    private var found: [[UInt32]]
    private var starts: [UInt32] = []

    init(_ words: SearchPlan.Words, part: Int, _ segment: Segment, fieldWeights: [Float]) {
        slots = words.slots.map { terms in
            terms.compactMap { PostingCursor($0, part: part, chunkCount: segment.chunkCount) }
        }
        arrangement = words.arrangement
        fields = words.fields
        weight = words.weight
        self.segment = segment
        self.fieldWeights = fieldWeights
        found = Array(repeating: [], count: slots.count)
    }

    /// The first chunk from `number` on that can have a match; `Int.max` when none can.
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

    /// The documents of a chunk that match, and how often.
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
            findStarts(in: document, chunk: chunk, &places)
            guard let code = code(chunk << SegmentLayout.chunkBits | document) else { return }
            packed.append(UInt8(truncatingIfNeeded: document << 4) | code)
            packed.append(UInt8(truncatingIfNeeded: document >> 4))
        }
        return packed.isEmpty ? nil : PostingChunk(chunk: chunk, rank: 0, packed: packed)
    }

    /// Where matches begin in a document.
    private mutating func findStarts(in document: Int, chunk: Int, _ places: inout [[Place]]) {
        starts.removeAll(keepingCapacity: true)
        for slot in places.indices {
            found[slot].removeAll(keepingCapacity: true)
            for index in places[slot].indices { read(document, slot, &places[slot][index]) }
            if places[slot].count > 1 { found[slot].sort() }
            if arrangement == .sequence {
                if slot == 0 { starts += found[0] } else { keepStarts(before: UInt32(slot), found[slot]) }
                if starts.isEmpty { return }
            }
        }
        guard case .near(let distance) = arrangement else { return }
        let document = chunk << SegmentLayout.chunkBits | document
        let segment = segment
        NearWindows.forEach(found, distance: distance) { first, last in
            segment.isWithinText(first...last, in: document)
        } _: {
            starts.append($0)
        }
    }

    private mutating func read(_ document: Int, _ slot: Int, _ place: inout Place) {
        place.index = place.postings.place(of: UInt16(document), from: place.index)
        guard place.index < place.postings.count,
            Int(place.postings.list.uint16(at: place.index * 2) >> 4) == document
        else { return }
        slots[slot][place.cursor].positions.read(place.postings.rank + place.index, into: &found[slot])
    }

    /// Keeps those of `starts` that have one of `list` at the given distance.
    private mutating func keepStarts(before distance: UInt32, _ list: [UInt32]) {
        var kept = 0
        var index = 0
        for start in starts {
            while index < list.count, list[index] < start &+ distance { index += 1 }
            if index < list.count, list[index] == start &+ distance {
                starts[kept] = start
                kept += 1
            }
        }
        starts.removeLast(starts.count - kept)
    }

    /// How often, weighted by field; `nil` when in none of the fields.
    private func code(_ document: Int) -> UInt8? {
        var frequency: Float = 0
        var isFound = false
        for start in starts {
            let field = segment.field(ofPosition: start, in: document)
            guard fields.contains(field) else { continue }
            isFound = true
            frequency += field < fieldWeights.count ? fieldWeights[field] : 0
        }
        return isFound ? Scoring.code(ofFrequency: frequency) : nil
    }

    /// How often in each text field of a document; chunks are asked for in ascending order.
    mutating func frequencies(in document: Int) -> [Int] {
        var counts = [Int](repeating: 0, count: fieldWeights.count)
        guard match(chunk: document >> SegmentLayout.chunkBits, only: document) else { return counts }
        for start in starts {
            let field = segment.field(ofPosition: start, in: document)
            if fields.contains(field), field < counts.count { counts[field] += 1 }
        }
        return counts
    }

    private mutating func match(chunk: Int, only document: Int) -> Bool {
        let offset = document & (SegmentLayout.chunkSize - 1)
        var places: [[Place]] = []
        for slot in slots.indices {
            var found: [Place] = []
            for cursor in slots[slot].indices {
                if let postings = slots[slot][cursor].chunk(chunk) {
                    found.append(Place(cursor: cursor, postings: postings))
                }
            }
            if found.isEmpty { return false }
            places.append(found)
        }
        findStarts(in: offset, chunk: chunk, &places)
        return true
    }
}
