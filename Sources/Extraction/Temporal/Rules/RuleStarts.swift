/// Which rules may match at a token, by that token and the one after it: most tokens of a text start nothing.
struct RuleStarts: Sendable {
    /// Kinds of numbers, by which they are told apart here.
    private static let numberSlots = 9

    private let wordCount: Int
    /// By the number of a word, 0 for a gap, then by kind of number.
    private let rules: [[Int]]
    /// By rule: which tokens may come second, in the same order, and at last whether there need be none.
    private let seconds: [[Bool]]

    init(_ automaton: TimeAutomaton, classSets: [SIMD2<UInt64>]) {
        wordCount = classSets.count
        var rules = [[Int]](repeating: [], count: classSets.count + Self.numberSlots)
        var seconds: [[Bool]] = []
        for (index, rule) in automaton.rules.enumerated() {
            let first = automaton.frontier(from: [rule.start])
            let firsts = Self.accepted(by: first.tests.map(\.test), classSets)
            for slot in firsts.indices where firsts[slot] { rules[slot].append(index) }
            let second = automaton.frontier(from: first.tests.map(\.next))
            let accepted = Self.accepted(by: second.tests.map(\.test), classSets)
            seconds.append(accepted.map { $0 || second.mayAccept } + [second.mayAccept])
        }
        self.rules = rules
        self.seconds = seconds
    }

    /// Whether some rule may start with a token.
    @inline(__always)
    func mayStart(_ token: TimeToken) -> Bool {
        !rules[slot(token)].isEmpty || token.word != 0 && !rules[Int(token.word)].isEmpty
    }

    /// The rules that may match at `index`, in the order of the file.
    func rules(_ tokens: [TimeToken], at index: Int) -> [Int] {
        let token = tokens[index]
        var found = rules[slot(token)]
        if token.kind == .spelled || token.kind == .ordinal, token.word != 0 {
            found = (found + rules[Int(token.word)]).sorted()
        }
        let next = index + 1 < tokens.count ? tokens[index + 1] : nil
        return found.filter { mayFollow(next, in: seconds[$0]) }
    }

    private func mayFollow(_ token: TimeToken?, in seconds: [Bool]) -> Bool {
        guard let token else { return seconds[seconds.count - 1] }
        return seconds[slot(token)] || token.word != 0 && seconds[Int(token.word)]
    }

    @inline(__always)
    private func slot(_ token: TimeToken) -> Int {
        switch token.kind {
        case .gap, .word, .mark: Int(token.word)
        case .number: wordCount + min(Int(token.count), 5)
        case .decimal: wordCount + 6
        case .spelled: wordCount + 7
        case .ordinal: wordCount + 8
        }
    }

    // MARK: What tests accept

    private static func accepted(by tests: [TimeTest], _ classSets: [SIMD2<UInt64>]) -> [Bool] {
        var accepted = [Bool](repeating: false, count: classSets.count + numberSlots)
        for test in Set(tests) {
            for word in classSets.indices where mayTake(UInt16(word), test, classSets) {
                accepted[word] = true
            }
            guard case .number(let number) = test.subject else { continue }
            for slot in 1..<numberSlots where samples[slot].contains(where: number.accepts) {
                accepted[classSets.count + slot] = true
            }
        }
        return accepted
    }

    private static func mayTake(_ word: UInt16, _ test: TimeTest, _ classSets: [SIMD2<UInt64>]) -> Bool {
        switch test.subject {
        case .word(let other): other == word
        case .wordClass(let number):
            classSets[Int(word)][Int(number >> 6)] & 1 << UInt64(number & 63) != 0
        case .gap, .gapWith: word == 0
        case .sameMonth, .capital: true
        case .number, .first, .last, .constant: false
        }
    }

    /// Numbers of each kind: a test takes some of a kind when it takes one of these.
    private static let samples: [[TimeToken]] = (0..<numberSlots).map { slot in
        switch slot {
        case 1...5:
            [
                1, 7, 12, 13, 30, 31, 59, 99, 100, 130, 999, 1_000, 1_230, 1_350, 1_900, 1_990, 2_000, 2_359,
                9_999,
            ].map {
                TimeToken(start: 0, end: 1, kind: .number, count: UInt8(slot), number: $0)
            }
        case 6:
            [
                TimeToken(start: 0, end: 1, kind: .decimal),
                TimeToken(start: 0, end: 1, kind: .decimal, count: 4, number: 1_102),
                TimeToken(start: 0, end: 1, kind: .decimal, count: 6, number: 10_000),
            ]
        case 7: [1, 12, 50, 150, 1_990].map { TimeToken(start: 0, end: 1, kind: .spelled, number: $0) }
        case 8: [1, 12, 31].map { TimeToken(start: 0, end: 1, kind: .ordinal, number: $0) }
        default: []
        }
    }
}
