import Articles
import Extraction
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
        var partRounds = 6
        /// Smaller weights are left out of the model.
        var smallestWeight: Float = 0.5
    }

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
    mutating func train(_ sources: [Source]) throws(TrainingError) -> SequenceModel {
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
        progress("\(texts.reduce(0) { $0 + $1.sentences.count }) sentences, \(index.keys.count) features")
        addDocumentFeatures(&texts)
        var perceptron = Perceptron(featureCount: index.keys.count, labels: labels)
        perceptron.train(texts, options.perceptron) { round, wrong in
            progress("round \(round): \(wrong) tokens wrong")
        }
        return model(of: perceptron)
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
            for number in texts.indices where number * options.parts / texts.count == part {
                let found = perceptron.labels(texts[number])
                _ = extractor.read(texts[number].article)
                texts[number].documentFeatures = extractor.documentKeys(labels: found).map { keys in
                    keys.map { index.number(of: $0) }
                }
            }
            progress("first pass: part \(part + 1) of \(options.parts)")
        }
    }

    private func model(of perceptron: Perceptron) -> SequenceModel {
        var largest: Float = 0
        for row in perceptron.weights { largest = max(largest, row.max(), -row.min()) }
        let scale = max(largest / 127, 1e-6)
        var weights: [(key: UInt64, weights: [(label: UInt8, weight: Int8)])] = []
        for (number, key) in index.keys.enumerated() {
            guard number < perceptron.rows.count, perceptron.rows[number] >= 0 else { continue }
            let row = perceptron.weights[Int(perceptron.rows[number])]
            var values: [(label: UInt8, weight: Int8)] = []
            for label in 0..<31 where abs(row[label]) >= options.smallestWeight {
                let weight = Int8((row[label] / scale).rounded())
                if weight != 0 { values.append((UInt8(label), weight)) }
            }
            if !values.isEmpty { weights.append((key, values)) }
        }
        progress("\(weights.count) features with weights, largest weight \(largest)")
        let transitions = perceptron.transitions.map { row in
            (0..<32).map { Int16(clamping: Int((row[$0] / scale).rounded())) }
        }
        return extractor.model(
            language: language.code, labels: labels, weights: weights, transitions: transitions, scale: scale)
    }
}
