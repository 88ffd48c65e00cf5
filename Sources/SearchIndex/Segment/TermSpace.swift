/// A sorted dictionary of terms with their postings.
///
/// Terms stand in blocks of 16, each after the part it shares with the one before; a block begins with the places of its
/// first term's postings and positions. For each block, 4 bytes each, stand where it is and how many documents its most frequent
/// term is in.
struct TermSpace: Sendable {
    /// Keeps the parts alive.
    private let memory: Memory
    let blocks: Bytes
    let blockOffsets: Bytes
    let postings: Bytes
    let positions: Bytes

    init(_ memory: Memory, _ blocks: Bytes, _ blockOffsets: Bytes, _ postings: Bytes, _ positions: Bytes) {
        self.memory = memory
        self.blocks = blocks
        self.blockOffsets = blockOffsets
        self.postings = postings
        self.positions = positions
    }

    var blockCount: Int { blockOffsets.count / 8 }

    @inline(__always)
    func offset(ofBlock block: Int) -> Int { Int(blockOffsets.uint32(at: block * 8)) }

    /// The most documents that a term of the block is in.
    func mostDocuments(inBlock block: Int) -> Int { Int(blockOffsets.uint32(at: block * 8 + 4)) }

    /// Where the first term of a block that begins at `offset` stands, and its length.
    @inline(__always)
    func firstTerm(atBlock offset: Int) -> (start: Int, length: Int) {
        var start = offset + 1
        // Two numbers, the last byte of each below 128, and a 0.
        let ends = blocks.uint64(at: start) & 0x8080_8080_8080_8080 ^ 0x8080_8080_8080_8080
        let second = ends & (ends &- 1)
        if second != 0 {
            start += second.trailingZeroBitCount >> 3 + 2
        } else {
            for _ in 0..<3 { _ = blocks.varint(at: &start) }
        }
        let length = Int(blocks.varint(at: &start))
        return (start, length)
    }

    /// Whether the first term of a block comes after `sought`.
    @inline(__always)
    func begins(block: Int, after sought: SoughtTerm) -> Bool {
        let (start, length) = firstTerm(atBlock: offset(ofBlock: block))
        let common = min(length, sought.count)
        var index = 0
        while index < common {
            let place = start + index
            guard place <= blocks.count - 8 else { return isAfter(sought, start, length, from: index) }
            var own = UInt64(bigEndian: blocks.unchecked(place, as: UInt64.self))
            if length - index < 8 { own &= ~(UInt64.max >> UInt64((length - index) * 8)) }
            let other = sought.words[index >> 3]
            if own != other { return own > other }
            index += 8
        }
        return length > sought.count
    }

    /// Whether the first 8 or 16 bytes of a block's first term come after these; `nil` when that does not decide.
    @inline(__always)
    private func quickly(isBlock block: Int, after first: UInt64, _ second: UInt64) -> Bool? {
        var start = Int(blockOffsets.uint32(at: block * 8)) + 1
        guard start <= blocks.count - 32 else { return nil }
        let ends = ~blocks.unchecked(start, as: UInt64.self) & 0x8080_8080_8080_8080
        let last = ends & (ends &- 1)
        start += last.trailingZeroBitCount >> 3 + 2
        let length = UInt64(blocks.unchecked(start, as: UInt8.self))
        guard last != 0, length < 0x80 else { return nil }
        var own = UInt64(bigEndian: blocks.unchecked(start + 1, as: UInt64.self))
        if length < 8 { own &= ~(UInt64.max &>> (length &* 8)) }
        if own != first { return own > first }
        guard length >= 16 else { return nil }
        own = UInt64(bigEndian: blocks.unchecked(start + 9, as: UInt64.self))
        return own != second ? own > second : nil
    }

    private func isAfter(_ sought: SoughtTerm, _ start: Int, _ length: Int, from place: Int) -> Bool {
        for index in place..<min(length, sought.count) {
            let byte = blocks[start + index]
            if byte != sought[index] { return byte > sought[index] }
        }
        return length > sought.count
    }

    /// Whether the first term of a block comes after all terms that begin with `prefix`.
    func begins(block: Int, afterAllWith prefix: [UInt8]) -> Bool {
        let (start, length) = firstTerm(atBlock: offset(ofBlock: block))
        for index in 0..<min(length, prefix.count) {
            let byte = blocks[start + index]
            if byte != prefix[index] { return byte > prefix[index] }
        }
        return false
    }

    /// The blocks that can hold a term with a prefix.
    func blocks(of prefix: [UInt8]) -> Range<Int> {
        let start = max(block(of: prefix), 0)
        var low = start
        var high = blockCount
        while low < high {
            let middle = (low + high) / 2
            if begins(block: middle, afterAllWith: prefix) { high = middle } else { low = middle + 1 }
        }
        return start..<low
    }

    /// Calls `body` for each term of a block that begins with `prefix` and is in at least `least` documents.
    func forEachEntry(ofBlock block: Int, with prefix: [UInt8], least: Int, _ body: (TermEntry) -> Void) {
        var offset = offset(ofBlock: block)
        let count = Int(blocks[offset])
        offset += 1
        var postingsAt = Int(blocks.varint(at: &offset))
        var positionsAt = Int(blocks.varint(at: &offset))
        // How many bytes of `prefix` the term before begins with.
        var matched = 0
        for _ in 0..<count {
            let shared = Int(blocks.varint(at: &offset))
            let length = Int(blocks.varint(at: &offset))
            guard offset < blocks.count else { return }
            matched = min(matched, shared)
            if shared == matched {
                var index = 0
                while index < length, matched < prefix.count, blocks[offset + index] == prefix[matched] {
                    index += 1
                    matched += 1
                }
            }
            offset += length
            let documentCount = Int(blocks.varint(at: &offset))
            let postingsLength = Int(blocks.varint(at: &offset))
            let positionsLength = Int(blocks.varint(at: &offset))
            if matched == prefix.count, documentCount >= least {
                body(
                    TermEntry(
                        documentCount: documentCount, postings: postings.part(postingsAt, postingsLength),
                        positions: positions.part(positionsAt, positionsLength)))
            }
            postingsAt += postingsLength
            positionsAt += positionsLength
        }
    }

    /// The last block whose first term is not after `sought`, or -1.
    func block(of sought: [UInt8]) -> Int {
        var low = 0
        var high = blockCount
        let sought = SoughtTerm(sought)
        let (first, second) = (sought.words[0], sought.words[1])
        while low < high {
            let middle = (low + high) / 2
            let isAfter =
                quickly(isBlock: middle, after: first, second) ?? begins(block: middle, after: sought)
            if isAfter { high = middle } else { low = middle + 1 }
        }
        return low - 1
    }

    func find(_ term: [UInt8]) -> TermEntry? {
        let block = block(of: term)
        guard block >= 0 else { return nil }
        var offset = offset(ofBlock: block)
        let count = Int(blocks[offset])
        offset += 1
        var postingsAt = Int(blocks.varint(at: &offset))
        var positionsAt = Int(blocks.varint(at: &offset))
        // How many bytes of `term` the term before has in common with it.
        var matched = 0
        for _ in 0..<count {
            let shared = Int(blocks.varint(at: &offset))
            let length = Int(blocks.varint(at: &offset))
            guard offset < blocks.count else { return nil }
            var isEqual = false
            // A term that shares less than what matched comes after `term`; one that shares more differs where the one before did.
            if shared < matched { return nil }
            if shared == matched {
                var index = 0
                while index < length, matched < term.count, blocks[offset + index] == term[matched] {
                    index += 1
                    matched += 1
                }
                isEqual = index == length && matched == term.count
            }
            offset += length
            let documentCount = Int(blocks.varint(at: &offset))
            let postingsLength = Int(blocks.varint(at: &offset))
            let positionsLength = Int(blocks.varint(at: &offset))
            if isEqual {
                return TermEntry(
                    documentCount: documentCount, postings: postings.part(postingsAt, postingsLength),
                    positions: positions.part(positionsAt, positionsLength))
            }
            postingsAt += postingsLength
            positionsAt += positionsLength
        }
        return nil
    }

    /// Whether terms are out of order or postings don't lie within; `nil` when all is well.
    var disorder: String? {
        var terms = TermIterator(self)
        var last: [UInt8] = []
        var isFirst = true
        while terms.next() {
            guard isFirst || last.lexicographicallyPrecedes(terms.term) else { return "terms out of order" }
            guard terms.entry.documentCount > 0, terms.entry.postings.count > 0 else {
                return "term without postings"
            }
            last = terms.term
            isFirst = false
        }
        return nil
    }
}

/// Where a term's postings lie.
struct TermEntry: Sendable {
    var documentCount: Int
    var postings: Bytes
    var positions: Bytes
}

/// A term as numbers of 8 bytes that are in the same order, the last filled up with zeros; at most `SegmentLayout.longestTerm` + 8 bytes
/// of it.
struct SoughtTerm {
    private(set) var words = InlineArray<17, UInt64>(repeating: 0)
    let count: Int

    init(_ term: [UInt8]) {
        count = min(term.count, 136)
        for index in 0..<count {
            words[index >> 3] |= UInt64(term[index]) << UInt64(56 - (index & 7) * 8)
        }
    }

    subscript(index: Int) -> UInt8 {
        UInt8(truncatingIfNeeded: words[index >> 3] >> UInt64(56 - (index & 7) * 8))
    }
}
