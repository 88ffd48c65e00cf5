import Extraction

/// The best sequence of labels in floating point, for training.
struct FloatSearch {
    private let before: [[Int]]
    private let labels: [Int]
    private var scores: [Float] = []
    private var from: [UInt8] = []

    init(types: Int) {
        let all = Array(0..<types)
        labels =
            [LabelSet.outside] + all.map(LabelSet.single) + all.map(LabelSet.begin) + all.map(LabelSet.inner)
            + all.map(LabelSet.end)
        let closed = labels.filter(LabelSet.isClosed)
        before = (0..<32).map { label in
            if LabelSet.mayFollowEnd(label) { return closed }
            let type = LabelSet.type(label)
            return [LabelSet.begin(type), LabelSet.inner(type)]
        }
    }

    mutating func best(_ sums: [SIMD32<Float>], _ transitions: [SIMD32<Float>]) -> [Int] {
        guard let first = sums.first else { return [] }
        scores = Array(repeating: -Float.infinity, count: sums.count * 32)
        from = Array(repeating: 0, count: sums.count * 32)
        for label in labels where LabelSet.mayFollowEnd(label) { scores[label] = first[label] }
        for token in 1..<max(1, sums.count) {
            let last = (token - 1) * 32
            for label in labels {
                var best = -Float.infinity
                var origin = 0
                for other in before[label] {
                    let score = scores[last + other] + transitions[other][label]
                    if score > best {
                        best = score
                        origin = other
                    }
                }
                scores[token * 32 + label] = best + sums[token][label]
                from[token * 32 + label] = UInt8(clamping: origin)
            }
        }
        let end = (sums.count - 1) * 32
        var label = LabelSet.outside
        for other in labels where LabelSet.isClosed(other) && scores[end + other] > scores[end + label] {
            label = other
        }
        var result = [Int](repeating: 0, count: sums.count)
        for token in sums.indices.reversed() {
            result[token] = label
            label = Int(from[token * 32 + label])
        }
        return result
    }
}
