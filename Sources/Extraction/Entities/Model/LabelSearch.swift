/// Finds the best sequence of labels (Viterbi 1967) in 32-bit numbers, without allocating for each token.
struct LabelSearch: Sendable {
    /// The best scores of sequences that end with a label.
    private struct Scores: Sendable {
        /// O, S and B.
        var enter: SIMD16<Int32>
        var inner: SIMD8<Int32>
        var end: SIMD8<Int32>
    }

    private static let impossible: Int32 = -100_000_000

    private var scores: [Scores] = []
    /// Transitions from a label after which no name is open: O, S of each type, E of each type.
    private var closed = [SIMD16<Int32>](repeating: SIMD16(repeating: 0), count: 16)
    /// The same by the label that they lead to: from O and S of each type, then from E of each type.
    private var leading = [SIMD16<Int32>](repeating: SIMD16(repeating: 0), count: 16)
    private var largest = [Int32](repeating: 0, count: 16)
    /// The smallest transition from O.
    private var smallest: Int32 = 0
    private var beginInner = SIMD8<Int32>(repeating: 0)
    private var beginEnd = SIMD8<Int32>(repeating: 0)
    private var innerInner = SIMD8<Int32>(repeating: 0)
    private var innerEnd = SIMD8<Int32>(repeating: 0)
    private var noName = SIMD16<Int32>(repeating: 0)
    private var isPrepared = false

    /// Takes the transitions of a model; the same one every time.
    mutating func prepare(_ model: SequenceModel) {
        guard !isPrepared else { return }
        isPrepared = true
        let rows = model.transitions
        for label in 0..<15 {
            let row = rows[label < 8 ? label : label + 16].lowHalf
            closed[label] = SIMD16<Int32>(truncatingIfNeeded: row)
            for lane in 0..<16 where lane == 15 || lane > 0 && LabelSet.type(lane) >= model.labels.types.count
            {
                closed[label][lane] = Self.impossible
            }
            largest[label] = closed[label].max()
            for next in 0..<16 { leading[next][label] = closed[label][next] }
        }
        smallest = Int32(rows[0].lowHalf.min())
        for type in 0..<LabelSet.maximumTypes {
            let (begin, inner, end) = (LabelSet.begin(type), LabelSet.inner(type), LabelSet.end(type))
            beginInner[type] = Int32(rows[begin][inner])
            beginEnd[type] = Int32(rows[begin][end])
            innerInner[type] = Int32(rows[inner][inner])
            innerEnd[type] = Int32(rows[inner][end])
        }
        for lane in 0..<16 where lane == 15 || lane > 0 && LabelSet.type(lane) >= model.labels.types.count {
            noName[lane] = Self.impossible
        }
    }

    mutating func run(_ sums: borrowing WeightSums, _ tokens: Range<Int>, into labels: inout [UInt8]) {
        scores.removeAll(keepingCapacity: true)
        var last = Scores(
            enter: noName &+ SIMD16<Int32>(truncatingIfNeeded: sums[tokens.lowerBound].lowHalf),
            inner: SIMD8(repeating: Self.impossible), end: SIMD8(repeating: Self.impossible))
        scores.append(last)
        for token in tokens.dropFirst() {
            last = next(last, sums[token])
            scores.append(last)
        }
        trace(tokens, into: &labels)
    }

    @inline(__always)
    private func next(_ last: Scores, _ sums: SIMD32<Int16>) -> Scores {
        // O first: it is the best for most words, and what can't be better than after O is left out.
        var enter = closed[0] &+ last.enter[0]
        var floor = last.enter[0]
        let least = floor &+ smallest
        for label in 1..<8 where last.enter[label] &+ largest[label] > least {
            enter = pointwiseMax(enter, closed[label] &+ last.enter[label])
            floor = max(floor, last.enter[label])
        }
        for type in 0..<7 where last.end[type] &+ largest[8 + type] > least {
            enter = pointwiseMax(enter, closed[8 + type] &+ last.end[type])
            floor = max(floor, last.end[type])
        }
        let begin = last.enter.highHalf
        let inner = pointwiseMax(begin &+ beginInner, last.inner &+ innerInner)
        let end = pointwiseMax(begin &+ beginEnd, last.inner &+ innerEnd)
        let low = SIMD16<Int32>(truncatingIfNeeded: sums.lowHalf)
        let high = SIMD16<Int32>(truncatingIfNeeded: sums.highHalf)
        return Scores(
            enter: enter &+ low &- floor, inner: inner &+ high.lowHalf &- floor,
            end: end &+ high.highHalf &- floor)
    }

    private func trace(_ tokens: Range<Int>, into labels: inout [UInt8]) {
        guard let last = scores.last else { return }
        var label = bestClosed(last, to: nil)
        for token in tokens.reversed() {
            labels[token] = UInt8(label)
            let index = token - tokens.lowerBound
            guard index > 0 else { break }
            let before = scores[index - 1]
            if label < 15 {
                label = bestClosed(before, to: label)
                continue
            }
            let type = LabelSet.type(label)
            let isEnd = label >= 24
            let fromBegin = before.enter[8 + type] &+ (isEnd ? beginEnd : beginInner)[type]
            let fromInner = before.inner[type] &+ (isEnd ? innerEnd : innerInner)[type]
            label = fromBegin >= fromInner ? LabelSet.begin(type) : LabelSet.inner(type)
        }
    }

    /// The best label that leaves no name open, before the label `next` or at the end of the sentence.
    private func bestClosed(_ scores: Scores, to next: Int?) -> Int {
        var values = SIMD16(lowHalf: scores.enter.lowHalf, highHalf: scores.end)
        if let next { values = values &+ leading[next] }
        var best = 0
        var score = values[0]
        for label in 1..<15 where values[label] > score {
            score = values[label]
            best = label
        }
        return best < 8 ? best : best + 16
    }
}
