/// Goes through the chunks of a term's postings in order. What lies outside of the segment is left out.
struct ChunkReader {
    private let bytes: Bytes
    private let chunkCount: Int
    private let count: Int
    private var index = 0
    private var rank = 0
    private var maximaAt: Int
    private var dataAt: Int
    /// How many steps to each 8th document's positions the chunks before have.
    private(set) var stepCount = 0
    /// The number of the chunk that it stands at; `Int.max` at the end.
    private(set) var number = Int.max

    init(_ bytes: Bytes, chunkCount: Int) {
        self.bytes = bytes
        self.chunkCount = chunkCount
        let count = Int(bytes.uint32(at: 0))
        self.count = count <= chunkCount ? count : 0
        maximaAt = 4 + self.count * SegmentLayout.chunkHeaderSize
        dataAt = maximaAt
        for index in 0..<self.count where kept(index) & SegmentLayout.hasMaxima != 0 {
            dataAt += SegmentLayout.rangesPerChunk
        }
        readNumber(after: -1)
    }

    /// How many chunks there are.
    var total: Int { count }
    /// Of these, which one it stands at.
    var position: Int { index }

    @inline(__always)
    private func header(_ index: Int) -> Int { 4 + index * SegmentLayout.chunkHeaderSize }
    @inline(__always)
    private func kept(_ index: Int) -> UInt8 { bytes[header(index) + 5] }
    @inline(__always)
    private var documents: Int { Int(bytes.uint16(at: header(index) + 2)) + 1 }

    @inline(__always)
    private func size(_ documents: Int, _ kept: UInt8) -> Int {
        kept & SegmentLayout.isBitmap != 0 ? SegmentLayout.bitmapSize + (documents + 1) / 2 : documents * 2
    }

    private mutating func readNumber(after last: Int) {
        guard index < count else { return number = .max }
        let chunk = Int(bytes.uint16(at: header(index)))
        number = chunk > last && chunk < chunkCount ? chunk : .max
    }

    var current: PostingChunk? {
        guard number != .max else { return nil }
        let (documents, kept) = (documents, kept(index))
        let isBitmap = kept & SegmentLayout.isBitmap != 0
        let size = size(documents, kept)
        let data = bytes.part(dataAt, size)
        guard data.count == size, documents <= SegmentLayout.chunkSize else { return nil }
        let hasMaxima = kept & SegmentLayout.hasMaxima != 0
        return PostingChunk(
            chunk: number, rank: rank, count: documents, maximum: bytes[header(index) + 4],
            maxima: hasMaxima ? bytes.part(maximaAt, SegmentLayout.rangesPerChunk) : .none,
            isBitmap: isBitmap, data: data,
            codes: isBitmap ? data.part(SegmentLayout.bitmapSize, size - SegmentLayout.bitmapSize) : .none)
    }

    mutating func advance() {
        guard number != .max else { return }
        let (documents, kept) = (documents, kept(index))
        dataAt += size(documents, kept)
        if kept & SegmentLayout.hasMaxima != 0 { maximaAt += SegmentLayout.rangesPerChunk }
        rank += documents
        stepCount += (documents - 1) / SegmentLayout.positionsPerSkip
        index += 1
        readNumber(after: number)
    }

    /// Moves on to the first chunk from `chunk` on.
    @inline(__always)
    mutating func advance(to chunk: Int) {
        while number < chunk { advance() }
    }

    /// How many steps to positions all chunks have.
    var totalStepCount: Int {
        (0..<count).reduce(0) {
            $0 + Int(bytes.uint16(at: header($1) + 2)) / SegmentLayout.positionsPerSkip
        }
    }
}
