/// The documents with a word whose surface form or stem begins with some letters.
///
/// Of more than 1,024 such terms in a segment, stems and surface forms apart, those in the most documents are taken.
struct PrefixExpansion {
    static let mostTerms = 1024

    /// By segment, a bit per document.
    private(set) var documents: [Memory] = []
    private(set) var documentCount = 0

    init(_ prefix: [UInt8], fields: QueryTerm.Fields = .any, _ state: IndexState) {
        for part in state.parts {
            let segment = part.segment
            var bits = DocumentBits(segment)
            switch fields {
            case .any:
                for space in [segment.surfaces, segment.stems] {
                    PrefixTerms(prefix, space, most: Self.mostTerms).forEachEntry { bits.insert($0) }
                }
            case .title:
                let marked = [UInt8(SegmentLayout.titleSurfaces)] + prefix
                PrefixTerms(marked, segment.keywords, most: Self.mostTerms).forEachEntry { bits.insert($0) }
                bits.insertStems(prefix, in: .title)
            case .body:
                bits.insertBodySurfaces(prefix)
                bits.insertStems(prefix, in: .body)
            }
            documentCount += bits.count
            documents.append(bits.memory)
        }
    }
}

/// Documents of a whole segment, a bit each.
private struct DocumentBits {
    private let segment: Segment
    private var words: [UInt64]

    init(_ segment: Segment) {
        self.segment = segment
        words = [UInt64](repeating: 0, count: segment.chunkCount << (SegmentLayout.chunkBits - 6))
    }

    var count: Int { words.reduce(0) { $0 + $1.nonzeroBitCount } }

    var memory: Memory {
        Memory(words: words)
    }

    mutating func insert(_ entry: TermEntry) {
        if entry.documentCount <= SegmentLayout.flatLimit {
            PostingChunk.forEachFlat(entry) { document, _ in
                if document >> 6 < words.count { words[Int(document >> 6)] |= 1 << UInt64(document & 63) }
            }
            return
        }
        var chunks = ChunkReader(entry.postings, chunkCount: segment.chunkCount)
        while let chunk = chunks.current {
            let start = chunk.chunk << (SegmentLayout.chunkBits - 6)
            if chunk.isBitmap {
                for word in 0..<64 { words[start + word] |= chunk.data.uint64(at: word * 8) }
            } else {
                for index in 0..<chunk.count {
                    let document = Int(chunk.data.uint16(at: index * 2) >> 4)
                    words[start + document >> 6] |= 1 << UInt64(document & 63)
                }
            }
            chunks.advance()
        }
    }

    /// The surface forms have no positions, but for each it is known which documents have it in the title only.
    mutating func insertBodySurfaces(_ prefix: [UInt8]) {
        PrefixTerms(prefix, segment.surfaces, most: PrefixExpansion.mostTerms).forEach { terms in
            var body = DocumentBits(segment)
            body.insert(terms.entry)
            let marked = [UInt8(SegmentLayout.titleOnlySurfaces)] + terms.term
            if let titleOnly = segment.keywords.find(marked) {
                PostingChunk.forEachPosting(of: titleOnly, chunkCount: segment.chunkCount) { document, _ in
                    body.words[Int(document) >> 6] &= ~(1 << UInt64(document & 63))
                }
            }
            for index in words.indices { words[index] |= body.words[index] }
        }
    }

    mutating func insertStems(_ prefix: [UInt8], in fields: QueryTerm.Fields) {
        PrefixTerms(prefix, segment.stems, most: PrefixExpansion.mostTerms).forEach { terms in
            var walk = PostingWalk(terms.entry, weight: 0, segment, needsPositions: true)
            var positions = TermPositions(terms.entry, walk)
            walk.next()
            while walk.document != .max {
                let document = walk.document
                var run = walk.run(&positions)
                walk.next()
                var isFound = fields.contains(segment.field(ofPosition: run.position, in: document))
                while !isFound, run.next() {
                    isFound = fields.contains(segment.field(ofPosition: run.position, in: document))
                }
                if isFound { words[document >> 6] |= 1 << UInt64(document & 63) }
            }
        }
    }
}
