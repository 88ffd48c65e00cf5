/// A query looked up in every segment of the index: where its terms are and what they weigh.
struct SearchPlan {
    /// A term in every segment.
    struct Term {
        /// By segment.
        var entries: [TermEntry?]
        var weight: UInt32 = 0

        var documentCount: Int { entries.reduce(0) { $0 + ($1?.documentCount ?? 0) } }
    }

    /// Words in a certain arrangement or in certain fields.
    struct Words {
        /// For each word, any of these.
        var slots: [[Term]]
        var arrangement: PositionMatcher.Arrangement
        var fields: QueryTerm.Fields
        var weight: UInt32 = 0
    }

    struct Leaf {
        enum Matching {
            /// Any of these.
            case word([Term])
            case positions(Words)
            /// By segment, a bit per document.
            case prefix([Memory], weight: UInt32)
            case filter(SearchFilter)
        }

        var matching: Matching
        /// Terms that add to the score of what matches.
        var extra: [Term] = []
        /// The query's words, folded.
        var text: String
        /// In how many documents it is at most; deleted ones count.
        var documentCount: Int
        /// For each word, in how many documents it is.
        var wordCounts: [Int]
        /// Whether it adds to the score: what is excluded doesn't.
        var isScored: Bool
        /// Which alternative of which choice it belongs to: of a choice, the best alternative counts.
        var alternative: Alternative?
        /// No document gets more of it.
        var maximum: UInt32 = 0
    }

    struct Alternative: Hashable {
        var choice: Int
        var number: Int
    }

    indirect enum Node {
        case leaf(Int)
        case all([Node])
        case any([Node])
        case not(Node)
    }

    private(set) var leaves: [Leaf] = []
    private(set) var root: Node = .any([])
    /// What gets the bonus, when the query combines its words automatically.
    private(set) var complete: Node?
    /// More than any document without it can have.
    private(set) var bonus: UInt32 = 0
    private var choiceCount = 0
    let state: IndexState

    init(_ query: Query, _ state: IndexState) {
        self.state = state
        root = add(query.root, isScored: true)
        if complete != nil {
            bonus = leaves.reduce(1) { $0 + ($1.isScored ? $1.maximum : 0) }
        }
    }

    private mutating func add(_ node: QueryNode, isScored: Bool) -> Node {
        switch node {
        case .term(let term) where term.fields == .any:
            if let forms = term.forms { return add(word(term, forms: forms, isScored: isScored)) }
            return add(word(term, isScored: isScored))
        case .term(let term): return add([term], .sequence, isScored: isScored)
        case .phrase(let terms): return add(terms, .sequence, isScored: isScored)
        case .near(let terms, let distance):
            return add(Self.distinct(terms), .near(distance), isScored: isScored)
        case .prefix(let term): return add(prefix(term, isScored: isScored))
        case .filter(let filter, let written): return add(self.filter(filter, written))
        case .best(let alternatives): return best(alternatives, isScored: isScored)
        case .all(let nodes): return .all(nodes.map { add($0, isScored: isScored) })
        case .any(let nodes): return .any(nodes.map { add($0, isScored: isScored) })
        case .not(let node): return .not(add(node, isScored: false))
        case .auto(let nodes):
            let added = nodes.map { add($0, isScored: isScored) }
            complete = .all(added)
            return .any(added)
        }
    }

    private mutating func add(
        _ terms: [QueryTerm], _ arrangement: PositionMatcher.Arrangement, isScored: Bool
    ) -> Node {
        let found = add(words(terms, arrangement, isScored: isScored))
        let forms = forms(of: terms).map { add($0) }
        return forms.isEmpty ? found : .all([found] + forms)
    }

    private mutating func add(_ leaf: Leaf) -> Node {
        var leaf = leaf
        weigh(&leaf)
        leaves.append(leaf)
        return .leaf(leaves.count - 1)
    }

    /// The words of the alternatives weigh as if they were one word, as frequent as the most frequent of them: what is typed does
    /// not become worth less because it has other names.
    private mutating func best(_ alternatives: [QueryNode.Alternative], isScored: Bool) -> Node {
        let start = leaves.count
        let choice = choiceCount
        choiceCount += 1
        var nodes: [Node] = []
        for (number, alternative) in alternatives.enumerated() {
            let first = leaves.count
            nodes.append(add(alternative.node, isScored: isScored))
            for index in first..<leaves.count {
                leaves[index].alternative = Alternative(choice: choice, number: number)
            }
        }
        // Documents by their values are mostly those that have one of the words.
        let documents = nodes.reduce(0) { max($0, isFilter($1) ? 0 : documentCount($1)) }
        for index in start..<leaves.count {
            let number = leaves[index].alternative?.number ?? 0
            let factor = Double(min(max(alternatives[number].weight, 0), 1))
            weigh(&leaves[index], as: documents, factor: factor)
        }
        return .any(nodes)
    }

    private func isFilter(_ node: Node) -> Bool {
        guard case .leaf(let index) = node, case .filter = leaves[index].matching else { return false }
        return true
    }

    /// No more documents match.
    private func documentCount(_ node: Node) -> Int {
        switch node {
        case .leaf(let index): leaves[index].documentCount
        case .all(let nodes): nodes.reduce(state.documentCount) { min($0, documentCount($1)) }
        case .any(let nodes): min(nodes.reduce(0) { $0 + documentCount($1) }, state.documentCount)
        case .not: 0
        }
    }
}
