/// The documents with a word whose surface form or stem begins with some letters.
///
/// Of more than 1,024 such terms those in the most documents are taken.
struct PrefixExpansion {
    static let mostTerms = 1024

    /// By segment, a bit per document.
    private(set) var documents: [[UInt64]]

    var documentCount: Int {
        documents.reduce(0) { $0 + $1.reduce(0) { $0 + $1.nonzeroBitCount } }
    }

    init(_ prefix: [UInt8], _ state: IndexState) {
        documents = state.parts.map {
            [UInt64](repeating: 0, count: $0.segment.chunkCount << (SegmentLayout.chunkBits - 6))
        }
        for space in [\Segment.surfaces, \Segment.stems] {
            for term in Self.terms(prefix, state.parts.map { $0.segment[keyPath: space] }) {
                for (part, entry) in term { insert(entry, of: part, state.parts[part].segment) }
            }
        }
    }

    private mutating func insert(_ entry: TermEntry, of part: Int, _ segment: Segment) {
        PostingChunk.forEachPosting(of: entry, chunkCount: segment.chunkCount) { document, _ in
            documents[part][Int(document) >> 6] |= 1 << UInt64(document & 63)
        }
    }

    private static func terms(_ prefix: [UInt8], _ spaces: [TermSpace]) -> [[(space: Int, entry: TermEntry)]]
    {
        var merged = MergedTerms(spaces, from: prefix)
        var found: [(documents: Int, entries: [(space: Int, entry: TermEntry)])] = []
        while merged.next(), merged.term.starts(with: prefix) {
            found.append((merged.entries.reduce(0) { $0 + $1.entry.documentCount }, merged.entries))
        }
        if found.count > mostTerms {
            // Stable, so that of equals those first in the alphabet are taken.
            found.sort { $0.documents > $1.documents }
            found.removeLast(found.count - mostTerms)
        }
        return found.map(\.entries)
    }
}
