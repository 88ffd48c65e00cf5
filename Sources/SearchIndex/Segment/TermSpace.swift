/// A sorted dictionary of terms with their postings.
///
/// Terms stand in blocks of 16, each after the part it shares with the one before; a block begins with the places of its
/// first term's postings and positions. For each block, 4 bytes each, stand where it is and how many documents its most frequent
/// term is in.
struct TermSpace: Sendable {
    let blocks: Bytes
    let blockOffsets: Bytes
    let postings: Bytes
    let positions: Bytes

    var blockCount: Int { blockOffsets.count / 8 }

    func offset(ofBlock block: Int) -> Int { Int(blockOffsets.uint32(at: block * 8)) }

    /// The most documents that a term of the block is in.
    func mostDocuments(inBlock block: Int) -> Int { Int(blockOffsets.uint32(at: block * 8 + 4)) }

    func find(_ term: [UInt8]) -> TermEntry? {
        var terms = TermIterator(self, from: term)
        guard terms.next(), terms.term == term else { return nil }
        return terms.entry
    }

    /// Whether terms are out of order or postings don't lie within; `nil` when all is well.
    var disorder: String? {
        var terms = TermIterator(self)
        var last: [UInt8] = []
        var isFirst = true
        while terms.next() {
            guard isFirst || last.lexicographicallyPrecedes(terms.term) else { return "terms out of order" }
            guard terms.entry.documentCount > 0, terms.entry.postings.count > 0 else {
                return "term without postings"
            }
            last = terms.term
            isFirst = false
        }
        return nil
    }
}

/// Where a term's postings lie.
struct TermEntry: Sendable {
    var documentCount: Int
    var postings: Bytes
    var positions: Bytes
}
