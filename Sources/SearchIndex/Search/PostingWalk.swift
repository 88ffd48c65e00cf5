/// Goes through the documents of a term in a segment, or asks for some of them in ascending order, without writing anything out.
struct PostingWalk {
    let documentCount: Int
    let weight: UInt32
    /// Of few documents, all: the number and in the low 4 bits the frequency code.
    private var flat: [UInt32] = []
    private let isFlat: Bool
    private var chunks: ChunkReader
    private var postings: PostingChunk
    /// The chunk of `postings`; -1 before the first one.
    private var loaded = -1
    /// Where in `flat` or in a list of `postings` it stands.
    private var index = 0
    /// Where in the chunk it stands.
    private var place = 0
    /// What `next` looks at next.
    private var upcoming = 0
    /// Where `next` has come to: -1 before the first document, `Int.max` behind the last.
    private(set) var document = -1
    /// Whether the document that was asked for last is there.
    private(set) var isFound = false
    private var positions: TermPositions

    init?(_ term: SearchPlan.Term, part: Int, _ segment: Segment, needsPositions: Bool = false) {
        guard let entry = term.entries[part] else { return nil }
        documentCount = entry.documentCount
        weight = term.weight
        isFlat = entry.documentCount <= SegmentLayout.flatLimit
        postings = .none
        chunks = ChunkReader(isFlat ? .none : entry.postings, chunkCount: segment.chunkCount)
        positions = TermPositions(entry, isFlat || !needsPositions ? nil : chunks)
        guard isFlat else { return }
        flat.reserveCapacity(entry.documentCount)
        let limit = UInt32(clamping: segment.documentCount)
        PostingChunk.forEachFlat(entry) { document, code in
            if document < limit, document >> 28 == 0, document >= (flat.last ?? 0) >> 4 {
                flat.append(document << 4 | UInt32(code))
            }
        }
    }

    /// The frequency code of the document that it stands at.
    @inline(__always)
    var code: Int {
        if isFlat { return index < flat.count ? Int(flat[index] & 15) : 0 }
        return postings.code(at: postings.isBitmap ? postings.index(of: place) ?? 0 : index)
    }

    /// Moves to a document; false when it isn't there. Documents are asked for in ascending order.
    @inline(__always)
    mutating func seek(_ target: Int) -> Bool {
        isFound = find(target)
        return isFound
    }

    @inline(__always)
    private mutating func find(_ target: Int) -> Bool {
        if isFlat {
            while index < flat.count, Int(flat[index] >> 4) < target { index += 1 }
            return index < flat.count && Int(flat[index] >> 4) == target
        }
        let chunk = target >> SegmentLayout.chunkBits
        if chunk != loaded { guard load(chunk) else { return false } }
        place = target & (SegmentLayout.chunkSize - 1)
        if postings.isBitmap {
            return postings.data.uint64(at: (place >> 6) << 3) >> UInt64(place & 63) & 1 == 1
        }
        index = postings.place(of: place, from: index)
        return index < postings.count && Int(postings.data.uint16(at: index * 2) >> 4) == place
    }

    private mutating func load(_ chunk: Int) -> Bool {
        chunks.advance(to: chunk)
        guard chunks.number == chunk, let current = chunks.current else { return false }
        postings = current
        loaded = chunk
        index = 0
        return true
    }

    /// Moves to the next document; false at the end.
    @inline(__always)
    mutating func next() -> Bool {
        if isFlat {
            guard upcoming < flat.count else { return end() }
            index = upcoming
            document = Int(flat[index] >> 4)
            upcoming += 1
            return true
        }
        while true {
            if loaded >= 0 {
                if postings.isBitmap ? nextOfBitmap() : nextOfList() {
                    document = loaded << SegmentLayout.chunkBits | place
                    return true
                }
                chunks.advance()
            }
            guard chunks.number != .max, load(chunks.number) else { return end() }
            upcoming = 0
        }
    }

    private mutating func end() -> Bool {
        document = .max
        return false
    }

    @inline(__always)
    private mutating func nextOfList() -> Bool {
        guard upcoming < postings.count else { return false }
        index = upcoming
        place = Int(postings.data.uint16(at: index * 2) >> 4)
        upcoming += 1
        return true
    }

    @inline(__always)
    private mutating func nextOfBitmap() -> Bool {
        while upcoming < SegmentLayout.chunkSize {
            let rest = postings.data.uint64(at: (upcoming >> 6) << 3) >> UInt64(upcoming & 63)
            if rest != 0 {
                place = upcoming + rest.trailingZeroBitCount
                upcoming = place + 1
                return true
            }
            upcoming = (upcoming | 63) + 1
        }
        return false
    }

    /// What no document of the chunk that `next` has come to gets more of; `nil` when it is not known.
    @inline(__always)
    func bound(_ limits: [UInt32]) -> UInt32? {
        isFlat ? nil : (weight &* limits[Int(postings.maximum)]) >> 16 &+ 1
    }

    /// Leaves out the rest of the chunk that `next` has come to; returns how many documents it has, when it was at the first.
    mutating func skipChunk() -> Int {
        upcoming = SegmentLayout.chunkSize
        return postings.count
    }

    /// The first chunk from `number` on that has the term; `Int.max` when none has. Never falls from call to call.
    @inline(__always)
    mutating func nextChunk(from number: Int) -> Int {
        if isFlat {
            while index < flat.count, Int(flat[index] >> 16) < number { index += 1 }
            return index < flat.count ? Int(flat[index] >> 16) : .max
        }
        chunks.advance(to: number)
        return chunks.number
    }

    /// Adds the documents of a chunk to `bits`; false when there are none.
    mutating func insert(chunk: Int, into bits: ChunkBits) -> Bool {
        guard nextChunk(from: chunk) == chunk else { return false }
        if isFlat {
            var index = index
            while index < flat.count, Int(flat[index] >> 16) == chunk {
                bits.insert(Int(flat[index] >> 4) & (SegmentLayout.chunkSize - 1))
                index += 1
            }
            return true
        }
        guard chunk == loaded || load(chunk) else { return false }
        postings.insert(into: bits)
        return true
    }

    /// The positions in the document that it stands at.
    @inline(__always)
    mutating func run() -> PositionReader.Run {
        if isFlat {
            let codes = flat
            return positions.run(flat: index) { Int(codes[$0] & 15) }
        }
        let index = postings.isBitmap ? postings.index(of: place) ?? 0 : index
        return positions.run(index, of: postings, chunks)
    }
}
