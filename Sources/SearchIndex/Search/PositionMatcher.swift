/// Finds words that stand in a certain way to one another, or in certain fields.
struct PositionMatcher {
    enum Arrangement: Sendable, Hashable {
        /// One after the other.
        case sequence
        /// Together in any order, the last at most so many words after the first.
        case near(Int)
    }

    /// The terms, those that stand for the first word first.
    private let walks: Places<PostingWalk>
    private let positions: Places<TermPositions>
    /// Where the terms of each word begin, and the number of all.
    private var slots: [Int] = [0]
    /// The words, the rarest first.
    private var order: [Int] = []
    /// By word, the last of its terms in the document that is looked at.
    private let picked: Places<Int>
    /// Whether each word has one term there.
    private var isSingle = true
    private let runs: Places<PositionReader.Run>
    private let arrangement: Arrangement
    let weight: UInt32
    private let segment: Segment
    private var tally: FieldTally
    /// By slot, the positions in the document that is looked at.
    private var found: [[UInt32]]
    private var starts: [UInt32] = []
    private let candidates = ChunkBits()
    private let bits = ChunkBits()

    init(_ words: SearchPlan.Words, part: Int, _ segment: Segment, fieldWeights: [Float]) {
        arrangement = words.arrangement
        weight = words.weight
        self.segment = segment
        tally = FieldTally(segment, words.fields, weights: fieldWeights)
        found = Array(repeating: [], count: words.slots.count)
        picked = Places(words.slots.map { _ in 0 })
        runs = Places(words.slots.map { _ in .none })
        var (walks, positions): ([PostingWalk], [TermPositions]) = ([], [])
        var counts: [Int] = []
        for slot in words.slots {
            var count = 0
            for term in slot {
                guard let entry = term.entries[part] else { continue }
                let walk = PostingWalk(entry, weight: 0, segment, needsPositions: true)
                walks.append(walk)
                positions.append(TermPositions(entry, walk))
                count += entry.documentCount
            }
            slots.append(walks.count)
            counts.append(count)
        }
        self.walks = Places(walks)
        self.positions = Places(positions)
        order = counts.indices.sorted { counts[$0] < counts[$1] }
    }

    @inline(__always)
    private func terms(_ slot: Int) -> Range<Int> { slots[slot]..<slots[slot + 1] }

    /// The first chunk from `number` on that can have a match; `Int.max` when none can.
    mutating func next(from number: Int) -> Int {
        var farthest = number
        for slot in order {
            var first = Int.max
            for index in terms(slot) { first = min(first, walks[index].nextChunk(from: farthest)) }
            farthest = max(farthest, first)
            if farthest == .max { break }
        }
        return farthest
    }

    /// The documents of a chunk that match, and how often: a list of postings.
    mutating func match(chunk: Int) -> Memory? {
        guard !order.isEmpty, readCandidates(chunk), !candidates.isEmpty else { return nil }
        var packed: [UInt8] = []
        let start = chunk << SegmentLayout.chunkBits
        candidates.forEach { document in
            guard let code = code(in: start | document) else { return }
            packed.append(UInt8(truncatingIfNeeded: document << 4) | code)
            packed.append(UInt8(truncatingIfNeeded: document >> 4))
        }
        return packed.isEmpty ? nil : Memory(copying: packed)
    }

    /// Which documents of a chunk have all words; false when none has.
    private mutating func readCandidates(_ chunk: Int) -> Bool {
        candidates.fill(.max)
        for slot in order {
            bits.fill(0)
            var isFound = false
            for index in terms(slot) where walks[index].insert(chunk: chunk, into: bits) { isFound = true }
            if !isFound { return false }
            candidates.formIntersection(bits)
        }
        return true
    }

    /// The frequency code of a document; `nil` when it does not match. Documents are asked for in ascending order.
    mutating func code(in document: Int) -> UInt8? {
        guard seek(document) else { return nil }
        tally.begin(document)
        if !isSingle || arrangement != .sequence {
            findStarts(in: document)
            for start in starts { tally.add(start) }
        } else if order.count == 2 {
            Self.findPair(run(picked[0]), run(picked[1]), &tally)
        } else {
            findRow()
        }
        return tally.code
    }

    /// Moves to a document; false when it has not all words.
    @inline(__always)
    private mutating func seek(_ document: Int) -> Bool {
        isSingle = true
        for slot in order {
            var isFound = false
            for index in terms(slot) where walks[index].seek(document) {
                if isFound { isSingle = false }
                isFound = true
                picked[slot] = index
            }
            if !isFound { return false }
        }
        return true
    }

    @inline(__always)
    private func run(_ index: Int) -> PositionReader.Run { walks[index].run(&positions[index]) }

    /// Where one word stands right before another.
    private static func findPair(
        _ first: PositionReader.Run, _ second: PositionReader.Run, _ tally: inout FieldTally
    ) {
        var (before, after) = (first, second)
        while true {
            let wanted = before.position &+ 1
            guard after.advance(to: wanted) else { return }
            let position = after.position
            if position == wanted { tally.add(before.position) }
            guard before.next() else { return }
            if position != wanted { guard before.advance(to: position &- 1) else { return } }
        }
    }

    /// Where the words stand one after the other.
    private mutating func findRow() {
        for slot in 0..<picked.count { runs[slot] = run(picked[slot]) }
        while true {
            let start = runs[0].position
            var isMatch = true
            for slot in 1..<max(runs.count, 1) {
                let wanted = start &+ UInt32(slot)
                guard runs[slot].advance(to: wanted) else { return }
                if runs[slot].position != wanted {
                    isMatch = false
                    break
                }
            }
            if isMatch { tally.add(start) }
            guard runs[0].next() else { return }
        }
    }

    /// Where matches begin in a document.
    private mutating func findStarts(in document: Int) {
        starts.removeAll(keepingCapacity: true)
        for slot in 0..<picked.count {
            found[slot].removeAll(keepingCapacity: true)
            for index in terms(slot) where walks[index].isFound { read(slot, index) }
            if terms(slot).count > 1 { found[slot].sort() }
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
        var run = run(index)
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

    /// How often in each text field of a document.
    mutating func frequencies(in document: Int) -> [Int] {
        tally.countFields()
        _ = code(in: document)
        return tally.counts
    }
}
