/// Finds words that stand in a certain way to one another, or in certain fields.
struct PositionMatcher {
    enum Arrangement: Sendable, Hashable {
        /// One after the other.
        case sequence
        /// Together in any order, the last at most so many words after the first.
        case near(Int)
    }

    /// For each word, the terms that stand for it.
    private var slots: [[PostingWalk]]
    /// The slots, the rarest first.
    private let order: [Int]
    private let arrangement: Arrangement
    private let fields: QueryTerm.Fields
    let weight: UInt32
    private let segment: Segment
    private let fieldWeights: [Float]
    /// By slot, the positions in the document that is looked at.
    private var found: [[UInt32]]
    private var starts: [UInt32] = []
    private let candidates = ChunkBits()
    private let bits = ChunkBits()

    init(_ words: SearchPlan.Words, part: Int, _ segment: Segment, fieldWeights: [Float]) {
        let slots = words.slots.map { terms in
            terms.compactMap { PostingWalk($0, part: part, segment, needsPositions: true) }
        }
        self.slots = slots
        let counts = slots.map { $0.reduce(0) { $0 + $1.documentCount } }
        order = counts.indices.sorted { counts[$0] < counts[$1] }
        arrangement = words.arrangement
        fields = words.fields
        weight = words.weight
        self.segment = segment
        self.fieldWeights = fieldWeights
        found = Array(repeating: [], count: slots.count)
    }

    /// The first chunk from `number` on that can have a match; `Int.max` when none can.
    mutating func next(from number: Int) -> Int {
        var farthest = number
        for slot in order {
            var first = Int.max
            for index in slots[slot].indices {
                first = min(first, slots[slot][index].nextChunk(from: farthest))
            }
            farthest = max(farthest, first)
            if farthest == .max { break }
        }
        return farthest
    }

    private var isPair: Bool {
        arrangement == .sequence && slots.count == 2 && slots[0].count == 1 && slots[1].count == 1
    }

    /// The documents of a chunk that match, and how often: a list of postings.
    mutating func match(chunk: Int) -> Memory? {
        guard !slots.isEmpty, readCandidates(chunk), !candidates.isEmpty else { return nil }
        var packed: [UInt8] = []
        func add(_ document: Int, _ code: UInt8) {
            packed.append(UInt8(truncatingIfNeeded: document << 4) | code)
            packed.append(UInt8(truncatingIfNeeded: document >> 4))
        }
        let start = chunk << SegmentLayout.chunkBits
        if isPair {
            var (first, second) = (slots[0][0], slots[1][0])
            candidates.forEach { document in
                guard first.seek(start | document), second.seek(start | document),
                    Self.findPair(first.run(), second.run(), &starts), let code = code(start | document)
                else { return }
                add(document, code)
            }
            (slots[0][0], slots[1][0]) = (first, second)
        } else {
            candidates.forEach { document in
                if let code = code(in: start | document) { add(document, code) }
            }
        }
        return packed.isEmpty ? nil : Memory(copying: packed)
    }

    /// Which documents of a chunk have all words; false when none has.
    private mutating func readCandidates(_ chunk: Int) -> Bool {
        candidates.fill(.max)
        for slot in order {
            bits.fill(0)
            var isFound = false
            for index in slots[slot].indices where slots[slot][index].insert(chunk: chunk, into: bits) {
                isFound = true
            }
            if !isFound { return false }
            candidates.formIntersection(bits)
        }
        return true
    }

    /// The frequency code of a document; `nil` when it does not match. Documents are asked for in ascending order.
    mutating func code(in document: Int) -> UInt8? {
        if isPair {
            guard slots[order[0]][0].seek(document), slots[order[1]][0].seek(document),
                Self.findPair(slots[0][0].run(), slots[1][0].run(), &starts)
            else { return nil }
            return code(document)
        }
        for slot in order {
            var isFound = false
            for index in slots[slot].indices where slots[slot][index].seek(document) { isFound = true }
            if !isFound { return nil }
        }
        findStarts(in: document)
        return starts.isEmpty ? nil : code(document)
    }

    /// Where one word stands right before another; false when nowhere.
    @inline(__always)
    private static func findPair(
        _ first: PositionReader.Run, _ second: PositionReader.Run, _ starts: inout [UInt32]
    ) -> Bool {
        if !starts.isEmpty { starts.removeAll(keepingCapacity: true) }
        var (before, after) = (first, second)
        while true {
            let wanted = before.position &+ 1
            guard after.advance(to: wanted) else { break }
            if after.position == wanted {
                starts.append(before.position)
                guard before.next() else { break }
            } else {
                guard before.next(), before.advance(to: after.position &- 1) else { break }
            }
        }
        return !starts.isEmpty
    }

    /// Where matches begin in a document.
    private mutating func findStarts(in document: Int) {
        starts.removeAll(keepingCapacity: true)
        for slot in slots.indices {
            found[slot].removeAll(keepingCapacity: true)
            for index in slots[slot].indices where slots[slot][index].isFound { read(slot, index) }
            if slots[slot].count > 1 { found[slot].sort() }
            if arrangement == .sequence {
                if slot == 0 { starts += found[0] } else { keepStarts(before: UInt32(slot), found[slot]) }
                if starts.isEmpty { return }
            }
        }
        guard case .near(let distance) = arrangement else { return }
        let segment = segment
        NearWindows.forEach(found, distance: distance) { first, last in
            segment.isWithinText(first...last, in: document)
        } _: {
            starts.append($0)
        }
    }

    private mutating func read(_ slot: Int, _ index: Int) {
        var run = slots[slot][index].run()
        found[slot].append(run.position)
        while run.next() { found[slot].append(run.position) }
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

    /// How often in each text field of a document; documents are asked for in ascending order.
    mutating func frequencies(in document: Int) -> [Int] {
        var counts = [Int](repeating: 0, count: fieldWeights.count)
        guard code(in: document) != nil else { return counts }
        for start in starts {
            let field = segment.field(ofPosition: start, in: document)
            if fields.contains(field), field < counts.count { counts[field] += 1 }
        }
        return counts
    }
}
