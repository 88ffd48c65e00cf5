/// What a rule found: its tokens, and the fields that they fill.
struct TimeMatch: Sendable {
    var rule: TimeRule
    var tokens: Range<Int>
    /// What stands outside of all parts.
    var common = TimeFields()
    var parts: [Part] = []

    struct Part: Sendable {
        var tokens: Range<Int>
        var fields: TimeFields
    }
}

/// Runs a lexicon's automaton over tokens. From each token every state is entered once for each token after it, of which it
/// looks at `window` at most, so that the work grows with the length of the text and no more.
struct TimeMatcher {
    /// Tokens of the longest expression.
    static let window = 48

    let lexicon: TimeLexicon
    /// States entered since the start: the work done.
    private(set) var steps = 0
    private var visited: [UInt32]
    private var generation: UInt32 = 0
    private var stack: [(place: Int, token: Int, trail: Int)] = []
    private var trail: [Mark] = []
    /// The trail of the last match.
    private var found: [Mark] = []

    /// What happened on the way to a state.
    private enum Mark {
        case field(TimeField, Int)
        case open(Int)
        case close(Int)
    }

    init(lexicon: TimeLexicon) {
        self.lexicon = lexicon
        visited = Array(repeating: 0, count: lexicon.automaton.instructions.count * (Self.window + 1))
    }

    /// The longest match that starts at `start`; of equally long ones that of the first rule.
    mutating func match(_ tokens: [TimeToken], at start: Int) -> TimeMatch? {
        let token = tokens[start]
        var best: (rule: Int, end: Int, trail: [Mark])?
        func tryRules(_ rules: [Int], _ matcher: inout TimeMatcher) {
            for rule in rules {
                guard let end = matcher.run(rule, tokens, start), end > best?.end ?? start else { continue }
                best = (rule, end, matcher.found)
            }
        }
        switch token.kind {
        case .number, .decimal: tryRules(lexicon.rulesByNumber[TimeLexicon.numberSlot(token)], &self)
        case .spelled, .ordinal:
            let byNumber = lexicon.rulesByNumber[TimeLexicon.numberSlot(token)]
            let byWord = token.word == 0 ? [] : lexicon.rulesByWord[Int(token.word)]
            tryRules(byWord.isEmpty ? byNumber : (byNumber + byWord).sorted(), &self)
        case .word, .mark, .gap: tryRules(lexicon.rulesByWord[Int(token.word)], &self)
        }
        return best.map { result($0.rule, start..<$0.end, $0.trail) }
    }

    /// Where the longest match of one rule ends.
    private mutating func run(_ rule: Int, _ tokens: [TimeToken], _ start: Int) -> Int? {
        generation &+= 1
        if generation == 0 {
            for index in visited.indices { visited[index] = 0 }
            generation = 1
        }
        let limit = min(tokens.count, start + Self.window)
        var end: Int?
        stack.removeAll(keepingCapacity: true)
        trail.removeAll(keepingCapacity: true)
        stack.append((lexicon.automaton.rules[rule].start, start, 0))
        while let state = stack.popLast() {
            trail.removeLast(trail.count - state.trail)
            var place = state.place
            var token = state.token
            walk: while true {
                let slot = place * (Self.window + 1) + token - start
                if visited[slot] == generation { break }
                visited[slot] = generation
                steps &+= 1
                switch lexicon.automaton.instructions[place] {
                case .test(let number):
                    guard take(lexicon.automaton.tests[number], tokens, &token, limit) else { break walk }
                case .split(let first, let second):
                    stack.append((second, token, trail.count))
                    place = first
                    continue walk
                case .jump(let target):
                    place = target
                    continue walk
                case .open: trail.append(.open(token))
                case .close: trail.append(.close(token))
                case .accept:
                    if token > end ?? start {
                        end = token
                        found = trail
                    }
                    break walk
                }
                place += 1
            }
        }
        return end
    }

    @inline(__always)
    private mutating func take(
        _ test: TimeTest, _ tokens: [TimeToken], _ index: inout Int, _ limit: Int
    ) -> Bool {
        switch test.place {
        case .here:
            guard index < limit, !test.isGlued || tokens[index].isGlued,
                holds(test.subject, tokens, index)
            else { return false }
            note(test, tokens[index])
            index += 1
            return true
        case .ahead:
            if case .constant(let value) = test.subject, let field = test.field {
                trail.append(.field(field, Int(value)))
                return true
            }
            return holds(test, tokens, index) != test.isNegated
        case .behind: return holds(test, tokens, index - 1) != test.isNegated
        }
    }

    private func holds(_ test: TimeTest, _ tokens: [TimeToken], _ index: Int) -> Bool {
        if case .first = test.subject { return index < 0 }
        if case .last = test.subject { return index >= tokens.count }
        return tokens.indices.contains(index) && (!test.isGlued || tokens[index].isGlued)
            && holds(test.subject, tokens, index)
    }

    @inline(__always)
    private func holds(_ subject: TimeTest.Subject, _ tokens: [TimeToken], _ index: Int) -> Bool {
        let token = tokens[index]
        switch subject {
        case .word(let word): return token.word == word && token.kind != .gap
        case .wordClass(let number): return token.word != 0 && lexicon.isWord(token.word, in: number)
        case .number(let test): return test.accepts(token)
        case .gap: return token.kind == .gap
        case .gapWith(let flags):
            return token.kind == .gap && token.flags.contains(TimeToken.Flags(rawValue: flags))
        case .capital: return token.flags.contains(.capital)
        case .sameMonth: return isSameMonth(tokens, index)
        case .first, .last, .constant: return false
        }
    }

    /// Whether a token names the month that the name before it does.
    private func isSameMonth(_ tokens: [TimeToken], _ index: Int) -> Bool {
        guard let month = month(tokens[index].word) else { return false }
        for before in 1...3 where index >= before {
            if let other = self.month(tokens[index - before].word) { return month == other }
        }
        return false
    }

    private func month(_ word: UInt16) -> Int? {
        guard word != 0 else { return nil }
        for name in lexicon.monthClasses {
            if let month = lexicon.value(of: word, in: name) { return month }
        }
        return nil
    }

    private mutating func note(_ test: TimeTest, _ token: TimeToken) {
        switch test.subject {
        case .number:
            guard let field = test.field else { return }
            trail.append(.field(field, token.value))
        case .wordClass(let number):
            guard let field = test.field ?? lexicon.field(of: number) else { return }
            trail.append(.field(field, lexicon.value(of: token.word, in: number) ?? 0))
        case .word, .gap, .gapWith, .capital, .sameMonth, .first, .last, .constant: return
        }
    }

    private func result(_ rule: Int, _ tokens: Range<Int>, _ marks: [Mark]) -> TimeMatch {
        var match = TimeMatch(rule: lexicon.automaton.rules[rule], tokens: tokens)
        var isOpen = false
        for mark in marks {
            switch mark {
            case .open(let token):
                match.parts.append(TimeMatch.Part(tokens: token..<token, fields: TimeFields()))
                isOpen = true
            case .close(let token):
                if let last = match.parts.indices.last {
                    match.parts[last].tokens = match.parts[last].tokens.lowerBound..<token
                }
                isOpen = false
            case .field(let field, let value):
                if isOpen, let last = match.parts.indices.last {
                    match.parts[last].fields[field] = value
                } else {
                    match.common[field] = value
                }
            }
        }
        return match
    }
}
