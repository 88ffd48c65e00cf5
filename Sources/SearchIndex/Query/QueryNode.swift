/// What a document must satisfy.
indirect enum QueryNode: Sendable, Hashable {
    /// One of several ways to say the same.
    struct Alternative: Sendable, Hashable {
        var node: QueryNode
        /// 0 to 1: what it counts compared with the word that was typed.
        var weight: Float = 1
        /// Why it is looked for; `nil` for what was typed.
        var reason: String?
    }

    case term(QueryTerm)
    /// The words one after the other. The first one's `fields` hold for all.
    case phrase([QueryTerm])
    /// All the words in any order within one text, the last at most `distance` words after the first; never less than their
    /// number allows. The first one's `fields` hold for all.
    case near([QueryTerm], distance: Int)
    /// A word that begins with the term's folded form.
    case prefix(QueryTerm)
    /// Documents by their values; they get no score for it. `written` is how the query says it.
    case filter(SearchFilter, written: String)
    /// Any, counted as one word that is in as many documents as they are together: a document gets the score of the alternative
    /// that gives it most. The first is what was typed.
    case best([Alternative])
    case all([QueryNode])
    case any([QueryNode])
    /// Any; documents that satisfy all come first.
    case auto([QueryNode])
    case not(QueryNode)

    /// The canonical form. A group inside of another is put in parentheses.
    func description(isInner: Bool = false) -> String {
        switch self {
        case .term(let term): return Self.scope([term]) + term.folded
        case .phrase(let terms):
            return Self.scope(terms) + "\"" + terms.map(\.folded).joined(separator: " ") + "\""
        case .near(let terms, let distance):
            let text = Self.scope(terms) + terms.map(\.folded).joined(separator: " NEAR/\(distance) ")
            return isInner && terms.count > 1 ? "(\(text))" : text
        case .prefix(let term): return Self.scope([term]) + term.folded + "*"
        case .filter(_, let written): return written
        case .best(let alternatives): return Self.joined(alternatives.map(\.node), " OR ", isInner)
        case .not(let node): return "-" + node.description(isInner: true)
        case .all(let nodes): return Self.joined(nodes, " AND ", isInner)
        case .any(let nodes): return Self.joined(nodes, " OR ", isInner)
        case .auto(let nodes): return Self.joined(nodes, " ", isInner)
        }
    }

    private static func scope(_ terms: [QueryTerm]) -> String {
        switch terms.first?.fields ?? .any {
        case .any: ""
        case .title: "title:"
        case .body: "body:"
        }
    }

    private static func joined(_ nodes: [QueryNode], _ separator: String, _ isInner: Bool) -> String {
        let text = nodes.map { $0.description(isInner: true) }.joined(separator: separator)
        return isInner && nodes.count > 1 ? "(\(text))" : text
    }

    /// Calls `body` with each word, phrase, neighbourhood and prefix that a match shows, that is, not with those excluded, and why it is
    /// looked for if it was not typed.
    func forEachPositive(because reason: String? = nil, _ body: (QueryNode, _ reason: String?) -> Void) {
        switch self {
        case .term, .phrase, .near, .prefix: body(self, reason)
        case .not, .filter: break
        case .best(let alternatives):
            for alternative in alternatives {
                alternative.node.forEachPositive(because: alternative.reason ?? reason, body)
            }
        case .all(let nodes), .any(let nodes), .auto(let nodes):
            for node in nodes { node.forEachPositive(because: reason, body) }
        }
    }
}
