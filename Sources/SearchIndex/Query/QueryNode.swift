/// What a document must satisfy.
indirect enum QueryNode: Sendable, Hashable {
    case term(QueryTerm)
    /// The words one after the other.
    case phrase([QueryTerm])
    /// A word that begins with the term's folded form.
    case prefix(QueryTerm)
    case all([QueryNode])
    case any([QueryNode])
    /// Any; documents that satisfy all come first.
    case auto([QueryNode])
    case not(QueryNode)

    /// The canonical form. A group inside of another is put in parentheses.
    func description(isInner: Bool = false) -> String {
        switch self {
        case .term(let term): return term.folded
        case .phrase(let terms): return "\"" + terms.map(\.folded).joined(separator: " ") + "\""
        case .prefix(let term): return term.folded + "*"
        case .not(let node): return "-" + node.description(isInner: true)
        case .all(let nodes): return Self.joined(nodes, " AND ", isInner)
        case .any(let nodes): return Self.joined(nodes, " OR ", isInner)
        case .auto(let nodes): return Self.joined(nodes, " ", isInner)
        }
    }

    private static func joined(_ nodes: [QueryNode], _ separator: String, _ isInner: Bool) -> String {
        let text = nodes.map { $0.description(isInner: true) }.joined(separator: separator)
        return isInner && nodes.count > 1 ? "(\(text))" : text
    }

    /// Calls `body` with each word, phrase and prefix that a match shows, that is, not with those excluded.
    func forEachPositive(_ body: (QueryNode) -> Void) {
        switch self {
        case .term, .phrase, .prefix: body(self)
        case .not: break
        case .all(let nodes), .any(let nodes), .auto(let nodes):
            for node in nodes { node.forEachPositive(body) }
        }
    }
}
