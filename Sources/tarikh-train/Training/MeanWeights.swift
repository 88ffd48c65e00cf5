import Extraction

/// The mean of the weights of several perceptrons.
struct MeanWeights {
    private var rows: [Int32]
    private var weights: [SIMD32<Float>] = []
    private(set) var transitions = [SIMD32<Float>](repeating: SIMD32(repeating: 0), count: 32)

    init(featureCount: Int) { rows = Array(repeating: -1, count: featureCount) }

    /// Adds one of `count` perceptrons.
    mutating func add(_ perceptron: Perceptron, of count: Int) {
        let share = 1 / Float(max(1, count))
        for feature in rows.indices {
            guard let mean = perceptron.mean(feature) else { continue }
            if rows[feature] < 0 {
                rows[feature] = Int32(clamping: weights.count)
                weights.append(SIMD32(repeating: 0))
            }
            weights[Int(rows[feature])] += mean * share
        }
        for label in 0..<32 { transitions[label] += perceptron.meanTransitions(label) * share }
    }

    func row(_ feature: Int) -> SIMD32<Float>? {
        feature < rows.count && rows[feature] >= 0 ? weights[Int(rows[feature])] : nil
    }

    /// The labels of all tokens of a text, without what a first pass would say.
    func labels(_ text: TrainingText, _ search: inout FloatSearch) -> [UInt8] {
        var labels = [UInt8](repeating: 0, count: text.masks.count)
        for sentence in text.sentences {
            let scores = sentence.map { token in
                var sum = SIMD32<Float>(repeating: 0)
                for feature in text.features[token] { sum += row(Int(feature)) ?? SIMD32(repeating: 0) }
                for feature in text.styleFeatures[token] { sum += row(Int(feature)) ?? SIMD32(repeating: 0) }
                return sum
            }
            let found = search.best(scores, transitions)
            for (offset, token) in sentence.enumerated() { labels[token] = UInt8(clamping: found[offset]) }
        }
        return labels
    }
}
