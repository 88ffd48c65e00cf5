/// Goes through a term's chunks in step with the search.
struct PostingCursor {
    private var chunks: ChunkReader
    let weight: UInt32
    /// A list of few documents, written out in chunks.
    private let written: Memory?
    private let positions: Positions

    /// Where the positions lie.
    private enum Positions {
        /// For each document of the term, 4 bytes, where its positions begin.
        case few(Bytes, starts: Memory)
        case chunked(Bytes, starts: Bytes, steps: Bytes, isWide: Bool)
    }

    init?(_ term: SearchPlan.Term, part: Int, chunkCount: Int, needsPositions: Bool = false) {
        guard let entry = term.entries[part] else { return nil }
        weight = term.weight
        if entry.documentCount <= SegmentLayout.flatLimit {
            let memory = Memory(copying: Self.chunked(entry, chunkCount: chunkCount))
            written = memory
            chunks = ChunkReader(Bytes(memory), chunkCount: chunkCount)
            positions = .few(
                entry.positions, starts: Memory(copying: needsPositions ? Self.starts(entry) : []))
        } else {
            written = nil
            chunks = ChunkReader(entry.postings, chunkCount: chunkCount)
            let isWide = entry.positions[0] == 4
            let stepSize = isWide ? 4 : 2
            let stepsAt = 1 + chunks.total * 4
            let stepCount = needsPositions ? chunks.totalStepCount : 0
            positions = .chunked(
                entry.positions.from(min(stepsAt + stepCount * stepSize, entry.positions.count)),
                starts: entry.positions.part(1, chunks.total * 4),
                steps: entry.positions.part(stepsAt, stepCount * stepSize), isWide: isWide)
        }
    }

    /// Moves on to the first chunk from `number` on that has the term, and returns its number; `Int.max` when none has.
    @inline(__always)
    mutating func advance(to number: Int) -> Int {
        chunks.advance(to: number)
        return chunks.number
    }

    /// Chunks are asked for in ascending order.
    @inline(__always)
    mutating func chunk(_ number: Int) -> PostingChunk? {
        chunks.advance(to: number)
        return chunks.number == number ? chunks.current : nil
    }

    /// Moves on to the next chunk that has the term.
    mutating func next() { chunks.advance() }

    /// Where the positions of the current chunk's documents are.
    func positionReader(_ chunk: PostingChunk) -> PositionReader {
        switch positions {
        case .few(let data, let starts):
            return PositionReader(data, starts: Bytes(starts), rank: chunk.rank)
        case .chunked(let data, let starts, let steps, let isWide):
            let start = Int(starts.uint32(at: chunks.position * 4))
            let size = isWide ? 4 : 2
            let count = (chunk.count - 1) / SegmentLayout.positionsPerSkip
            return PositionReader(
                data.from(min(start, data.count)), steps: steps.part(chunks.stepCount * size, count * size),
                isWide: isWide)
        }
    }

    private static func starts(_ entry: TermEntry) -> [UInt8] {
        var starts: [UInt8] = []
        var offset = 0
        PostingChunk.forEachFlat(entry) { _, code in
            starts.append(number: UInt32(offset))
            PositionReader.skip(code: Int(code), entry.positions, &offset)
        }
        return starts
    }

    /// What a list of few documents would be in chunks.
    private static func chunked(_ entry: TermEntry, chunkCount: Int) -> [UInt8] {
        var headers: [UInt8] = []
        var data: [UInt8] = []
        var current = -1
        var count = 0
        func close() {
            guard count > 0 else { return }
            headers.append(number: UInt16(truncatingIfNeeded: current))
            headers.append(number: UInt16(count - 1))
            headers.append(255)
            headers.append(0)
            count = 0
        }
        var chunks: UInt32 = 0
        PostingChunk.forEachFlat(entry) { document, code in
            let chunk = Int(document >> UInt32(SegmentLayout.chunkBits))
            guard chunk < chunkCount, chunk >= current else { return }
            if chunk != current {
                close()
                current = chunk
                chunks += 1
            }
            let offset = document & UInt32(SegmentLayout.chunkSize - 1)
            data.append(UInt8(truncatingIfNeeded: offset << 4) | code)
            data.append(UInt8(truncatingIfNeeded: offset >> 4))
            count += 1
        }
        close()
        var bytes: [UInt8] = []
        bytes.reserveCapacity(4 + headers.count + data.count)
        bytes.append(number: chunks)
        bytes += headers
        bytes += data
        return bytes
    }
}
