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

    /// Counts of frequent values, when no other value can be among the `limit` that are in the most of the documents. The segments'
    /// values are looked at from the most frequent on, until the rest is too rare. After Fagin, Lotem, Naor: Optimal aggregation
    /// algorithms for middleware (2003), the threshold algorithm.
    private func frequent(_ limit: Int) -> (counts: [Count], hasMore: Bool)? {
        guard limit > 0, limit < FrequentValues.limit / 8 else { return nil }
        let parts = parts.filter { $0.count > 0 }
        let lists = parts.map { $0.segment.frequentValues(ofField: field) }
        var counts: [[UInt8]: Int] = [:]
        var best: [Int] = []
        for rank in 0..<FrequentValues.limit {
            var rest = 0
            for (part, list) in zip(parts, lists) { rest += min(list.documentCount(at: rank), part.count) }
            // One more than is asked for, so that it is known whether there are more.
            if best.count > limit, best[limit - 1] > rest { return (Self.found(counts), true) }
            if rest == 0 { return (Self.found(counts), false) }
            for (number, list) in lists.enumerated() where rank < list.values.count {
                let value = list.values[rank]
                guard counts[value.term] == nil else { continue }
                let count = Self.count(value, number, parts)
                counts[value.term] = count
                guard count > 0, best.count <= limit || count > best[limit] else { continue }
                best.insert(count, at: best.firstIndex { $0 < count } ?? best.count)
                if best.count > limit + 1 { best.removeLast() }
            }
        }
        return nil
    }

    private static func found(_ counts: [[UInt8]: Int]) -> [Count] {
        counts.compactMap { $0.value > 0 ? ($0.key, $0.value) : nil }
    }

    /// In how many documents of all segments a value of one of them is.
    private static func count(_ value: FrequentValues.Value, _ number: Int, _ parts: [Documents]) -> Int {
        var sum = 0
        for other in parts.indices {
            let entry = other == number ? value.entry : parts[other].segment.keywords.find(value.term)
            if let entry { sum += parts[other].count(entry) }
        }
        return sum
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
