/// Which rules may match at a token, by that token and the one after it: most tokens of a text start nothing.
struct RuleStarts: Sendable {
    /// Kinds of numbers, by which they are told apart here.
    private static let numberSlots = 9

    /// A rule that may start with a token, and the set of what may come after that token.
    struct Candidate: Sendable {
        var rule: Int32
        fileprivate var seconds: Int32
    }

    private let wordCount: Int
    /// By the number of a word, 0 for a gap, then by kind of number; in the order of the file.
    private let candidates: [[Candidate]]
    /// Sets of tokens: a bit for each slot, and the last for the end of the block.
    private let sets: [[UInt64]]

    init(_ automaton: TimeAutomaton, classSets: [SIMD2<UInt64>]) {
        wordCount = classSets.count
        let slots = classSets.count + Self.numberSlots
        var candidates = [[Candidate]](repeating: [], count: slots)
        var sets: [[UInt64]] = []
        var numbers: [[UInt64]: Int32] = [:]
        for (index, rule) in automaton.rules.enumerated() {
            let first = automaton.frontier(from: [rule.start]).tests
            let firsts = first.map { Self.accepted(by: [$0.test], classSets) }
            var known: [[Bool]: Int32] = [:]
            for slot in 0..<slots {
                let taking = firsts.map { $0[slot] }
                guard taking.contains(true) else { continue }
                if known[taking] == nil {
                    let places = zip(first, taking).compactMap { $1 ? $0.next : nil }
                    let set = Self.seconds(automaton.frontier(from: places), classSets)
                    if numbers[set] == nil {
                        numbers[set] = Int32(sets.count)
                        sets.append(set)
                    }
                    known[taking] = numbers[set]
                }
                candidates[slot].append(Candidate(rule: Int32(index), seconds: known[taking] ?? 0))
            }
        }
        self.candidates = candidates
        self.sets = sets
    }

    private static func seconds(
        _ frontier: (tests: [(test: TimeTest, next: Int)], mayAccept: Bool), _ classSets: [SIMD2<UInt64>]
    ) -> [UInt64] {
        let accepted =
            accepted(by: frontier.tests.map(\.test), classSets).map { $0 || frontier.mayAccept }
            + [frontier.mayAccept]
        var bits = [UInt64](repeating: 0, count: accepted.count / 64 + 1)
        for (slot, isIn) in accepted.enumerated() where isIn { bits[slot / 64] |= 1 << UInt64(slot % 64) }
        return bits
    }

    /// The rules that may start with a token, whatever follows.
    @inline(__always)
    func candidates(_ token: TimeToken) -> [Candidate] {
        let own = candidates[slot(token)]
        guard token.word != 0, token.kind == .spelled || token.kind == .ordinal else { return own }
        return (own + candidates[Int(token.word)]).sorted { $0.rule < $1.rule }
    }

    /// Whether a rule may go on with the token after its first.
    @inline(__always)
    func mayFollow(_ candidate: Candidate, _ tokens: [TimeToken], _ index: Int) -> Bool {
        let set = Int(candidate.seconds)
        guard index < tokens.count else { return isIn(set, wordCount + Self.numberSlots) }
        let token = tokens[index]
        return isIn(set, slot(token))
            || token.word != 0 && token.kind != .word && token.kind != .mark && isIn(set, Int(token.word))
    }

    @inline(__always)
    private func isIn(_ set: Int, _ slot: Int) -> Bool {
        sets[set][slot >> 6] & 1 << UInt64(slot & 63) != 0
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
