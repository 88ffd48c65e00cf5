/// Goes through the documents of a term in a segment, or asks for some of them in ascending order, without writing anything out.
struct PostingWalk {
    let documentCount: Int
    let weight: UInt32
    let isFlat: Bool
    private var flat: FlatWalk
    private(set) var chunks: ChunkReader
    private var postings: PostingChunk
    /// The chunk of `postings`; -1 before the first one.
    private var loaded = -1
    /// Where in a list of `postings` it stands.
    private var index = 0
    /// Where in the chunk it stands.
    private var place = 0
    /// What `next` looks at next.
    private var upcoming = 0
    private var chunked = -1
    /// Whether the document that was asked for last is there.
    private(set) var isFound = false

    init(_ entry: TermEntry, weight: UInt32, _ segment: Segment, needsPositions: Bool = false) {
        documentCount = entry.documentCount
        self.weight = weight
        isFlat = entry.documentCount <= SegmentLayout.flatLimit
        postings = .none
        chunks = ChunkReader(isFlat ? .none : entry.postings, chunkCount: segment.chunkCount)
        flat = isFlat ? FlatWalk(entry, segment, needsPositions: needsPositions) : .none
    }

    /// Where `next` has come to: -1 before the first document, `Int.max` behind the last.
    @inline(__always)
    var document: Int { isFlat ? flat.document : chunked }

    /// The frequency code of the document that it stands at.
    @inline(__always)
    var code: Int { isFlat ? flat.code : postings.code(at: placeInChunk) }

    /// What the document that it stands at gets.
    @inline(__always)
    func score(_ impacts: [UInt32], _ norm: Int) -> UInt32 {
        Scoring.score(weight: weight, impact: impacts[code << 8 | norm])
    }

    @inline(__always)
    private var placeInChunk: Int { postings.isBitmap ? postings.index(of: place) ?? 0 : index }

    /// Moves to a document; false when it isn't there. Documents are asked for in ascending order.
    @inline(__always)
    mutating func seek(_ target: Int) -> Bool {
        if isFlat {
            flat.advance(to: target)
            isFound = flat.document == target
        } else {
            isFound = find(target)
        }
        return isFound
    }

    @inline(__always)
    private mutating func find(_ target: Int) -> Bool {
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

    /// Moves to the next document.
    @inline(__always)
    mutating func next() {
        if isFlat { flat.next() } else { nextChunked() }
    }

    private mutating func nextChunked() {
        while true {
            if loaded >= 0 {
                if postings.isBitmap ? nextOfBitmap() : nextOfList() {
                    chunked = loaded << SegmentLayout.chunkBits | place
                    return
                }
                chunks.advance()
            }
            guard chunks.number != .max, load(chunks.number) else { return chunked = .max }
            upcoming = 0
        }
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
        isFlat ? nil : Scoring.score(weight: weight, impact: limits[Int(postings.maximum)]) &+ 1
    }

    /// Leaves out the chunk at whose first document `next` has come; returns how many documents it has.
    mutating func skipChunk() -> Int {
        upcoming = SegmentLayout.chunkSize
        return postings.count
    }

    /// The first chunk from `number` on that has the term; `Int.max` when none has. Never falls from call to call.
    @inline(__always)
    mutating func nextChunk(from number: Int) -> Int {
        if isFlat {
            flat.advance(to: number << SegmentLayout.chunkBits)
            return flat.document == .max ? .max : flat.document >> SegmentLayout.chunkBits
        }
        chunks.advance(to: number)
        return chunks.number
    }

    /// Adds the documents of a chunk to `bits`; false when there are none.
    mutating func insert(chunk: Int, into bits: ChunkBits) -> Bool {
        guard nextChunk(from: chunk) == chunk else { return false }
        if isFlat {
            var rest = flat
            while rest.document != .max, rest.document >> SegmentLayout.chunkBits == chunk {
                bits.insert(rest.document & (SegmentLayout.chunkSize - 1))
                rest.next()
            }
            return true
        }
        guard chunk == loaded || load(chunk) else { return false }
        postings.insert(into: bits)
        return true
    }

    /// The positions in the document that it stands at.
    @inline(__always)
    mutating func run(_ positions: inout TermPositions) -> PositionReader.Run {
        isFlat ? flat.run : positions.run(placeInChunk, of: postings, chunks)
    }
}
