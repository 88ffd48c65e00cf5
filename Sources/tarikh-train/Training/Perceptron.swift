import Extraction

/// The averaged structured perceptron (Collins 2002) over labels BIOES.
struct Perceptron {
    struct Options {
        var rounds = 12
        var seed: UInt64 = 1
        /// How often a sentence is trained without what a first pass said.
        var documentDropout = 0.3
        /// What O is given at each name while training, so that fewer names are missed.
        var missCost: Float = 0
        /// What another type is given at each name while training.
        var typeCost: Float = 0
    }

    /// For each feature its row of weights; -1 before its first error.
    private(set) var rows: [Int32]
    /// In quarters, so that errors may weigh less than one: a row is as long as a line of the processor's cache.
    private var weights: [SIMD32<Int16>] = []
    /// The weights' changes, each times the number of sentences before it.
    private var sums: [SIMD32<Float>] = []
    /// In quarters.
    private(set) var transitions = [SIMD32<Float>](repeating: SIMD32(repeating: 0), count: 32)
    private var transitionSums = [SIMD32<Float>](repeating: SIMD32(repeating: 0), count: 32)
    private var search: FloatSearch
    private var time: Float = 0

    init(featureCount: Int, labels: LabelSet) {
        rows = Array(repeating: -1, count: featureCount)
        search = FloatSearch(types: labels.types.count)
    }

    /// Trains on the sentences of `texts`; tells `progress` of each round how many tokens were wrong.
    mutating func train(
        _ texts: [TrainingText], _ options: Options, progress: (_ round: Int, _ wrong: Int) -> Void
    ) {
        var random = RandomNumbers(seed: options.seed)
        let sentences = texts.indices.flatMap { text in texts[text].sentences.map { (text, $0) } }
        var order = Array(sentences.indices)
        for round in 0..<options.rounds {
            random.shuffle(&order)
            var wrong = 0
            for index in order {
                let (text, tokens) = sentences[index]
                let hasDocument =
                    !texts[text].documentFeatures.isEmpty && random.fraction() >= options.documentDropout
                wrong += learn(texts[text], tokens, hasDocument, options)
            }
            progress(round + 1, wrong)
        }
    }

    private mutating func learn(
        _ text: TrainingText, _ tokens: Range<Int>, _ hasDocument: Bool, _ options: Options
    ) -> Int {
        time += 1
        var scores = self.scores(text, tokens, hasDocument)
        let step = Float(max(1, (text.weight * 4).rounded()))
        let gold = gold(text, tokens, scores)
        if options.missCost > 0 || options.typeCost > 0 {
            for (offset, token) in tokens.enumerated() where text.masks[token] & 1 == 0 {
                scores[offset] += 4 * options.typeCost
                scores[offset][gold[offset]] -= 4 * options.typeCost
                scores[offset][0] += 4 * (options.missCost - options.typeCost)
            }
        }
        let found = search.best(scores, transitions)
        // What a set leaves open is no error.
        let isAllowed = zip(tokens, found).allSatisfy { text.masks[$0] >> UInt32($1) & 1 == 1 }
        if isAllowed { return 0 }
        let wrong = zip(gold, found).count { $0 != $1 }
        for (offset, token) in tokens.enumerated() {
            let (right, other) = (gold[offset], found[offset])
            if right != other {
                for feature in text.features[token] { change(feature, right, other, step) }
                for feature in text.styleFeatures[token] {
                    if text.unmarked >> UInt32(right) & 1 == 0 { change(feature, right, by: step) }
                    if text.unmarked >> UInt32(other) & 1 == 0 { change(feature, other, by: -step) }
                }
                if hasDocument {
                    for feature in text.documentFeatures[token] { change(feature, right, other, step) }
                }
            }
            guard offset > 0, right != other || gold[offset - 1] != found[offset - 1] else { continue }
            changeTransition(gold[offset - 1], right, step)
            changeTransition(found[offset - 1], other, -step)
        }
        return wrong
    }

    /// The labels of a sentence: where its set leaves a choice, the best ones of the model so far.
    private mutating func gold(
        _ text: TrainingText, _ tokens: Range<Int>, _ scores: [SIMD32<Float>]
    ) -> [Int] {
        let masks = text.masks[tokens]
        if masks.allSatisfy({ $0.nonzeroBitCount == 1 }) { return masks.map(\.trailingZeroBitCount) }
        var allowed = scores
        for (offset, mask) in masks.enumerated() {
            for label in 0..<32 where mask >> UInt32(label) & 1 == 0 { allowed[offset][label] = -1e9 }
        }
        return search.best(allowed, transitions)
    }

    private mutating func changeTransition(_ before: Int, _ label: Int, _ weight: Float) {
        transitions[before][label] += weight
        transitionSums[before][label] += weight * time
    }

    private func scores(_ text: TrainingText, _ tokens: Range<Int>, _ hasDocument: Bool) -> [SIMD32<Float>] {
        tokens.map { token in
            var sum = SIMD32<Int16>(repeating: 0)
            for feature in text.features[token] {
                let row = Int(rows[Int(feature)])
                if row >= 0 { sum &+= weights[row] }
            }
            for feature in text.styleFeatures[token] {
                let row = Int(rows[Int(feature)])
                if row >= 0 { sum &+= weights[row] }
            }
            guard hasDocument else { return SIMD32<Float>(sum) }
            for feature in text.documentFeatures[token] {
                let row = Int(rows[Int(feature)])
                if row >= 0 { sum &+= weights[row] }
            }
            return SIMD32<Float>(sum)
        }
    }

    private mutating func change(_ feature: Int32, _ gold: Int, _ found: Int, _ step: Float) {
        change(feature, gold, by: step)
        change(feature, found, by: -step)
    }

    private mutating func change(_ feature: Int32, _ label: Int, by step: Float) {
        var row = Int(rows[Int(feature)])
        if row < 0 {
            row = weights.count
            rows[Int(feature)] = Int32(clamping: row)
            weights.append(SIMD32(repeating: 0))
            sums.append(SIMD32(repeating: 0))
        }
        weights[row][label] &+= Int16(step)
        sums[row][label] += step * time
    }

    /// The mean of a feature's weights over all sentences seen; `nil` for a feature without weights.
    func mean(_ feature: Int) -> SIMD32<Float>? {
        guard feature < rows.count, rows[feature] >= 0, time > 0 else { return nil }
        let row = Int(rows[feature])
        return (SIMD32<Float>(weights[row]) - sums[row] / time) / 4
    }

    func meanTransitions(_ label: Int) -> SIMD32<Float> {
        time > 0 ? (transitions[label] - transitionSums[label] / time) / 4 : SIMD32(repeating: 0)
    }
}
