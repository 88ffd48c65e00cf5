/// Writes a term space; terms come in ascending order.
struct TermSpaceWriter {
    private(set) var blocks: [UInt8] = []
    private(set) var blockOffsets: [UInt8] = []
    private(set) var postings: [UInt8] = []
    private(set) var positions: [UInt8] = []
    private var blockStart = 0
    private var termsInBlock = 0
    private var mostInBlock: UInt32 = 0
    private var lastTerm: [UInt8] = []
    /// Counts the grams of the terms, if set.
    var gramCounts: GramCounts?
    private let norms: [UInt8]
    private let impacts: [UInt32]

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

    /// The number of chunks; for each its number, its documents less one (2 bytes each), the highest impact and whether the
    /// ranges' maxima are kept (1 byte each); these maxima; then a posting in 2 bytes: 12 bits of document, 4 of frequency.
    private mutating func addChunks(_ list: TermPostings) {
        var chunks: [UInt8] = []
        var maxima: [UInt8] = []
        var count: UInt32 = 0
        var start = 0
        while start < list.documents.count {
            let chunk = list.documents[start] >> UInt32(SegmentLayout.chunkBits)
            var end = start
            var ranges = [UInt8](repeating: 0, count: SegmentLayout.rangesPerChunk)
            while end < list.documents.count, list.documents[end] >> UInt32(SegmentLayout.chunkBits) == chunk
            {
                let document = Int(list.documents[end])
                let range = (document & (SegmentLayout.chunkSize - 1)) >> SegmentLayout.rangeBits
                let impact = impacts[Int(list.codes[end]) << 8 | Int(norms[document])]
                ranges[range] = max(ranges[range], UInt8(impact >> 8))
                end += 1
            }
            let isDense = end - start >= SegmentLayout.denseLimit
            chunks.append(number: UInt16(truncatingIfNeeded: chunk))
            chunks.append(number: UInt16(end - start - 1))
            chunks.append(ranges.max() ?? 255)
            chunks.append(isDense ? 1 : 0)
            if isDense { maxima += ranges }
            count += 1
            start = end
        }
        postings.append(number: count)
        postings += chunks
        postings += maxima
        for (document, code) in zip(list.documents, list.codes) {
            let offset = UInt16(truncatingIfNeeded: document) & UInt16(SegmentLayout.chunkSize - 1)
            postings.append(UInt8(truncatingIfNeeded: offset << 4) | code)
            postings.append(UInt8(truncatingIfNeeded: offset >> 4))
        }
    }

    /// Where each 16th document's positions begin, but for the first; then the positions.
    private mutating func addPositions(_ list: TermPostings) {
        guard !list.positionEnds.isEmpty else { return }
        var index = SegmentLayout.positionsPerSkip
        while index < list.documents.count {
            positions.append(number: UInt32(list.positionEnds[index - 1]))
            index += SegmentLayout.positionsPerSkip
        }
        positions += list.positions
    }
}
