/// What the documents of a chunk get: of most terms the sum, of the alternatives of a choice the best.
struct ChunkScores {
    private struct Choice {
        var number: Int
        /// By alternative.
        var lists: [(alternative: Int, list: ScoreList)] = []
    }

    private var lists: [ScoreList] = []
    private var choices: [Choice] = []

    mutating func removeAll() {
        lists.removeAll(keepingCapacity: true)
        choices.removeAll(keepingCapacity: true)
    }

    /// Alternatives are added one after the other.
    mutating func add(_ list: ScoreList, of alternative: SearchPlan.Alternative?) {
        guard let alternative else { return lists.append(list) }
        if choices.last?.number != alternative.choice { choices.append(Choice(number: alternative.choice)) }
        choices[choices.count - 1].lists.append((alternative.number, list))
    }

    /// No document of the chunk gets more. `growth` is that of `ScoreList.bound`.
    func bound(growth: UInt64) -> UInt32 { bound { $0.bound(growth: growth) } }

    /// The same for a range.
    func bound(range: Int, growth: UInt64) -> UInt32 { bound { $0.bound(range: range, growth: growth) } }

    @inline(__always)
    private func bound(_ bound: (ScoreList) -> UInt32) -> UInt32 {
        var sum: UInt32 = 0
        for list in lists { sum += bound(list) }
        for choice in choices {
            var best: UInt32 = 0
            var current: UInt32 = 0
            var alternative = -1
            for entry in choice.lists {
                if entry.alternative != alternative { current = 0 }
                alternative = entry.alternative
                current += bound(entry.list)
                best = max(best, current)
            }
            sum += best
        }
        return sum
    }

    /// Adds the scores of a range's documents. Ranges are asked for in ascending order.
    mutating func add(
        range: Int, to scores: inout InlineArray<128, UInt32>, _ impacts: [UInt32], _ norms: Bytes
    ) {
        for index in lists.indices { lists[index].add(range: range, to: &scores, impacts, norms) }
        for index in choices.indices {
            Self.add(&choices[index], range: range, to: &scores, impacts, norms)
        }
    }

    private static func add(
        _ choice: inout Choice, range: Int, to scores: inout InlineArray<128, UInt32>, _ impacts: [UInt32],
        _ norms: Bytes
    ) {
        var best = InlineArray<128, UInt32>(repeating: 0)
        var current = best
        var alternative = -1
        for index in choice.lists.indices {
            if choice.lists[index].alternative != alternative {
                for document in 0..<128 { current[document] = 0 }
                alternative = choice.lists[index].alternative
            }
            choice.lists[index].list.add(range: range, to: &current, impacts, norms)
            for document in 0..<128 { best[document] = max(best[document], current[document]) }
        }
        for document in 0..<128 { scores[document] &+= best[document] }
    }
}
