/// Reads the positions of a term in the documents of a chunk.
struct PositionReader {
    private let data: Bytes
    private let steps: Bytes
    private let isWide: Bool
    /// Where the positions of document `next` begin: documents are mostly asked for in order.
    private var next = 0
    private var nextOffset = 0

    init(_ data: Bytes, steps: Bytes, isWide: Bool) {
        self.data = data
        self.steps = steps
        self.isWide = isWide
    }

    /// Moves to the positions of a chunk's `index`-th document.
    @inline(__always)
    private mutating func seek(_ index: Int, _ chunk: borrowing PostingChunk) {
        let group = index / SegmentLayout.positionsPerSkip
        if index < next || group > next / SegmentLayout.positionsPerSkip {
            next = group * SegmentLayout.positionsPerSkip
            nextOffset = group == 0 ? 0 : step(group - 1)
        }
        guard next < index else { return }
        var left = index - next
        // The codes but for their ones: a document with one position has a zero.
        var codes = chunk.codes(ofGroup: group) ^ 0x1111_1111
        codes >>= UInt32(next % SegmentLayout.positionsPerSkip * 4)
        while left > 0 {
            let single = codes == 0 ? left : min(codes.trailingZeroBitCount >> 2, left)
            data.skipSmall(single, &nextOffset)
            left -= single
            guard left > 0 else { break }
            data.skipSmall(Int(data.small(at: &nextOffset)) + 1, &nextOffset)
            left -= 1
            codes >>= UInt32((single + 1) * 4)
        }
        next = index
    }

    /// The positions in a chunk's `index`-th document.
    @inline(__always)
    mutating func run(_ index: Int, of chunk: borrowing PostingChunk) -> Run {
        seek(index, chunk)
        return Run(code: chunk.code(at: index), data, nextOffset)
    }

    /// Goes through the positions of one document.
    struct Run {
        private let data: Bytes
        private var offset: Int
        private var left: UInt32
        private(set) var position: UInt32

        @inline(__always)
        init(code: Int, _ data: Bytes, _ start: Int) {
            self.data = data
            offset = start
            left = code > 1 ? data.small(at: &offset) : 0
            position = data.small(at: &offset)
        }

        static let none = Run(code: 1, .none, 0)

        /// False at the end.
        @inline(__always)
        mutating func next() -> Bool {
            guard left > 0, offset < data.count else { return false }
            left -= 1
            position &+= data.small(at: &offset)
            return true
        }

        /// Moves on to the first position from `least` on; false when there is none.
        @inline(__always)
        mutating func advance(to least: UInt32) -> Bool {
            while position < least { if !next() { return false } }
            return true
        }
    }

    @inline(__always)
    private func step(_ number: Int) -> Int {
        isWide ? Int(steps.uint32(at: number * 4)) : Int(steps.uint16(at: number * 2))
    }

    /// Moves over one document's positions.
    @inline(__always)
    static func skip(code: Int, _ data: Bytes, _ offset: inout Int) {
        let count = code > 1 ? Int(data.small(at: &offset)) + 1 : 1
        data.skipSmall(count, &offset)
    }

    /// The encoded positions of a term's documents, one after the other, from `offset` on.
    static func next(code: UInt8, _ data: Bytes, _ offset: inout Int) -> Bytes {
        let start = offset
        skip(code: Int(code), data, &offset)
        return data.part(start, min(offset, data.count) - start)
    }

    /// Where the positions of the first document begin.
    static func start(_ entry: TermEntry, chunkCount: Int) -> Int {
        guard entry.documentCount > SegmentLayout.flatLimit else { return 0 }
        let chunks = ChunkReader(entry.postings, chunkCount: chunkCount)
        return 1 + chunks.total * 4 + chunks.totalStepCount * (entry.positions[0] == 4 ? 4 : 2)
    }
}
