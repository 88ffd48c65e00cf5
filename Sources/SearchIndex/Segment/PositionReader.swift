/// Reads the positions of a term.
struct PositionReader {
    private let data: Bytes
    private let skips: Bytes
    /// Where the positions of document `nextRank` begin: documents are mostly asked for in order.
    private var nextRank = 0
    private var nextOffset = 0

    init(_ entry: TermEntry) {
        let skipCount = max(entry.documentCount - 1, 0) / SegmentLayout.positionsPerSkip
        skips = entry.positions.part(0, skipCount * 4)
        data = entry.positions.from(skipCount * 4)
    }

    /// The positions in the term's `rank`-th document, ascending, appended to `positions`.
    mutating func read(_ rank: Int, into positions: inout [UInt32]) {
        let group = rank / SegmentLayout.positionsPerSkip
        if rank < nextRank || group > nextRank / SegmentLayout.positionsPerSkip {
            nextRank = group * SegmentLayout.positionsPerSkip
            nextOffset = group == 0 ? 0 : Int(skips.uint32(at: (group - 1) * 4))
        }
        var offset = nextOffset
        for _ in nextRank..<rank { skip(&offset) }
        readOne(&offset, into: &positions)
        nextRank = rank + 1
        nextOffset = offset
    }

    private func readOne(_ offset: inout Int, into positions: inout [UInt32]) {
        let head = data.varint(at: &offset)
        var position = head >> 1
        positions.append(position)
        guard head & 1 == 1 else { return }
        var left = data.varint(at: &offset)
        while left > 0, offset < data.count {
            position &+= data.varint(at: &offset)
            positions.append(position)
            left -= 1
        }
    }

    /// Moves over one document's positions.
    private func skip(_ offset: inout Int) {
        guard data.varint(at: &offset) & 1 == 1 else { return }
        var left = data.varint(at: &offset)
        while left > 0, offset < data.count {
            _ = data.varint(at: &offset)
            left -= 1
        }
    }

    /// The encoded positions of one document after the other, for copying.
    func next(_ offset: inout Int) -> Bytes {
        let start = offset
        skip(&offset)
        return data.part(start, min(offset, data.count) - start)
    }
}
