/// Goes through the terms of a space in order.
struct TermIterator {
    private let space: TermSpace
    private var block: Int
    private var offset = 0
    private var left = 0
    private var postingsAt = 0
    private var positionsAt = 0
    private var isBeforeSought: Bool
    private let sought: [UInt8]
    private(set) var term: [UInt8] = []
    private(set) var documentCount = 0
    private var postingsLength = 0
    private var positionsLength = 0

    /// Begins with the first term that is not before `sought`.
    init(_ space: TermSpace, from sought: [UInt8] = []) {
        self.space = space
        self.sought = sought
        isBeforeSought = !sought.isEmpty
        block = sought.isEmpty ? -1 : max(space.block(of: sought), 0) - 1
    }

    /// Where the current term's postings lie.
    var entry: TermEntry {
        TermEntry(
            documentCount: documentCount, postings: space.postings.part(postingsAt, postingsLength),
            positions: space.positions.part(positionsAt, positionsLength))
    }

    /// The block of the current term.
    var currentBlock: Int { block }

    /// Leaves out the rest of the current block and all before `block`.
    mutating func skip(toBlock block: Int) {
        left = 0
        self.block = block - 1
    }

    /// Moves to the next term; false at the end.
    mutating func next() -> Bool {
        while step() {
            if isBeforeSought {
                if term.lexicographicallyPrecedes(sought) { continue }
                isBeforeSought = false
            }
            return true
        }
        return false
    }

    private mutating func step() -> Bool {
        if left == 0 {
            block += 1
            guard block < space.blockCount else { return false }
            offset = space.offset(ofBlock: block)
            left = Int(space.blocks[offset])
            offset += 1
            postingsAt = Int(space.blocks.varint(at: &offset))
            positionsAt = Int(space.blocks.varint(at: &offset))
            postingsLength = 0
            positionsLength = 0
            term.removeAll(keepingCapacity: true)
            guard left > 0 else { return false }
        }
        left -= 1
        let shared = Int(space.blocks.varint(at: &offset))
        let length = Int(space.blocks.varint(at: &offset))
        guard shared <= term.count, length <= SegmentLayout.longestTerm + 8, offset < space.blocks.count
        else { return false }
        if shared < term.count { term.removeLast(term.count - shared) }
        space.blocks.part(offset, length).append(to: &term)
        offset += length
        postingsAt += postingsLength
        positionsAt += positionsLength
        documentCount = Int(space.blocks.varint(at: &offset))
        postingsLength = Int(space.blocks.varint(at: &offset))
        positionsLength = Int(space.blocks.varint(at: &offset))
        return true
    }
}
