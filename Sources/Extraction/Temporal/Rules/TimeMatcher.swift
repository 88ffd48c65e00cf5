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
struct TimeMatcher: Sendable {
    /// Tokens of the longest expression.
    static let window = 48

    let lexicon: TimeLexicon
    /// States entered since the start: the work done.
    private(set) var steps = 0
    private var visited: [UInt32]
    private var generation: UInt32 = 0
    private var stack: [State] = []
    private var trail: [Mark] = []
    /// The trail of the last match.
    private var found: [Mark] = []

    /// A state still to be entered, and how much had happened on the way to it.
    private struct State: Sendable {
        var place: Int32
        var token: Int32
        var trail: Int32
    }

    /// What happened on the way to a state.
    private enum Mark: Sendable {
        case field(TimeField, Int)
        case open(Int)
        case close(Int)
    }

    init(lexicon: TimeLexicon) {
        self.lexicon = lexicon
        visited = Array(repeating: 0, count: lexicon.automaton.longestRule * (Self.window + 1))
    }

    /// The longest match that starts at `start`; of equally long ones that of the first rule. The rule `failed` is left out.
    mutating func match(_ tokens: [TimeToken], at start: Int, except failed: TimeRule? = nil) -> TimeMatch? {
        var best: (rule: Int, end: Int, trail: [Mark])?
        for candidate in lexicon.starts.candidates(tokens[start])
        where lexicon.starts.mayFollow(candidate, tokens, start + 1) {
            let rule = Int(candidate.rule)
            guard lexicon.automaton.rules[rule].start != failed?.start,
                let end = run(rule, tokens, start), end > best?.end ?? start
            else { continue }
            best = (rule, end, found)
        }
        return best.map { result($0.rule, start..<$0.end, $0.trail) }
    }

    /// Where the longest match of one rule ends.
    private mutating func run(_ rule: Int, _ tokens: [TimeToken], _ start: Int) -> Int? {
        nextGeneration()
        let first = lexicon.automaton.rules[rule].start
        let limit = min(tokens.count, start + Self.window)
        var end: Int?
        stack.removeAll(keepingCapacity: true)
        trail.removeAll(keepingCapacity: true)
        stack.append(State(place: Int32(first), token: Int32(start), trail: 0))
        while let state = stack.popLast() {
            trail.removeLast(trail.count - Int(state.trail))
            var place = Int(state.place)
            var token = Int(state.token)
            while enter(place - first, token - start) {
                let instruction = lexicon.automaton.instructions[place]
                switch instruction.operation {
                case .test:
                    guard take(Int(instruction.first), tokens, &token, limit) else { break }
                    place += 1
                    continue
                case .split:
                    stack.append(
                        State(place: instruction.second, token: Int32(token), trail: Int32(trail.count)))
                    place = Int(instruction.first)
                    continue
                case .jump:
                    place = Int(instruction.first)
                    continue
                case .open, .close:
                    trail.append(instruction.operation == .open ? .open(token) : .close(token))
                    place += 1
                    continue
                case .accept:
                    guard token > end ?? start else { break }
                    end = token
                    found = trail
                }
                break
            }
        }
        return end
    }

    /// True the first time that a state is entered.
    @inline(__always)
    private mutating func enter(_ place: Int, _ token: Int) -> Bool {
        let slot = place * (Self.window + 1) + token
        if visited[slot] == generation { return false }
        visited[slot] = generation
        steps &+= 1
        return true
    }

    private mutating func nextGeneration() {
        generation &+= 1
        guard generation == 0 else { return }
        for index in visited.indices { visited[index] = 0 }
        generation = 1
    }

    @inline(__always)
    private mutating func take(
        _ number: Int, _ tokens: [TimeToken], _ index: inout Int, _ limit: Int
    ) -> Bool {
        let test = lexicon.automaton.tests[number]
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
