/// A term's documents in one chunk: 12 bits of document, 4 of frequency code, ascending.
struct PostingChunk: Sendable {
    var chunk: Int
    /// How many documents of the term come before.
    var rank: Int
    var count: Int
    /// The highest impact, in 256ths, rounded down.
    var maximum: UInt8
    /// The same for each range, or empty.
    var maxima: Bytes
    /// 2 bytes a posting.
    var list: Bytes

    /// All chunks of a term, in order. What lies outside of the segment is left out.
    static func chunks(of entry: TermEntry, chunkCount: Int) -> [PostingChunk] {
        entry.documentCount <= SegmentLayout.flatLimit
            ? flat(entry, chunkCount: chunkCount) : chunked(entry, chunkCount: chunkCount)
    }

    private static func chunked(_ entry: TermEntry, chunkCount: Int) -> [PostingChunk] {
        let bytes = entry.postings
        let count = Int(bytes.uint32(at: 0))
        guard count <= chunkCount else { return [] }
        var chunks: [PostingChunk] = []
        chunks.reserveCapacity(count)
        var maximaAt = 4 + count * 6
        var listAt = maximaAt
        for index in 0..<count where bytes[4 + index * 6 + 5] == 1 {
            listAt += SegmentLayout.rangesPerChunk
        }
        var rank = 0
        var last = -1
        for index in 0..<count {
            let header = 4 + index * 6
            let chunk = Int(bytes.uint16(at: header))
            let size = Int(bytes.uint16(at: header + 2)) + 1
            let isDense = bytes[header + 5] == 1
            let list = bytes.part(listAt, size * 2)
            guard chunk > last, chunk < chunkCount, list.count == size * 2 else { return chunks }
            chunks.append(
                PostingChunk(
                    chunk: chunk, rank: rank, count: size, maximum: bytes[header + 4],
                    maxima: bytes.part(maximaAt, isDense ? SegmentLayout.rangesPerChunk : 0), list: list))
            if isDense { maximaAt += SegmentLayout.rangesPerChunk }
            listAt += size * 2
            rank += size
            last = chunk
        }
        return chunks
    }

    private static func flat(_ entry: TermEntry, chunkCount: Int) -> [PostingChunk] {
        var chunks: [PostingChunk] = []
        var packed: [UInt8] = []
        var current = -1
        var rank = 0
        func close() {
            guard !packed.isEmpty else { return }
            chunks.append(PostingChunk(chunk: current, rank: rank - packed.count / 2, packed: packed))
            packed.removeAll(keepingCapacity: true)
        }
        forEachFlat(entry) { document, code in
            let chunk = Int(document >> UInt32(SegmentLayout.chunkBits))
            guard chunk < chunkCount else { return }
            if chunk != current {
                close()
                current = chunk
            }
            let offset = UInt16(truncatingIfNeeded: document) & UInt16(SegmentLayout.chunkSize - 1)
            packed.append(UInt8(truncatingIfNeeded: offset << 4) | code)
            packed.append(UInt8(truncatingIfNeeded: offset >> 4))
            rank += 1
        }
        close()
        return chunks
    }

    init(chunk: Int, rank: Int, packed: [UInt8]) {
        let list = Bytes(Memory(copying: packed))
        self.init(
            chunk: chunk, rank: rank, count: packed.count / 2, maximum: 255, maxima: list.part(0, 0),
            list: list)
    }

    private init(chunk: Int, rank: Int, count: Int, maximum: UInt8, maxima: Bytes, list: Bytes) {
        self.chunk = chunk
        self.rank = rank
        self.count = count
        self.maximum = maximum
        self.maxima = maxima
        self.list = list
    }

    static func forEachFlat(_ entry: TermEntry, _ body: (UInt32, UInt8) -> Void) {
        var offset = 0
        var document: UInt32 = 0
        for _ in 0..<entry.documentCount where offset < entry.postings.count {
            let value = entry.postings.varint(at: &offset)
            document &+= value >> 4
            body(document, UInt8(value & 15))
        }
    }

    /// The documents of a term in order, with their frequency codes.
    static func forEachPosting(of entry: TermEntry, chunkCount: Int, _ body: (UInt32, UInt8) -> Void) {
        if entry.documentCount <= SegmentLayout.flatLimit {
            forEachFlat(entry) { document, code in
                if Int(document >> UInt32(SegmentLayout.chunkBits)) < chunkCount { body(document, code) }
            }
            return
        }
        for chunk in chunked(entry, chunkCount: chunkCount) {
            for index in 0..<chunk.count {
                let posting = chunk.list.uint16(at: index * 2)
                body(
                    UInt32(chunk.chunk << SegmentLayout.chunkBits) | UInt32(posting >> 4), UInt8(posting & 15)
                )
            }
        }
    }

    /// The place of a document in `list`, searching from `start` on; or where it would stand.
    func place(of offset: UInt16, from start: Int) -> Int {
        var low = start
        var step = 1
        while low + step < count, list.uint16(at: (low + step) * 2) >> 4 < offset {
            low += step
            step <<= 1
        }
        var high = min(low + step, count)
        while low < high {
            let middle = (low + high) / 2
            if list.uint16(at: middle * 2) >> 4 < offset { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
