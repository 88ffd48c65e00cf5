/// Counts the documents that match by their values.
struct FacetCounter {
    private let requests: [FacetRequest]
    /// Those that are different; by request, which.
    private var filters: [SearchFilter] = []
    private var filterOfRequest: [Int] = []
    /// By filter and segment.
    private var found: [[KeywordCounter.Documents]]
    private var isPartial = false

    init(_ requests: [FacetRequest], filter: SearchFilter) {
        self.requests = requests
        for request in requests {
            let own = request.filter(filter)
            let index = filters.firstIndex(of: own) ?? filters.count
            if index == filters.count { filters.append(own) }
            filterOfRequest.append(index)
        }
        found = filters.map { _ in [] }
    }

    /// Finds a segment's documents.
    mutating func find(_ plan: SearchPlan, part: Int, deadline: Deadline) {
        let indexPart = plan.state.parts[part]
        let segment = indexPart.segment
        var matchers = filters.map { FilterMatcher($0, indexPart) }
        let count = segment.chunkCount << (SegmentLayout.chunkBits - 6)
        var words = filters.map { _ in [UInt64](repeating: 0, count: count) }
        let bits = ChunkBits()
        var search = SegmentSearch(plan, filter: SearchFilter(), part: part, of: plan.state)
        search.forEachMatch(deadline: deadline) { chunk, matching in
            for index in matchers.indices {
                bits.copy(matching)
                matchers[index].apply(to: bits, chunk: chunk)
                let start = chunk << (SegmentLayout.chunkBits - 6)
                for word in 0..<ChunkBits.wordCount { words[index][start + word] = bits[word] }
            }
        }
        isPartial = isPartial || search.isPartial
        for index in filters.indices {
            found[index].append(KeywordCounter.Documents(segment, words[index]))
        }
    }

    /// In the order of the requests.
    var facets: [Facet] {
        requests.indices.map { index in
            let documents = found[filterOfRequest[index]]
            let limit = min(max(requests[index].limit, 0), 1 << 40)
            var facet: Facet
            switch requests[index].values {
            case .keywords(let field) where field >= 0 && field < SegmentLayout.keywordFieldLimit:
                facet = KeywordCounter(field: UInt8(field), documents).facet(limit: limit)
            case .keywords: facet = Facet(counts: [], hasMore: false)
            case .years, .months:
                var counter = PeriodCounter(isByMonth: requests[index].values == .months)
                for part in documents { counter.add(part) }
                facet = counter.facet(limit: limit)
            }
            facet.isPartial = isPartial
            return facet
        }
    }
}
