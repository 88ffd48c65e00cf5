/// The rules of a language as one table of instructions: a nondeterministic automaton over tokens.
struct TimeAutomaton: Sendable {
    /// An instruction; `first` and `second` are places in the table, or the number of a test.
    struct Instruction: Sendable, Hashable {
        enum Operation: UInt8, Sendable {
            /// Goes on behind it when the test holds.
            case test
            /// Tries the first, then the second.
            case split
            case jump
            /// A part of a range or list starts or ends.
            case open, close
            case accept
        }

        var operation: Operation
        var first: Int32 = 0
        var second: Int32 = 0

        static func split(_ first: Int, _ second: Int) -> Instruction {
            Instruction(operation: .split, first: Int32(first), second: Int32(second))
        }
    }

    private(set) var instructions: [Instruction] = []
    private(set) var tests: [TimeTest] = []
    private(set) var rules: [TimeRule] = []
    /// Instructions of the longest rule.
    private(set) var longestRule = 0
    private var testNumbers: [TimeTest: Int] = [:]

    init() {}

    mutating func add(_ pattern: TimePattern, name: String, kind: TimeRuleKind) {
        let start = instructions.count
        emit(pattern)
        instructions.append(Instruction(operation: .accept))
        rules.append(TimeRule(name: name, kind: kind, start: start))
        longestRule = max(longestRule, instructions.count - start)
    }

    private mutating func emit(_ pattern: TimePattern) {
        switch pattern {
        case .test(let test):
            instructions.append(Instruction(operation: .test, first: Int32(number(of: test))))
        case .sequence(let parts): for part in parts { emit(part) }
        case .part(let inner):
            instructions.append(Instruction(operation: .open))
            emit(inner)
            instructions.append(Instruction(operation: .close))
        case .optional(let inner):
            let split = reserve()
            emit(inner)
            instructions[split] = .split(split + 1, instructions.count)
        case .repeated(let inner):
            let split = reserve()
            emit(inner)
            instructions.append(Instruction(operation: .jump, first: Int32(split)))
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
        instructions[jump] = Instruction(operation: .jump, first: Int32(instructions.count))
    }

    private mutating func reserve() -> Int {
        instructions.append(Instruction(operation: .accept))
        return instructions.count - 1
    }

    private mutating func number(of test: TimeTest) -> Int {
        if let number = testNumbers[test] { return number }
        tests.append(test)
        testNumbers[test] = tests.count - 1
        return tests.count - 1
    }

    /// The tests of tokens that may be taken next from `places`, with the places behind them, and whether the rule may be
    /// done without any.
    func frontier(from places: [Int]) -> (tests: [(test: TimeTest, next: Int)], mayAccept: Bool) {
        var found: [(test: TimeTest, next: Int)] = []
        var mayAccept = false
        var seen: Set<Int> = []
        var rest = places
        while let place = rest.popLast() {
            guard seen.insert(place).inserted else { continue }
            let instruction = instructions[place]
            switch instruction.operation {
            case .test:
                let test = tests[Int(instruction.first)]
                if test.place == .here { found.append((test, place + 1)) } else { rest.append(place + 1) }
            case .open, .close: rest.append(place + 1)
            case .split: rest += [Int(instruction.first), Int(instruction.second)]
            case .jump: rest.append(Int(instruction.first))
            case .accept: mayAccept = true
            }
        }
        return (found, mayAccept)
    }
}
