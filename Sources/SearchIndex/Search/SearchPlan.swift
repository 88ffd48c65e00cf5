/// A query looked up in every segment of the index: where its terms are and what they weigh.
struct SearchPlan {
    /// A term in every segment.
    struct Term {
        /// By segment.
        var entries: [TermEntry?]
        var weight: UInt32 = 0

        var documentCount: Int { entries.reduce(0) { $0 + ($1?.documentCount ?? 0) } }
    }

    struct Leaf {
        enum Matching {
            /// Any of these.
            case word([Term])
            /// For each word of the phrase, any of these.
            case phrase([[Term]], weight: UInt32)
            /// By segment, the documents.
            case prefix([[UInt64]], weight: UInt32)
        }

        var matching: Matching
        /// Terms that add to the score of what matches.
        var extra: [Term] = []
        /// Whether it adds to the score: what is excluded doesn't.
        var isScored: Bool
        /// No document gets more of it.
        var maximum: UInt32
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
    private let state: IndexState

    init(_ query: Query, _ state: IndexState) {
        self.state = state
        root = add(query.root, isScored: true)
        if complete != nil {
            bonus = leaves.reduce(1) { $0 + ($1.isScored ? $1.maximum : 0) }
        }
    }

    private mutating func add(_ node: QueryNode, isScored: Bool) -> Node {
        switch node {
        case .term(let term): return add(word(term, isScored: isScored))
        case .phrase(let terms): return add(phrase(terms, isScored: isScored))
        case .prefix(let term): return add(prefix(term, isScored: isScored))
        case .all(let nodes): return .all(nodes.map { add($0, isScored: isScored) })
        case .any(let nodes): return .any(nodes.map { add($0, isScored: isScored) })
        case .not(let node): return .not(add(node, isScored: false))
        case .auto(let nodes):
            let added = nodes.map { add($0, isScored: isScored) }
            complete = .all(added)
            return .any(added)
        }
    }

    private mutating func add(_ leaf: Leaf) -> Node {
        leaves.append(leaf)
        return .leaf(leaves.count - 1)
    }

    private func find(_ term: [UInt8], _ space: KeyPath<Segment, TermSpace>) -> Term {
        Term(entries: state.parts.map { $0.segment[keyPath: space].find(term) })
    }

    private func weight(_ documents: Int, factor: Double = 1) -> UInt32 {
        Scoring.weight(
            documents: min(documents, state.documentCount), total: state.documentCount, factor: factor)
    }

    /// The stems of a word weigh the same, as if they were one.
    private func word(_ term: QueryTerm, isScored: Bool) -> Leaf {
        var stems = term.stems.map { find($0, \.stems) }
        let weight = weight(stems.reduce(0) { $0 + $1.documentCount })
        for index in stems.indices { stems[index].weight = weight }
        stems.removeAll { $0.documentCount == 0 }
        var maximum = weight &* UInt32(stems.count)
        var extra: [Term] = []
        if isScored, !stems.isEmpty {
            var surface = find(term.surface, \.surfaces)
            surface.weight = self.weight(surface.documentCount, factor: Scoring.surfaceWeight)
            if surface.documentCount > 0 {
                extra.append(surface)
                maximum += surface.weight
            }
        }
        return Leaf(matching: .word(stems), extra: extra, isScored: isScored, maximum: maximum)
    }

    /// Counts as a term as rare as its words together.
    private func phrase(_ terms: [QueryTerm], isScored: Bool) -> Leaf {
        var weight: UInt32 = 0
        let slots = terms.map { term in
            let stems = term.stems.map { find($0, \.stems) }.filter { $0.documentCount > 0 }
            weight += self.weight(stems.reduce(0) { $0 + $1.documentCount })
            return stems
        }
        return Leaf(matching: .phrase(slots, weight: weight), isScored: isScored, maximum: weight)
    }

    /// Counts as one term that occurs once in each document.
    private func prefix(_ term: QueryTerm, isScored: Bool) -> Leaf {
        let expansion = PrefixExpansion(term.surface, state)
        let weight = weight(expansion.documentCount)
        return Leaf(
            matching: .prefix(expansion.documents, weight: weight), isScored: isScored, maximum: weight)
    }
}
