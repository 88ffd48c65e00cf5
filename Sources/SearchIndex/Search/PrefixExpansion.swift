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

    init(_ prefix: [UInt8], _ state: IndexState) {
        for part in state.parts {
            let segment = part.segment
            var bits = [UInt64](repeating: 0, count: segment.chunkCount << (SegmentLayout.chunkBits - 6))
            for space in [segment.surfaces, segment.stems] {
                Self.forEachEntry(prefix, space) { entry in
                    PostingChunk.forEachPosting(of: entry, chunkCount: segment.chunkCount) { document, _ in
                        bits[Int(document) >> 6] |= 1 << UInt64(document & 63)
                    }
                }
            }
            documents.append(bits)
        }
    }

    private static func forEachEntry(_ prefix: [UInt8], _ space: TermSpace, _ body: (TermEntry) -> Void) {
        let blocks = blocks(prefix, space)
        var counts: [Int] = []
        // So many blocks hold a term that is in so many documents.
        let floor =
            blocks.map { space.mostDocuments(inBlock: $0) }.sorted(by: >).dropFirst(mostTerms - 1).first ?? 1
        visit(prefix, space, blocks, least: floor) { counts.append($0.documentCount) }
        counts.sort(by: >)
        let least = counts.count > mostTerms ? counts[mostTerms - 1] : floor
        // Of those that are in as many documents, the first in the alphabet.
        var rest = mostTerms - (counts.firstIndex { $0 <= least } ?? counts.count)
        visit(prefix, space, blocks, least: least) { terms in
            if terms.documentCount == least {
                guard rest > 0 else { return }
                rest -= 1
            }
            body(terms.entry)
        }
    }

    /// Calls `body` at each term that begins with `prefix` and is in `least` documents.
    private static func visit(
        _ prefix: [UInt8], _ space: TermSpace, _ blocks: Range<Int>, least: Int,
        _ body: (inout TermIterator) -> Void
    ) {
        var terms = TermIterator(space)
        for block in blocks where space.mostDocuments(inBlock: block) >= least {
            terms.skip(toBlock: block)
            while terms.next(), terms.currentBlock == block {
                if terms.documentCount >= least, terms.term.starts(with: prefix) { body(&terms) }
            }
        }
    }

    /// The blocks that can hold a term with the prefix.
    private static func blocks(_ prefix: [UInt8], _ space: TermSpace) -> Range<Int> {
        let start = firstBlock(space, from: 0) { !$0.lexicographicallyPrecedes(prefix) }
        let end = firstBlock(space, from: start) {
            !$0.starts(with: prefix) && prefix.lexicographicallyPrecedes($0)
        }
        return max(start - 1, 0)..<end
    }

    /// The first block whose first term satisfies a condition that all later ones satisfy too.
    private static func firstBlock(_ space: TermSpace, from start: Int, _ condition: ([UInt8]) -> Bool) -> Int
    {
        var low = start
        var high = space.blockCount
        var terms = TermIterator(space)
        while low < high {
            let middle = (low + high) / 2
            terms.skip(toBlock: middle)
            if terms.next(), !condition(terms.term) { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
