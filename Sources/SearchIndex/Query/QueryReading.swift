/// One pass over a query.
struct QueryReading {
    private var lexer: QueryLexer
    private let options: QueryOptions
    private let meaning: (QueryCondition) -> QueryCondition.Meaning?
    private let analysis = QueryAnalysis()
    private(set) var terms: [QueryTerm] = []
    /// Numbers of terms that stand side by side as single words.
    private(set) var runs: [Range<Int>] = []

    init(
        _ lexer: QueryLexer, _ options: QueryOptions,
        _ meaning: @escaping (QueryCondition) -> QueryCondition.Meaning?
    ) {
        self.lexer = lexer
        self.options = options
        self.meaning = meaning
    }

    /// Up to the closing parenthesis or the end; `nil` when nothing can be looked for.
    mutating func group(depth: Int, fields: QueryTerm.Fields) throws(QueryError) -> QueryNode? {
        let opening = lexer.start
        if depth > QueryParser.deepest { throw QueryError(.tooDeep, offset: opening) }
        var group = QueryGroup()
        while let lexeme = lexer.next() {
            switch lexeme {
            case .close:
                if depth > 0 { return try finish(group, depth: depth) }
                try complain(.strayParenthesis)
            case .or, .and, .near:
                if group.isEmpty || group.sign != nil || group.isNegated { try complain(.missingOperand) }
                group.sign = group.isEmpty ? nil : lexeme
                group.signOffset = lexer.start
            case .not:
                if group.isNegated { try complain(.strayPunctuation) }
                group.isNegated = true
                group.signOffset = lexer.start
            case .stray: try complain(.strayPunctuation)
            case .open, .word, .prefix, .phrase, .field, .condition:
                try read(lexeme, into: &group, depth: depth, fields: fields)
            }
        }
        if depth > 0, options.isStrict { throw QueryError(.unclosedParenthesis, offset: opening) }
        return try finish(group, depth: depth)
    }

    private mutating func read(
        _ lexeme: QueryLexer.Lexeme, into group: inout QueryGroup, depth: Int, fields: QueryTerm.Fields
    ) throws(QueryError) {
        let start = lexer.start
        let number = terms.count
        guard let node = try operand(lexeme, depth: depth, fields: fields) else {
            if options.isStrict { throw QueryError(.strayPunctuation, offset: start) }
            group.isNegated = false
            return
        }
        if case .near = group.sign, !group.canBeNear(node), options.isStrict {
            throw QueryError(.invalidNear, offset: group.signOffset)
        }
        if case .term = node, !group.isNegated, group.sign == nil {
            if let last = runs.last, last.upperBound == number, group.isInRun {
                runs[runs.count - 1] = last.lowerBound..<number + 1
            } else {
                runs.append(number..<number + 1)
            }
            group.isInRun = true
        } else {
            group.isInRun = false
        }
        group.add(node)
    }

    private func finish(_ group: QueryGroup, depth: Int) throws(QueryError) -> QueryNode? {
        if options.isStrict, group.sign != nil || group.isNegated {
            throw QueryError(.missingOperand, offset: group.signOffset)
        }
        return group.combined(by: depth > 0 && options.operator == .auto ? .and : options.operator)
    }

    /// An error of a strict reading.
    private func complain(_ reason: QueryError.Reason) throws(QueryError) {
        if options.isStrict { throw QueryError(reason, offset: lexer.start) }
    }

    // MARK: Operands

    private mutating func operand(
        _ lexeme: QueryLexer.Lexeme, depth: Int, fields: QueryTerm.Fields
    ) throws(QueryError) -> QueryNode? {
        switch lexeme {
        case .open: return try group(depth: depth + 1, fields: fields)
        case .word(let text): return phrase(try terms(of: text, fields))
        case .phrase(let text, let isClosed):
            if !isClosed { try complain(.unclosedPhrase) }
            return phrase(try terms(of: text, fields))
        case .prefix(let text):
            let found = try terms(of: text, fields)
            guard let last = found.last else { return nil }
            guard found.count == 1, last.folded.unicodeScalars.count >= 2 else {
                try complain(.shortPrefix)
                return phrase(found)
            }
            return .prefix(last)
        case .field(let inner): return try scoped(inner, depth: depth)
        case .condition(let kind, let value): return try condition(kind, value, fields)
        case .close, .not, .or, .and, .near, .stray: return nil
        }
    }

    /// What stands directly behind `title:` or `body:`.
    private mutating func scoped(_ fields: QueryTerm.Fields, depth: Int) throws(QueryError) -> QueryNode? {
        let start = lexer.start
        guard let lexeme = lexer.next() else { return nil }
        switch lexeme {
        case .open, .word, .prefix, .phrase: return try operand(lexeme, depth: depth, fields: fields)
        case .field, .condition, .close, .not, .or, .and, .near, .stray:
            if options.isStrict { throw QueryError(.missingOperand, offset: start) }
            if case .condition = lexeme { return try operand(lexeme, depth: depth, fields: fields) }
            return nil
        }
    }

    private mutating func condition(
        _ kind: QueryCondition.Kind, _ value: String, _ fields: QueryTerm.Fields
    ) throws(QueryError) -> QueryNode? {
        if let meaning = meaning(QueryCondition(kind: kind, value: value)) {
            return .filter(meaning.filter, written: kind.rawValue + "(" + meaning.written + ")")
        }
        try complain(.invalidValue)
        return phrase(try terms(of: Array((kind.rawValue + " " + value).utf8), fields))
    }

    private func phrase(_ terms: [QueryTerm]) -> QueryNode? {
        guard let first = terms.first else { return nil }
        return terms.count == 1 ? .term(first) : .phrase(terms)
    }

    private mutating func terms(
        of text: [UInt8], _ fields: QueryTerm.Fields
    ) throws(QueryError) -> [QueryTerm] {
        var found = analysis.terms(of: text, matching: options.matching)
        if terms.count + found.count > QueryParser.mostTerms {
            throw QueryError(.tooManyTerms, offset: lexer.start)
        }
        for index in found.indices {
            found[index].fields = fields
            found[index].number = terms.count + index
        }
        terms += found
        return found
    }
}
