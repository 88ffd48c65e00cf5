/// The rules of a language as one table of instructions: a nondeterministic automaton over tokens.
struct TimeAutomaton: Sendable {
    enum Instruction: Sendable, Hashable {
        /// Goes on behind it when the test holds.
        case test(Int)
        /// Tries the first, then the second.
        case split(Int, Int)
        case jump(Int)
        /// A part of a range or list starts or ends.
        case open, close
        case accept
    }

    private(set) var instructions: [Instruction] = []
    private(set) var tests: [TimeTest] = []
    private(set) var rules: [TimeRule] = []
    private var testNumbers: [TimeTest: Int] = [:]

    init() {}

    mutating func add(_ pattern: TimePattern, name: String, kind: TimeRuleKind) {
        rules.append(TimeRule(name: name, kind: kind, start: instructions.count))
        emit(pattern)
        instructions.append(.accept)
    }

    private mutating func emit(_ pattern: TimePattern) {
        switch pattern {
        case .test(let test): instructions.append(.test(number(of: test)))
        case .sequence(let parts): for part in parts { emit(part) }
        case .part(let inner):
            instructions.append(.open)
            emit(inner)
            instructions.append(.close)
        case .optional(let inner):
            let split = reserve()
            emit(inner)
            instructions[split] = .split(split + 1, instructions.count)
        case .repeated(let inner):
            let split = reserve()
            emit(inner)
            instructions.append(.jump(split))
            instructions[split] = .split(split + 1, instructions.count)
        case .choice(let choices): emit(choices[...])
        }
    }

    private mutating func emit(_ choices: ArraySlice<TimePattern>) {
        guard let first = choices.first else { return }
        guard choices.count > 1 else { return emit(first) }
        let split = reserve()
        emit(first)
        let jump = reserve()
        instructions[split] = .split(split + 1, instructions.count)
        emit(choices.dropFirst())
        instructions[jump] = .jump(instructions.count)
    }

    private mutating func reserve() -> Int {
        instructions.append(.accept)
        return instructions.count - 1
    }

    private mutating func number(of test: TimeTest) -> Int {
        if let number = testNumbers[test] { return number }
        tests.append(test)
        testNumbers[test] = tests.count - 1
        return tests.count - 1
    }

    /// The tests of tokens that are taken first by the rule that starts at `start`.
    func firstTests(of start: Int) -> [TimeTest] {
        var found: [TimeTest] = []
        var seen: Set<Int> = []
        var rest = [start]
        while let place = rest.popLast() {
            guard seen.insert(place).inserted else { continue }
            switch instructions[place] {
            case .test(let number) where tests[number].place == .here: found.append(tests[number])
            case .test, .open, .close: rest.append(place + 1)
            case .split(let one, let other): rest += [one, other]
            case .jump(let target): rest.append(target)
            case .accept: break
            }
        }
        return found
    }
}
