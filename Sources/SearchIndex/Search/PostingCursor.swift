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

    /// The first chunk from `number` on that has the term; `Int.max` when none has.
    func next(from number: Int) -> Int {
        var index = index
        while index < chunks.count, chunks[index].chunk < number { index += 1 }
        return index < chunks.count ? chunks[index].chunk : .max
    }

    /// Chunks are asked for in ascending order.
    mutating func chunk(_ number: Int) -> PostingChunk? {
        while index < chunks.count, chunks[index].chunk < number { index += 1 }
        return index < chunks.count && chunks[index].chunk == number ? chunks[index] : nil
    }
}
