/// What the documents of some chunks get: of most terms the sum, of the alternatives of a choice the best.
struct ScoreLists {
    private var lists: [ScoreList] = []

    var count: Int { lists.count }

    mutating func removeAll() { lists.removeAll(keepingCapacity: true) }
    mutating func removeLast(to count: Int) { lists.removeLast(lists.count - count) }

    /// Alternatives are added one after the other.
    @inline(__always)
    mutating func add(_ postings: PostingChunk, weight: UInt32, of alternative: SearchPlan.Alternative?) {
        lists.append(ScoreList(postings, weight: weight, alternative: alternative))
    }

    /// No document of the chunk that the lists are of gets more.
    func bound(_ chunk: Range<Int>, _ limits: [UInt32]) -> UInt32 {
        var sum: UInt32 = 0
        for index in chunk { sum &+= lists[index].bound(limits) }
        return sum
    }

    /// Adds for each range what no document gets more of.
    func addBounds(_ chunk: Range<Int>, to bounds: inout RangeScores, _ limits: [UInt32]) {
        var index = chunk.lowerBound
        while index < chunk.upperBound {
            if let choice = lists[index].alternative?.choice {
                addBounds(ofChoice: choice, &index, chunk.upperBound, to: &bounds, limits)
            } else {
                lists[index].addBounds(to: &bounds, limits)
                index += 1
            }
        }
    }

    private func addBounds(
        ofChoice choice: Int, _ index: inout Int, _ end: Int, to bounds: inout RangeScores,
        _ limits: [UInt32]
    ) {
        var best = RangeScores(repeating: 0)
        while index < end, let first = lists[index].alternative, first.choice == choice {
            var current = RangeScores(repeating: 0)
            while index < end, lists[index].alternative == first {
                lists[index].addBounds(to: &current, limits)
                index += 1
            }
            for range in 0..<32 { best[range] = max(best[range], current[range]) }
        }
        for range in 0..<32 { bounds[range] &+= best[range] }
    }

    /// Adds the scores of a range's documents.
    mutating func add(
        _ chunk: Range<Int>, range: Int, to scores: inout DocumentScores, _ impacts: [UInt32], _ norms: Bytes
    ) {
        var index = chunk.lowerBound
        while index < chunk.upperBound {
            if let choice = lists[index].alternative?.choice {
                addChoice(choice, &index, chunk.upperBound, range, to: &scores, impacts, norms)
            } else {
                lists[index].add(range: range, to: &scores, impacts, norms)
                index += 1
            }
        }
    }

    private mutating func addChoice(
        _ choice: Int, _ index: inout Int, _ end: Int, _ range: Int, to scores: inout DocumentScores,
        _ impacts: [UInt32], _ norms: Bytes
    ) {
        var best = DocumentScores(repeating: 0)
        while index < end, let first = lists[index].alternative, first.choice == choice {
            var current = DocumentScores(repeating: 0)
            while index < end, lists[index].alternative == first {
                lists[index].add(range: range, to: &current, impacts, norms)
                index += 1
            }
            for document in 0..<128 { best[document] = max(best[document], current[document]) }
        }
        for document in 0..<128 { scores[document] &+= best[document] }
    }

    /// The score of one document of a chunk.
    func score(_ chunk: Range<Int>, document: Int, _ impacts: [UInt32], _ norms: Bytes) -> UInt32 {
        var sum: UInt32 = 0
        var index = chunk.lowerBound
        while index < chunk.upperBound {
            guard let choice = lists[index].alternative?.choice else {
                sum &+= lists[index].score(document, impacts, norms)
                index += 1
                continue
            }
            var best: UInt32 = 0
            while index < chunk.upperBound, let first = lists[index].alternative, first.choice == choice {
                var current: UInt32 = 0
                while index < chunk.upperBound, lists[index].alternative == first {
                    current &+= lists[index].score(document, impacts, norms)
                    index += 1
                }
                best = max(best, current)
            }
            sum &+= best
        }
        return sum
    }

    /// What a range's list gives no document more of.
    func bound(_ index: Int, range: Int, _ limits: [UInt32]) -> UInt32 {
        lists[index].bound(range: range, limits)
    }

    /// Whether there are few, and no alternatives among them.
    func isPlain(_ chunk: Range<Int>) -> Bool {
        guard chunk.count <= ListOrder.capacity else { return false }
        for index in chunk where lists[index].alternative != nil { return false }
        return true
    }

    /// Adds at least the scores of the documents in `only` that the list has. Returns which it has, at least of these.
    @inline(__always)
    mutating func add(
        list index: Int, range: Int, only bits: RangeBits, to scores: inout DocumentScores,
        _ impacts: [UInt32], _ norms: Bytes
    ) -> RangeBits {
        lists[index].add(range: range, only: bits, to: &scores, impacts, norms)
    }
}
