/// Goes through a term's chunks in step with the search.
struct PostingCursor {
    private let chunks: [PostingChunk]
    private var index = 0
    let weight: UInt32
    var positions: PositionReader

    init?(_ term: SearchPlan.Term, part: Int, chunkCount: Int) {
        guard let entry = term.entries[part] else { return nil }
        chunks = PostingChunk.chunks(of: entry, chunkCount: chunkCount)
        weight = term.weight
        positions = PositionReader(entry)
    }

    /// Chunks are asked for in ascending order.
    mutating func chunk(_ number: Int) -> PostingChunk? {
        while index < chunks.count, chunks[index].chunk < number { index += 1 }
        return index < chunks.count && chunks[index].chunk == number ? chunks[index] : nil
    }
}
