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
    /// By slot, the terms in the chunk that is looked at.
    private var places: [[Place]]
    private let candidates = ChunkBits()
    private let bits = ChunkBits()

    init(_ words: SearchPlan.Words, part: Int, _ segment: Segment, fieldWeights: [Float]) {
        slots = words.slots.map { terms in
            terms.compactMap {
                PostingCursor($0, part: part, chunkCount: segment.chunkCount, needsPositions: true)
            }
        }
        arrangement = words.arrangement
        fields = words.fields
        weight = words.weight
        self.segment = segment
        self.fieldWeights = fieldWeights
        found = Array(repeating: [], count: slots.count)
        places = Array(repeating: [], count: slots.count)
    }

    /// The first chunk from `number` on that can have a match; `Int.max` when none can.
    mutating func next(from number: Int) -> Int {
        var farthest = number
        for slot in slots.indices {
            var first = Int.max
            for index in slots[slot].indices { first = min(first, slots[slot][index].advance(to: farthest)) }
            farthest = max(farthest, first)
            if farthest == .max { break }
        }
        return farthest
    }

    /// A term in the chunk that is looked at.
    private struct Place {
        var postings: PostingChunk
        var positions: PositionReader
        /// How far the documents of a list have been looked at.
        var index = 0
        /// The positions in the document that is looked at.
        var run: PositionReader.Run

        init(_ postings: PostingChunk, _ positions: PositionReader) {
            self.postings = postings
            self.positions = positions
            run = self.positions.run(0, of: postings)
        }

        @inline(__always)
        mutating func seek(_ document: Int) -> Bool {
            guard let found = postings.index(of: document, from: index) else { return false }
            index = found
            run = positions.run(found, of: postings)
            return true
        }
    }

    /// The documents of a chunk that match, and how often: a list of postings.
    mutating func match(chunk: Int) -> Memory? {
        guard !slots.isEmpty, readPlaces(chunk), !candidates.isEmpty else { return nil }
        var packed: [UInt8] = []
        let isSimple = arrangement == .sequence && places.allSatisfy { $0.count == 1 }
        var simple = isSimple ? places.map { $0[0] } : []
        candidates.forEach { document in
            if isSimple {
                guard Self.findStarts(in: document, &simple, &starts) else { return }
            } else {
                findStarts(in: document, chunk: chunk)
                if starts.isEmpty { return }
            }
            guard let code = code(chunk << SegmentLayout.chunkBits | document) else { return }
            packed.append(UInt8(truncatingIfNeeded: document << 4) | code)
            packed.append(UInt8(truncatingIfNeeded: document >> 4))
        }
        return packed.isEmpty ? nil : Memory(copying: packed)
    }

    /// Where the words are in a chunk; false when one is not.
    private mutating func readPlaces(_ chunk: Int) -> Bool {
        candidates.fill(.max)
        for slot in slots.indices {
            bits.fill(0)
            places[slot].removeAll(keepingCapacity: true)
            for cursor in slots[slot].indices {
                guard let postings = slots[slot][cursor].chunk(chunk) else { continue }
                postings.insert(into: bits)
                places[slot].append(Place(postings, slots[slot][cursor].positionReader(postings)))
            }
            if places[slot].isEmpty { return false }
            candidates.formIntersection(bits)
        }
        return true
    }

    /// Where words, each of one term, begin to stand one after the other in a document; false when nowhere.
    private static func findStarts(
        in document: Int, _ places: inout [Place], _ starts: inout [UInt32]
    ) -> Bool {
        for slot in places.indices where !places[slot].seek(document) { return false }
        if !starts.isEmpty { starts.removeAll(keepingCapacity: true) }
        while true {
            let start = places[0].run.position
            var isMatch = true
            for slot in 1..<places.count {
                let wanted = start &+ UInt32(slot)
                guard places[slot].run.advance(to: wanted) else { return !starts.isEmpty }
                if places[slot].run.position != wanted {
                    isMatch = false
                    break
                }
            }
            if isMatch { starts.append(start) }
            guard places[0].run.next() else { return !starts.isEmpty }
        }
    }

    /// Where matches begin in a document.
    private mutating func findStarts(in document: Int, chunk: Int) {
        starts.removeAll(keepingCapacity: true)
        for slot in places.indices {
            found[slot].removeAll(keepingCapacity: true)
            for index in places[slot].indices { read(document, slot, index) }
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

    private mutating func read(_ document: Int, _ slot: Int, _ place: Int) {
        guard places[slot][place].seek(document) else { return }
        found[slot].append(places[slot][place].run.position)
        while places[slot][place].run.next() { found[slot].append(places[slot][place].run.position) }
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
        let chunk = document >> SegmentLayout.chunkBits
        guard readPlaces(chunk) else { return counts }
        findStarts(in: document & (SegmentLayout.chunkSize - 1), chunk: chunk)
        for start in starts {
            let field = segment.field(ofPosition: start, in: document)
            if fields.contains(field), field < counts.count { counts[field] += 1 }
        }
        return counts
    }
}
