/// What stands between two parentheses, or the whole of a query, as far as it has been read.
struct QueryGroup {
    private var items: [QueryNode] = []
    /// The last item was put together by `OR`, so that `AND` binds to its last part.
    private var endsInAlternatives = false
    /// `OR`, `AND` or `NEAR` that waits for what follows.
    var sign: QueryLexer.Lexeme?
    /// A hyphen waits for what follows.
    var isNegated = false
    /// Where the sign or hyphen stands, in code points.
    var signOffset = 0
    /// The last item is a word in a row of words.
    var isInRun = false

    var isEmpty: Bool { items.isEmpty }

    /// Adds what follows the signs read before it.
    mutating func add(_ operand: QueryNode) {
        let node: QueryNode = isNegated ? .not(operand) : operand
        let sign = sign
        self.sign = nil
        isNegated = false
        guard let sign, let last = items.popLast() else {
            items.append(node)
            endsInAlternatives = false
            return
        }
        if sign == .or {
            if endsInAlternatives, case .any(let others) = last {
                items.append(.any(others + [node]))
            } else {
                items.append(.any([last, node]))
            }
            endsInAlternatives = true
        } else if endsInAlternatives, case .any(var others) = last, let final = others.popLast() {
            items.append(.any(others + [Self.joined(final, node, sign)]))
        } else {
            items.append(Self.joined(last, node, sign))
        }
    }

    private static func joined(_ left: QueryNode, _ right: QueryNode, _ sign: QueryLexer.Lexeme) -> QueryNode
    {
        if case .near(let distance) = sign, let near = near(left, right, distance) { return near }
        if case .all(let nodes) = left { return .all(nodes + [right]) }
        return .all([left, right])
    }

    /// Phrases stay phrases and their words lie near the others.
    private static func near(_ left: QueryNode, _ right: QueryNode, _ distance: Int) -> QueryNode? {
        guard let first = words(left), let second = words(right) else { return nil }
        let near = QueryNode.near(first.terms + second.terms, distance: distance)
        let phrases = first.phrases + second.phrases
        return phrases.isEmpty ? near : .all([near] + phrases)
    }

    private static func words(_ node: QueryNode) -> (terms: [QueryTerm], phrases: [QueryNode])? {
        switch node {
        case .term(let term): return ([term], [])
        case .phrase(let terms): return (terms, [node])
        case .near(let terms, _): return (terms, [])
        case .all(let nodes):
            guard case .near(let terms, _) = nodes.first else { return nil }
            return (terms, Array(nodes.dropFirst()))
        default: return nil
        }
    }

    /// Whether `NEAR` can stand between the last item and `node`.
    func canBeNear(_ node: QueryNode) -> Bool {
        guard !isNegated, let last = items.last, Self.words(node) != nil else { return false }
        if endsInAlternatives, case .any(let nodes) = last {
            return nodes.last.map { Self.words($0) != nil } ?? false
        }
        return Self.words(last) != nil
    }

    /// What must not be there is required in any case; the rest is combined by the operator.
    func combined(by combination: QueryParser.Operator) -> QueryNode? {
        var wanted: [QueryNode] = []
        var required: [QueryNode] = []
        for item in items {
            switch item {
            case .not, .filter: required.append(item)
            default: wanted.append(item)
            }
        }
        if wanted.count + required.count == 1 { return wanted.first ?? required.first }
        if wanted.isEmpty, required.isEmpty { return nil }
        guard combination != .and, wanted.count > 1 else { return .all(wanted + required) }
        let wish: QueryNode = combination == .or ? .any(wanted) : .auto(wanted)
        return required.isEmpty ? wish : .all([wish] + required)
    }
}
