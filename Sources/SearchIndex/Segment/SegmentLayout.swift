/// A segment file: a header of fixed size, then the sections one after the other. All numbers are little-endian.
///
/// Header: magic (8 bytes), version (4), documents (4), added-up lengths (8), file size (8), then offset, size and checksum (8 each)
/// of each section, and the checksum of all this.
enum SegmentLayout {
    static let magic = Array("TARIKHSG".utf8)
    static let version: UInt32 = 3
    static let headerSize = 32 + Section.allCases.count * 24 + 8

    enum Section: Int, CaseIterable, Sendable {
        case norms, lengths, keys, keyOrder
        case runOffsets, runs
        case intervalOffsets, intervals
        case stemBlocks, stemBlockOffsets, stemPostings, stemPositions
        case surfaceBlocks, surfaceBlockOffsets, surfacePostings, surfacePositions
        case keywordBlocks, keywordBlockOffsets, keywordPostings, keywordPositions
        case gramCounts
    }

    /// Documents are searched in chunks of 4,096, and these in ranges of 128.
    static let chunkBits = 12
    static let chunkSize = 1 << chunkBits
    static let rangeBits = 7
    static let rangesPerChunk = chunkSize >> rangeBits
    /// Terms in up to this many documents are kept as a flat list.
    static let flatLimit = 64
    /// A chunk with at least this many documents of a term keeps maxima of its ranges.
    static let denseLimit = 160
    /// A chunk with at least this many is kept as a bit per document, which takes 576 bytes and a half one a posting.
    static let bitmapLimit = 400
    /// A bit per document, and for each range how many come before (2 bytes).
    static let bitmapSize = chunkSize / 8 + rangesPerChunk * 2
    /// In a chunk's header, which says what is kept of it.
    static let hasMaxima: UInt8 = 1
    static let isBitmap: UInt8 = 2
    static let chunkHeaderSize = 6
    /// Longer terms are cut off, in documents as in queries.
    static let longestTerm = 128
    static let termsPerBlock = 16
    /// A position is the number of the word in the document, with gaps between its texts.
    static let positionLimit: UInt32 = 1 << 28
    /// Where the positions of each 8th document of a chunk begin is kept.
    static let positionsPerSkip = 8
    static let fieldLimit = 16
    /// Keyword fields from here on are the index's own.
    static let keywordFieldLimit = 254
    /// The keyword field that has the surface forms of titles, and the one that has those of them that are in no other text of
    /// the document.
    static let titleSurfaces = 255
    static let titleOnlySurfaces = 254
}
