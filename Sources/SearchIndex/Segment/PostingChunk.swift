/// A term's documents in one chunk, ascending.
struct PostingChunk {
    var chunk: Int
    /// How many documents of the term come before.
    var rank: Int
    var count: Int
    /// The highest impact, in 256ths, rounded down.
    var maximum: UInt8
    /// The same for each range, or empty.
    var maxima: Bytes
    var isBitmap: Bool
    /// 2 bytes a posting, 12 bits of document and 4 of frequency code; or a bit per document, for each range how many come before,
    /// and the codes.
    var data: Bytes
    /// Of a bitmap, 4 bits each; when there are none, all are 1.
    var codes: Bytes

    static let none = PostingChunk(
        chunk: -1, rank: 0, count: 0, maximum: 255, maxima: .none, isBitmap: false, data: .none, codes: .none)

    /// The frequency code of the document at a place.
    @inline(__always)
    func code(at index: Int) -> Int {
        if !isBitmap { return Int(data.uint16(at: index * 2) & 15) }
        if codes.count == 0 { return 1 }
        return Int(codes[index >> 1] >> UInt8((index & 1) << 2) & 15)
    }

    /// The codes of 8 documents, 4 bits each.
    @inline(__always)
    func codes(ofGroup group: Int) -> UInt32 {
        if isBitmap {
            if codes.count == 0 { return 0x1111_1111 }
            if group * 4 <= codes.count - 4 { return codes.unchecked(group * 4, as: UInt32.self) }
        } else if group * 16 <= data.count - 16 {
            return Self.codes(ofPostings: data.unchecked(group * 16, as: UInt64.self))
                | Self.codes(ofPostings: data.unchecked(group * 16 + 8, as: UInt64.self)) << 16
        }
        return lastCodes(ofGroup: group)
    }

    /// Of 4 postings of a list.
    @inline(__always)
    private static func codes(ofPostings postings: UInt64) -> UInt32 {
        let codes = postings & 0x000F_000F_000F_000F
        return UInt32(truncatingIfNeeded: (codes | codes >> 12 | codes >> 24 | codes >> 36) & 0xFFFF)
    }

    private func lastCodes(ofGroup group: Int) -> UInt32 {
        (0..<8).reduce(0) { $0 | UInt32(code(at: group * 8 + $1) & 15) << UInt32($1 * 4) }
    }

    /// Adds the documents to `bits`.
    @inline(__always)
    func insert(into bits: ChunkBits) {
        if isBitmap {
            bits.formUnion(data)
        } else {
            guard data.count >= count * 2 else { return }
            for index in 0..<count { bits.insert(Int(data.unchecked(index * 2, as: UInt16.self) >> 4)) }
        }
    }

    /// Calls `body` with each document's place in the chunk and its code.
    @inline(__always)
    func forEach(_ body: (Int, UInt8) -> Void) {
        if isBitmap {
            var index = 0
            for word in 0..<64 {
                var rest = data.uint64(at: word * 8)
                while rest != 0 {
                    body(word << 6 | rest.trailingZeroBitCount, UInt8(code(at: index)))
                    rest &= rest - 1
                    index += 1
                }
            }
        } else {
            for index in 0..<count {
                let posting = data.uint16(at: index * 2)
                body(Int(posting >> 4), UInt8(posting & 15))
            }
        }
    }

    /// The place of a document, or `nil` when it isn't there. Of a list, only from `start` on is searched.
    @inline(__always)
    func index(of document: Int, from start: Int = 0) -> Int? {
        if isBitmap {
            let word = data.uint64(at: (document >> 6) * 8)
            let bit = UInt64(1) << UInt64(document & 63)
            if word & bit == 0 { return nil }
            return rank(ofWord: document >> 6) + (word & (bit - 1)).nonzeroBitCount
        }
        let index = place(of: document, from: start)
        return index < count && Int(data.uint16(at: index * 2) >> 4) == document ? index : nil
    }

    /// How many documents stand before a word of a bitmap.
    @inline(__always)
    func rank(ofWord word: Int) -> Int {
        let rank = Int(data.uint16(at: SegmentLayout.chunkSize / 8 + word & ~1))
        return word & 1 == 0 ? rank : rank + data.uint64(at: (word - 1) * 8).nonzeroBitCount
    }

    /// Where a document stands in a list, searching from `start` on; or where it would stand.
    @inline(__always)
    func place(of document: Int, from start: Int) -> Int {
        var low = start
        var step = 1
        while low + step < count, Int(data.uint16(at: (low + step) * 2) >> 4) < document {
            low += step
            step <<= 1
        }
        var high = min(low + step, count)
        while low < high {
            let middle = (low + high) / 2
            if Int(data.uint16(at: middle * 2) >> 4) < document { low = middle + 1 } else { high = middle }
        }
        return low
    }
}

extension PostingChunk {
    static func forEachFlat(_ entry: TermEntry, _ body: (UInt32, UInt8) -> Void) {
        var offset = 0
        var document: UInt32 = 0
        for _ in 0..<entry.documentCount where offset < entry.postings.count {
            let value = entry.postings.varint(at: &offset)
            document &+= value >> 4
            body(document, UInt8(value & 15))
        }
    }

    /// The documents of a term in order, with their frequency codes. What lies outside of the segment is left out.
    static func forEachPosting(of entry: TermEntry, chunkCount: Int, _ body: (UInt32, UInt8) -> Void) {
        if entry.documentCount <= SegmentLayout.flatLimit {
            forEachFlat(entry) { document, code in
                if Int(document >> UInt32(SegmentLayout.chunkBits)) < chunkCount { body(document, code) }
            }
            return
        }
        var chunks = ChunkReader(entry.postings, chunkCount: chunkCount)
        while let chunk = chunks.current {
            chunk.forEach { body(UInt32(chunk.chunk << SegmentLayout.chunkBits | $0), $1) }
            chunks.advance()
        }
    }
}
