import Articles
import Extraction
import Foundation
import TextAnalysis

/// Trains a model of one language from sets of sentences.
struct Trainer {
    struct Source {
        var sentences: [Sentence]
        var map: LabelMap
        var weight: Float
    }

    struct Options {
        var perceptron = Perceptron.Options()
        /// Sentences that are read as one article.
        var articleLength = 12
        /// Parts for the first pass over sentences that it was not trained on.
        var parts = 4
        /// How many models are trained, in different orders of the sentences, of whose weights the mean is taken.
        var runs = 1
        var partRounds = 6
        /// Features that were seen less often are left out.
        var leastSeen: Int32 = 2
        /// Smaller weights are left out of the model.
        var smallestWeight: Float = 0.5
    }

    /// What a weight of 1 in the model stands for.
    private static let scale: Float = 0.25

    let language: Language
    let labels: LabelSet
    let options: Options
    private var extractor: FeatureExtractor
    private var index = KeyIndex()
    private let progress: (String) -> Void

    init(
        language: Language, labels: LabelSet, extractor: FeatureExtractor, options: Options,
        progress: @escaping (String) -> Void
    ) {
        self.language = language
        self.labels = labels
        self.extractor = extractor
        self.options = options
        self.progress = progress
    }

    /// - Throws: `TrainingError.noSentences`
    mutating func train(_ sources: [Source], heldOut: [Source]) throws(TrainingError) -> SequenceModel {
        var texts: [TrainingText] = []
        for source in sources {
            for start in stride(from: 0, to: source.sentences.count, by: options.articleLength) {
                let end = min(start + options.articleLength, source.sentences.count)
                texts.append(
                    TrainingText(
                        source.sentences[start..<end], language, source.map, labels, weight: source.weight,
                        &extractor, &index))
            }
        }
        guard texts.contains(where: { $0.masks.contains { $0 & 1 == 0 } }) else { throw .noSentences }
        for number in texts.indices { texts[number].keepFeatures(seen: options.leastSeen, index) }
        progress("\(texts.reduce(0) { $0 + $1.sentences.count }) sentences, \(index.keys.count) features")
        addDocumentFeatures(&texts)
        var means = MeanWeights(featureCount: index.keys.count)
        for run in 0..<max(1, options.runs) {
            var perceptron = Perceptron(featureCount: index.keys.count, labels: labels)
            var runOptions = options.perceptron
            runOptions.seed &+= UInt64(run)
            perceptron.train(texts, runOptions) { round, wrong in
                progress("run \(run + 1), round \(round): \(wrong) tokens wrong")
            }
            means.add(perceptron, of: options.runs)
        }
        for source in heldOut { report(source, means) }
        return model(of: means)
    }

    /// Tells how the model does on sentences that it was not trained on, before its weights are rounded and without a second
    /// pass: token by token, of the tokens of all types.
    private mutating func report(_ source: Source, _ means: MeanWeights) {
        var count = Score.Count()
        var search = FloatSearch(types: labels.types.count)
        for sentence in source.sentences where !sentence.text.isEmpty {
            let text = TrainingText(
                [sentence][...], language, source.map, labels, weight: 1, &extractor, &index)
            let found = LabelSet.spans(of: means.labels(text, &search))
            let gold = LabelSet.spans(of: text.masks.map { UInt8($0.trailingZeroBitCount) })
            let main = { (span: LabelSet.Span) in
                ["PER", "ORG", "LOC"].contains(self.labels.types[span.type])
            }
            count.found += found.count(where: main)
            count.gold += gold.count(where: main)
            count.right += Set(found.filter(main)).intersection(gold).count
        }
        progress(
            String(
                format: "held out: %.2f %.2f %.2f", count.precision * 100, count.recall * 100, count.f1 * 100)
        )
    }

    /// Lets each part of the texts be read by a model of the others, and takes down what it says of the words.
    private mutating func addDocumentFeatures(_ texts: inout [TrainingText]) {
        guard options.parts > 1 else { return }
        for part in 0..<options.parts {
            var others: [TrainingText] = []
            for index in texts.indices where index * options.parts / texts.count != part {
                others.append(texts[index])
                others[others.count - 1].documentFeatures = []
            }
            var perceptron = Perceptron(featureCount: index.keys.count, labels: labels)
            var partOptions = options.perceptron
            partOptions.rounds = options.partRounds
            perceptron.train(others, partOptions) { _, _ in }
            var means = MeanWeights(featureCount: index.keys.count)
            means.add(perceptron, of: 1)
            var search = FloatSearch(types: labels.types.count)
            for number in texts.indices where number * options.parts / texts.count == part {
                let found = means.labels(texts[number], &search)
                _ = extractor.read(texts[number].article)
                texts[number].documentFeatures = extractor.documentKeys(labels: found).keys.map { keys in
                    keys.map { index.number(of: $0) }
                }
            }
            progress("first pass: part \(part + 1) of \(options.parts)")
        }
    }

    private func model(of means: MeanWeights) -> SequenceModel {
        let scale = Self.scale
        var largest: Float = 0
        var weights: [(key: UInt64, weights: [(label: UInt8, weight: Int8)])] = []
        for (number, key) in index.keys.enumerated() {
            guard let row = means.row(number) else { continue }
            largest = max(largest, row.max(), -row.min())
            var values: [(label: UInt8, weight: Int8)] = []
            for label in 0..<31 where abs(row[label]) >= options.smallestWeight {
                // A weight that does not fit stands there in parts.
                var left = Int((row[label] / scale).rounded())
                while left != 0 {
                    let part = Int8(clamping: max(left, -127))
                    values.append((UInt8(label), part))
                    left -= Int(part)
                }
            }
            if !values.isEmpty { weights.append((key, values)) }
        }
        progress("\(weights.count) features with weights, largest weight \(largest)")
        let transitions = (0..<32).map { label in
            let row = means.transitions[label]
            return (0..<32).map { Int16(clamping: Int((row[$0] / scale).rounded())) }
        }
        return extractor.model(
            labels: labels, weights: weights, transitions: transitions, scale: scale)
    }
}
