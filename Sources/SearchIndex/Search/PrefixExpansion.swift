/// The documents with a word whose surface form or stem begins with some letters.
///
/// Of more than 1,024 such terms in a segment, stems and surface forms apart, those in the most documents are taken.
struct PrefixExpansion {
    static let mostTerms = 1024

    /// By segment, a bit per document.
    private(set) var documents: [[UInt64]] = []

    var documentCount: Int {
        documents.reduce(0) { $0 + $1.reduce(0) { $0 + $1.nonzeroBitCount } }
    }

    init(_ prefix: [UInt8], fields: QueryTerm.Fields = .any, _ state: IndexState) {
        for part in state.parts {
            let segment = part.segment
            var bits = DocumentBits(segment)
            switch fields {
            case .any:
                for space in [segment.surfaces, segment.stems] {
                    PrefixTerms(prefix, space, most: Self.mostTerms).forEach { bits.insert($0.entry) }
                }
            case .title:
                let marked = [UInt8(SegmentLayout.titleSurfaces)] + prefix
                PrefixTerms(marked, segment.keywords, most: Self.mostTerms).forEach { bits.insert($0.entry) }
                bits.insertStems(prefix, in: .title)
            case .body:
                bits.insertBodySurfaces(prefix)
                bits.insertStems(prefix, in: .body)
            }
            documents.append(bits.words)
        }
    }
}

/// Documents of a whole segment, a bit each.
private struct DocumentBits {
    private let segment: Segment
    private(set) var words: [UInt64]

    init(_ segment: Segment) {
        self.segment = segment
        words = [UInt64](repeating: 0, count: segment.chunkCount << (SegmentLayout.chunkBits - 6))
    }

    mutating func insert(_ entry: TermEntry) {
        PostingChunk.forEachPosting(of: entry, chunkCount: segment.chunkCount) { document, _ in
            words[Int(document) >> 6] |= 1 << UInt64(document & 63)
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
        var positions: [UInt32] = []
        PrefixTerms(prefix, segment.stems, most: PrefixExpansion.mostTerms).forEach { terms in
            var reader = PositionReader(terms.entry)
            var rank = 0
            PostingChunk.forEachPosting(of: terms.entry, chunkCount: segment.chunkCount) { document, _ in
                positions.removeAll(keepingCapacity: true)
                reader.read(rank, into: &positions)
                rank += 1
                let isFound = positions.contains {
                    fields.contains(segment.field(ofPosition: $0, in: Int(document)))
                }
                if isFound { words[Int(document) >> 6] |= 1 << UInt64(document & 63) }
            }
        }
    }
}
