/// Writes a term space; terms come in ascending order.
struct TermSpaceWriter {
    private(set) var blocks: [UInt8] = []
    private(set) var blockOffsets: [UInt8] = []
    var postings: [UInt8] = []
    var positions: [UInt8] = []
    private var blockStart = 0
    private var termsInBlock = 0
    private var mostInBlock: UInt32 = 0
    private var lastTerm: [UInt8] = []
    /// Counts the grams of the terms, if set.
    var gramCounts: GramCounts?
    let norms: [UInt8]
    let impacts: [UInt32]

    /// `norms` has a byte per document, `impacts` is the table for the segment's average length.
    init(norms: [UInt8], impacts: [UInt32]) {
        self.norms = norms
        self.impacts = impacts
    }

    mutating func add(_ term: [UInt8], _ list: TermPostings) {
        guard !list.documents.isEmpty else { return }
        gramCounts?.add(term, documents: list.documents.count)
        if termsInBlock == SegmentLayout.termsPerBlock || blocks.isEmpty { beginBlock() }
        var shared = 0
        if termsInBlock > 0 {
            let limit = min(lastTerm.count, term.count)
            while shared < limit, lastTerm[shared] == term[shared] { shared += 1 }
        }
        let postingsStart = postings.count
        if list.documents.count <= SegmentLayout.flatLimit { addFlat(list) } else { addChunks(list) }
        let positionsStart = positions.count
        addPositions(list)
        blocks.append(varint: UInt32(shared))
        blocks.append(varint: UInt32(term.count - shared))
        blocks += term[shared...]
        blocks.append(varint: UInt32(list.documents.count))
        blocks.append(varint: UInt32(postings.count - postingsStart))
        blocks.append(varint: UInt32(positions.count - positionsStart))
        termsInBlock += 1
        blocks[blockStart] = UInt8(termsInBlock)
        mostInBlock = max(mostInBlock, UInt32(list.documents.count))
        lastTerm = term
    }

    /// Ends the last block; nothing is added after it.
    mutating func finish() {
        if !blocks.isEmpty { blockOffsets.append(number: mostInBlock) }
        mostInBlock = 0
    }

    private mutating func beginBlock() {
        finish()
        blockStart = blocks.count
        termsInBlock = 0
        blockOffsets.append(number: UInt32(blockStart))
        blocks.append(0)
        blocks.append(varint: UInt32(postings.count))
        blocks.append(varint: UInt32(positions.count))
    }

    private mutating func addFlat(_ list: TermPostings) {
        var last: UInt32 = 0
        for (document, code) in zip(list.documents, list.codes) {
            postings.append(varint: (document - last) << 4 | UInt32(code))
            last = document
        }
    }
}
