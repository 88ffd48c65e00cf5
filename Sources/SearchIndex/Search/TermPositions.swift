/// The positions of a term in the chunks of a segment, for whoever goes through its documents in order.
struct TermPositions {
    private let data: Bytes
    /// Where each chunk's begin, and those of each 8th document of a chunk.
    private let starts: Bytes
    private let steps: Bytes
    private let isWide: Bool
    private var reader: PositionReader
    /// The chunk that `reader` is of.
    private var chunk = -1

    /// A flat list has its own.
    init(_ entry: TermEntry, _ walk: PostingWalk) {
        guard !walk.isFlat else {
            data = .none
            starts = .none
            steps = .none
            isWide = false
            reader = PositionReader(.none, steps: .none, isWide: false)
            return
        }
        isWide = entry.positions[0] == 4
        let stepsAt = 1 + walk.chunks.total * 4
        let stepsSize = walk.chunks.totalStepCount * (isWide ? 4 : 2)
        data = entry.positions.from(min(stepsAt + stepsSize, entry.positions.count))
        starts = entry.positions.part(1, walk.chunks.total * 4)
        steps = entry.positions.part(stepsAt, stepsSize)
        reader = PositionReader(data, steps: .none, isWide: isWide)
    }

    /// Those in a chunk's `index`-th document. `chunks` stands at the chunk.
    @inline(__always)
    mutating func run(
        _ index: Int, of postings: borrowing PostingChunk, _ chunks: borrowing ChunkReader
    ) -> PositionReader.Run {
        if chunk != postings.chunk { enter(postings, chunks) }
        return reader.run(index, of: postings)
    }

    private mutating func enter(_ postings: borrowing PostingChunk, _ chunks: borrowing ChunkReader) {
        let start = Int(starts.uint32(at: chunks.position * 4))
        let size = isWide ? 4 : 2
        let count = (postings.count - 1) / SegmentLayout.positionsPerSkip
        reader = PositionReader(
            data.from(min(start, data.count)), steps: steps.part(chunks.stepCount * size, count * size),
            isWide: isWide)
        chunk = postings.chunk
    }
}
