/// Goes through a term's chunks in step with the search.
struct PostingCursor {
    private var chunks: ChunkReader
    let weight: UInt32
    /// A list of few documents, written out in chunks.
    private let written: Memory?

    init?(_ term: SearchPlan.Term, part: Int, chunkCount: Int) {
        guard let entry = term.entries[part] else { return nil }
        weight = term.weight
        if entry.documentCount <= SegmentLayout.flatLimit {
            let memory = Memory(copying: Self.chunked(entry, chunkCount: chunkCount))
            written = memory
            chunks = ChunkReader(Bytes(memory), chunkCount: chunkCount)
        } else {
            written = nil
            chunks = ChunkReader(entry.postings, chunkCount: chunkCount)
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
