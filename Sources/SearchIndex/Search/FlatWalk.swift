/// Goes through a flat list of postings.
struct FlatWalk {
    private let postings: Bytes
    private let positions: Bytes
    private let limit: Int
    private var offset = 0
    private var positionsAt = 0
    private var left: Int
    private let needsPositions: Bool
    /// -1 before the first document, `Int.max` behind the last.
    private(set) var document = -1
    private(set) var code = 0

    init(_ entry: TermEntry, _ segment: Segment, needsPositions: Bool) {
        postings = entry.postings
        positions = entry.positions
        left = entry.documentCount
        limit = segment.documentCount
        self.needsPositions = needsPositions
    }

    static let none = FlatWalk()

    private init() {
        postings = .none
        positions = .none
        left = 0
        limit = 0
        needsPositions = false
    }

    @inline(__always)
    mutating func next() {
        guard left > 0, offset < postings.count else { return document = .max }
        if needsPositions, document >= 0 { PositionReader.skip(code: code, positions, &positionsAt) }
        let value = postings.varint(at: &offset)
        let next = max(document, 0) + Int(value >> 4)
        left -= 1
        code = Int(value & 15)
        document = next < limit ? next : .max
        if document == .max { left = 0 }
    }

    /// Moves on to the first document from `target` on.
    @inline(__always)
    mutating func advance(to target: Int) {
        while document < target { next() }
    }

    /// The positions in the current document.
    @inline(__always)
    var run: PositionReader.Run { PositionReader.Run(code: code, positions, positionsAt) }
}
