/// Counts the documents that match by their values.
struct FacetCounter {
    private let requests: [FacetRequest]
    /// Those that are different; by request, which.
    private var filters: [SearchFilter] = []
    private var filterOfRequest: [Int] = []
    private var keywords: [[String: Int]]
    private var periods: [PeriodCounter]
    private var isPartial = false

    init(_ requests: [FacetRequest], filter: SearchFilter) {
        self.requests = requests
        keywords = Array(repeating: [:], count: requests.count)
        periods = requests.map { PeriodCounter(isByMonth: $0.values == .months) }
        for request in requests {
            let own = request.filter(filter)
            let index = filters.firstIndex(of: own) ?? filters.count
            if index == filters.count { filters.append(own) }
            filterOfRequest.append(index)
        }
    }

    /// Counts a segment's documents.
    mutating func count(_ plan: SearchPlan, part: Int, deadline: Deadline) {
        let indexPart = plan.state.parts[part]
        let segment = indexPart.segment
        var matchers = filters.map { FilterMatcher($0, indexPart) }
        let words = segment.chunkCount << (SegmentLayout.chunkBits - 6)
        var found = filters.map { _ in [UInt64](repeating: 0, count: words) }
        var search = SegmentSearch(plan, filter: SearchFilter(), part: part, of: plan.state)
        search.forEachMatch(deadline: deadline) { chunk, matching in
            for index in matchers.indices {
                var bits = matching
                matchers[index].apply(to: &bits, chunk: chunk)
                for word in 0..<64 {
                    found[index][chunk << (SegmentLayout.chunkBits - 6) + word] = bits[word]
                }
            }
        }
        isPartial = isPartial || search.isPartial
        for index in requests.indices { count(index, found[filterOfRequest[index]], segment) }
    }

    private mutating func count(_ index: Int, _ found: [UInt64], _ segment: Segment) {
        switch requests[index].values {
        case .keywords(let field):
            guard field >= 0, field < SegmentLayout.keywordFieldLimit else { return }
            countKeywords(index, UInt8(field), found, segment)
        case .years, .months:
            for (word, bits) in found.enumerated() {
                var rest = bits
                while rest != 0 {
                    periods[index].add(word << 6 | rest.trailingZeroBitCount, of: segment)
                    rest &= rest - 1
                }
            }
        }
    }

    private mutating func countKeywords(_ index: Int, _ field: UInt8, _ found: [UInt64], _ segment: Segment) {
        var terms = TermIterator(segment.keywords, from: [field])
        while terms.next(), terms.term.first == field {
            var count = 0
            PostingChunk.forEachPosting(of: terms.entry, chunkCount: segment.chunkCount) { document, _ in
                count += Int(found[Int(document) >> 6] >> UInt64(document & 63) & 1)
            }
            if count > 0 {
                keywords[index][String(decoding: terms.term.dropFirst(), as: UTF8.self), default: 0] += count
            }
        }
    }

    /// In the order of the requests.
    var facets: [Facet] {
        requests.indices.map { index in
            let counts: [Facet.Count]
            switch requests[index].values {
            case .keywords: counts = keywords[index].map { Facet.Count(value: $0.key, count: $0.value) }
            case .years, .months: counts = periods[index].counts
            }
            let sorted = counts.sorted { first, second in
                first.count != second.count
                    ? first.count > second.count
                    : first.value.utf8.lexicographicallyPrecedes(second.value.utf8)
            }
            return Facet(
                counts: Array(sorted.prefix(max(requests[index].limit, 0))), valueCount: counts.count,
                isPartial: isPartial)
        }
    }
}
