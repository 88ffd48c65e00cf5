/// Counts documents by the values of a keyword field.
struct KeywordCounter {
    /// Some documents of a segment.
    struct Documents {
        var segment: Segment
        /// A bit per document, whole chunks.
        var words: [UInt64]
        private(set) var count: Int
        /// By chunk.
        private var isOccupied: [Bool]

        init(_ segment: Segment, _ words: [UInt64]) {
            self.segment = segment
            self.words = words
            let perChunk = SegmentLayout.chunkSize / 64
            count = words.reduce(0) { $0 + $1.nonzeroBitCount }
            isOccupied = (0..<words.count / perChunk).map { chunk in
                words[chunk * perChunk..<(chunk + 1) * perChunk].contains { $0 != 0 }
            }
        }

        /// How many of them a term is in.
        func count(_ entry: TermEntry) -> Int {
            if count == 0 { return 0 }
            var sum = 0
            if entry.documentCount <= SegmentLayout.flatLimit {
                PostingChunk.forEachFlat(entry) { document, _ in
                    guard document >> 6 < words.count else { return }
                    sum += Int(words[Int(document >> 6)] >> UInt64(document & 63) & 1)
                }
                return sum
            }
            var chunks = ChunkReader(entry.postings, chunkCount: isOccupied.count)
            while chunks.number != .max {
                if isOccupied[chunks.number], let chunk = chunks.current { sum += count(chunk) }
                chunks.advance()
            }
            return sum
        }

        private func count(_ chunk: PostingChunk) -> Int {
            let start = chunk.chunk << (SegmentLayout.chunkBits - 6)
            var sum = 0
            if chunk.isBitmap {
                for word in 0..<SegmentLayout.chunkSize / 64 {
                    sum += (words[start + word] & chunk.data.uint64(at: word * 8)).nonzeroBitCount
                }
            } else {
                for index in 0..<chunk.count {
                    let document = Int(chunk.data.uint16(at: index * 2) >> 4)
                    sum += Int(words[start + document >> 6] >> UInt64(document & 63) & 1)
                }
            }
            return sum
        }
    }

    /// So many values of a segment, those in the most documents, are looked at first.
    private static let frequentCount = 1024

    private let field: UInt8
    private let parts: [Documents]

    init(field: UInt8, _ parts: [Documents]) {
        self.field = field
        self.parts = parts
    }

    private typealias Count = (value: [UInt8], count: Int)

    func facet(limit: Int) -> Facet {
        let found = frequent(limit) ?? all()
        let sorted = Self.best(found.counts, limit + 1)
        let counts = sorted.prefix(limit).map {
            Facet.Count(value: String(decoding: $0.value.dropFirst(), as: UTF8.self), count: $0.count)
        }
        return Facet(counts: Array(counts), hasMore: sorted.count > limit || found.hasMore)
    }

    private static func best(_ counts: [Count], _ limit: Int) -> [Count] {
        var counts = counts
        if counts.count > limit * 4, limit > 0 {
            let floor = counts.map(\.count).sorted(by: >)[limit - 1]
            counts.removeAll { $0.count < floor }
        }
        counts.sort { first, second in
            first.count != second.count
                ? first.count > second.count : first.value.lexicographicallyPrecedes(second.value)
        }
        return Array(counts.prefix(limit))
    }

    /// Counts of the most frequent values, when no other value can be among the `limit` that are in the most of the documents.
    private func frequent(_ limit: Int) -> (counts: [Count], hasMore: Bool)? {
        guard limit > 0, limit < Self.frequentCount / 8, parts.count <= 64 else { return nil }
        var counts: [[UInt8]: (count: Int, seen: UInt64)] = [:]
        var rest = 0
        for (number, part) in parts.enumerated() where part.count > 0 {
            var visited = 0
            var least = Int.max
            PrefixTerms([field], part.segment.keywords, most: Self.frequentCount).forEach { terms in
                visited += 1
                least = min(least, terms.documentCount)
                let count = part.count(terms.entry)
                Self.add(count, number, to: &counts[terms.term, default: (0, 0)])
            }
            if visited >= Self.frequentCount { rest += min(least, part.count) }
        }
        for (value, entry) in counts {
            for (number, part) in parts.enumerated() where entry.seen >> UInt64(number) & 1 == 0 {
                guard part.count > 0, let other = part.segment.keywords.find(value) else { continue }
                counts[value]?.count += part.count(other)
            }
        }
        var found: [Count] = []
        for (value, entry) in counts where entry.count > 0 { found.append((value, entry.count)) }
        if rest == 0 { return (found, false) }
        guard found.count >= limit else { return nil }
        let last = found.map(\.count).sorted(by: >)[limit - 1]
        return last > rest ? (found, true) : nil
    }

    private static func add(_ count: Int, _ part: Int, to entry: inout (count: Int, seen: UInt64)) {
        entry.count += count
        entry.seen |= 1 << UInt64(part)
    }

    private func all() -> (counts: [Count], hasMore: Bool) {
        var counts: [Count] = []
        var terms = MergedTerms(parts.map(\.segment.keywords), from: [field])
        while terms.next(), terms.term.first == field {
            var count = 0
            for (part, entry) in terms.entries { count += parts[part].count(entry) }
            if count > 0 { counts.append((terms.term, count)) }
        }
        return (counts, false)
    }
}
