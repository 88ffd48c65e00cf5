/// The best documents so far: a heap with the worst on top.
struct TopHits {
    struct Entry {
        var score: UInt32
        var key: Int64

        /// Whether it comes later in the order of hits.
        @inline(__always)
        func isWorse(than other: Entry) -> Bool {
            score != other.score ? score < other.score : key > other.key
        }
    }

    private let limit: Int
    private let after: Entry?
    private var heap: [Entry] = []
    /// A document with a lower score is not among the best.
    private(set) var threshold: UInt32 = 0

    init(limit: Int, after: SearchResult.Hit?) {
        self.limit = max(limit, 0)
        self.after = after.map {
            let steps = ($0.score * Scoring.scale).rounded()
            return Entry(score: UInt32(exactly: min(max(steps, 0), 4_294_967_040)) ?? 0, key: $0.key)
        }
        if self.limit == 0 { threshold = .max }
    }

    mutating func offer(_ entry: Entry) {
        if let after, !entry.isWorse(than: after) { return }
        if heap.count < limit {
            heap.append(entry)
            rise(heap.count - 1)
            if heap.count == limit { threshold = heap[0].score }
        } else if limit > 0, heap[0].isWorse(than: entry) {
            heap[0] = entry
            sink()
            threshold = heap[0].score
        }
    }

    private mutating func rise(_ start: Int) {
        var index = start
        while index > 0, heap[index].isWorse(than: heap[(index - 1) / 2]) {
            heap.swapAt(index, (index - 1) / 2)
            index = (index - 1) / 2
        }
    }

    private mutating func sink() {
        let entry = heap[0]
        var index = 0
        var child = 1
        while child < heap.count {
            if child + 1 < heap.count, heap[child + 1].isWorse(than: heap[child]) { child += 1 }
            guard heap[child].isWorse(than: entry) else { break }
            heap[index] = heap[child]
            index = child
            child = 2 * index + 1
        }
        heap[index] = entry
    }

    /// Best first.
    var hits: [SearchResult.Hit] {
        heap.sorted { $1.isWorse(than: $0) }.map {
            SearchResult.Hit(key: $0.key, score: Float($0.score) / Scoring.scale)
        }
    }
}
