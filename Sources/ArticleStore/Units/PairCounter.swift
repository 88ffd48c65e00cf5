/// Counts the pairs of a corpus, one entity after the other, so that only those of one are in memory.
struct PairCounter {
    /// A unit of more entities than this is a list, not a statement: it would have 20,000 pairs and more.
    private static let maximumUnit = 200

    struct Edge {
        /// Numbers of entities in the corpus, the more frequent on the left.
        var left: Int32
        var right: Int32
        var association: Association
        var weight: Double
    }

    private(set) var best: BestList<Edge>
    /// Edges that meet the query, those that are not kept among them.
    private(set) var found = 0
    private(set) var omittedUnits = 0
    private let corpus: UnitCorpus
    private let selection: GraphSelection
    private let query: ArticleStore.GraphQuery

    init(_ corpus: UnitCorpus, _ selection: GraphSelection, _ query: ArticleStore.GraphQuery) {
        self.corpus = corpus
        self.selection = selection
        self.query = query
        let rows = corpus.entities
        best = BestList(capacity: query.limit) { left, right in
            (right.weight, right.association.both, rows[Int(left.left)], rows[Int(left.right)])
                < (left.weight, left.association.both, rows[Int(right.left)], rows[Int(right.right)])
        }
    }

    mutating func count() {
        let (units, bounds) = unitsByEntity()
        var counts = [Int32](repeating: 0, count: corpus.entities.count)
        var touched: [Int32] = []
        for left in corpus.entities.indices where selection.isAllowed[left] {
            for unit in units[bounds[left]..<bounds[left + 1]] {
                let start = unit == 0 ? 0 : corpus.ends[Int(unit) - 1]
                for member in corpus.members[start..<corpus.ends[Int(unit)]] {
                    let right = Int(member)
                    guard selection.isAllowed[right], comesBefore(left, right) else { continue }
                    if counts[right] == 0 { touched.append(member) }
                    counts[right] += 1
                }
            }
            for right in touched {
                if selection.accepts(left, Int(right)) { add(left, right, Int(counts[Int(right)])) }
                counts[Int(right)] = 0
            }
            touched.removeAll(keepingCapacity: true)
        }
    }

    /// Each pair once: the more frequent entity first, then the older.
    private func comesBefore(_ left: Int, _ right: Int) -> Bool {
        (corpus.counts[right], corpus.entities[left]) < (corpus.counts[left], corpus.entities[right])
    }

    private mutating func add(_ left: Int, _ right: Int32, _ both: Int) {
        let association = Association(
            both: both, left: corpus.counts[left], right: corpus.counts[Int(right)], total: corpus.total)
        let weight = association.value(query.measure)
        guard weight >= query.minimumWeight else { return }
        found += 1
        if let bar = best.bar, weight < bar.weight { return }
        best.insert(
            Edge(
                left: Int32(truncatingIfNeeded: left), right: right, association: association, weight: weight)
        )
    }

    /// The units that name each entity, one entity after the other, and where those of each begin.
    private mutating func unitsByEntity() -> (units: [Int32], bounds: [Int]) {
        var bounds = [Int](repeating: 0, count: corpus.entities.count + 1)
        var isNarrow: [Bool] = []
        var start = 0
        for end in corpus.ends {
            isNarrow.append(end - start <= Self.maximumUnit)
            if isNarrow[isNarrow.count - 1] {
                for member in corpus.members[start..<end] { bounds[Int(member) + 1] += 1 }
            } else {
                omittedUnits += 1
            }
            start = end
        }
        for number in corpus.entities.indices { bounds[number + 1] += bounds[number] }
        var next = bounds
        var units = [Int32](repeating: 0, count: bounds[corpus.entities.count])
        start = 0
        for (unit, end) in corpus.ends.enumerated() {
            defer { start = end }
            guard isNarrow[unit] else { continue }
            for member in corpus.members[start..<end] {
                units[next[Int(member)]] = Int32(truncatingIfNeeded: unit)
                next[Int(member)] += 1
            }
        }
        return (units, bounds)
    }
}
