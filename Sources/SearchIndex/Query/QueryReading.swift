/// One pass over a query.
struct QueryReading {
    private var lexer: QueryLexer
    private let combination: QueryParser.Operator
    private let analysis = QueryAnalysis()
    private(set) var terms: [QueryTerm] = []

    init(_ lexer: QueryLexer, operator combination: QueryParser.Operator) {
        self.lexer = lexer
        self.combination = combination
    }

    /// Up to the closing parenthesis or the end; `nil` when nothing can be looked for.
    mutating func group(depth: Int) throws(QueryError) -> QueryNode? {
        if depth > QueryParser.deepest { throw QueryError(.tooDeep, offset: lexer.start) }
        var items: [QueryNode] = []
        var isNegated = false
        var isAlternative = false
        while let lexeme = lexer.next() {
            switch lexeme {
            case .or:
                // At the start of a group there is nothing to be an alternative to.
                isAlternative = !items.isEmpty
                continue
            case .not:
                isNegated = true
                continue
            case .close:
                if depth > 0 { return combined(items, depth: depth) }
                continue
            case .open, .word, .prefix, .phrase:
                guard let node = try node(lexeme, depth: depth) else {
                    isNegated = false
                    continue
                }
                add(isNegated ? .not(node) : node, to: &items, isAlternative: isAlternative)
                isNegated = false
                isAlternative = false
            }
        }
        return combined(items, depth: depth)
    }

    private mutating func node(_ lexeme: QueryLexer.Lexeme, depth: Int) throws(QueryError) -> QueryNode? {
        switch lexeme {
        case .open: return try group(depth: depth + 1)
        case .word(let text), .phrase(let text): return phrase(try terms(of: text))
        case .prefix(let text):
            let found = try terms(of: text)
            guard let last = found.last else { return nil }
            guard found.count == 1, last.folded.unicodeScalars.count >= 2 else { return phrase(found) }
            return .prefix(last)
        case .close, .not, .or: return nil
        }
    }

    private func phrase(_ terms: [QueryTerm]) -> QueryNode? {
        guard let first = terms.first else { return nil }
        return terms.count == 1 ? .term(first) : .phrase(terms)
    }

    private mutating func terms(of text: [UInt8]) throws(QueryError) -> [QueryTerm] {
        let found = analysis.terms(of: text)
        if terms.count + found.count > QueryParser.mostTerms {
            throw QueryError(.tooManyTerms, offset: lexer.start)
        }
        terms += found
        return found
    }

    private func add(_ node: QueryNode, to items: inout [QueryNode], isAlternative: Bool) {
        guard isAlternative, let last = items.popLast() else {
            items.append(node)
            return
        }
        if case .any(let others) = last {
            items.append(.any(others + [node]))
        } else {
            items.append(.any([last, node]))
        }
    }

    /// What must not be there is required in any case; the rest is combined by the operator.
    private func combined(_ items: [QueryNode], depth: Int) -> QueryNode? {
        var wanted: [QueryNode] = []
        var excluded: [QueryNode] = []
        for item in items {
            if case .not = item { excluded.append(item) } else { wanted.append(item) }
        }
        if excluded.isEmpty, wanted.isEmpty { return nil }
        if excluded.isEmpty, wanted.count == 1 { return wanted[0] }
        switch combination {
        case .and: return .all(wanted + excluded)
        case .auto where depth > 0: return .all(wanted + excluded)
        case .auto, .or:
            guard wanted.count > 1 else { return .all(wanted + excluded) }
            let wish: QueryNode = combination == .or ? .any(wanted) : .auto(wanted)
            return excluded.isEmpty ? wish : .all([wish] + excluded)
        }
    }
}
