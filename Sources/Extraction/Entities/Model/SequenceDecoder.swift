import Articles

/// Labels the words of articles with a model of one language; used for one article after another.
struct SequenceDecoder: Sendable {
    let language: String
    var sequence = TokenSequence()
    /// One for each token.
    private(set) var labels: [UInt8] = []
    private var cache: WordCache
    private var classCache = ClassCache()
    private var document = DocumentTable()
    private var search = LabelSearch()
    private var sums = WeightSums()
    private var rows = RowCache()
    /// What each token's word is looked for by.
    private var keys: [UInt64] = []
    /// Features of several tokens, and where they were seen.
    private var features: [(key: UInt64, token: Int)] = []
    /// Those of them that may have weights.
    private var places: [PackedTable.Seen] = []
    /// Keeps reads ahead from being left out.
    private var touched: UInt8 = 0

    init(_ model: SequenceModel) {
        language = model.language
        cache = WordCache(model)
    }

    /// Labels the tokens of `sequence`, which has been read from `words`.
    mutating func label(_ words: NameWords, _ model: SequenceModel) {
        let count = sequence.tokens.count
        sums.reset(count: count)
        keys.removeAll(keepingCapacity: true)
        for token in sequence.tokens { keys.append(WordCache.key(of: token)) }
        for index in 0..<count {
            let entry = cache.index(keys[index], of: sequence.tokens[index], words, model, &rows)
            sequence.setForm(cache.forms[entry], at: index)
            sums.add(cache.sums, from: entry * FeatureKey.targets, at: index)
        }
        PhraseFinder.mark(&sequence, model.lists)
        for index in 0..<count {
            ContextFeatures.pairs(sequence.tokens, index) { add($0, index) }
            ContextFeatures.classPairs(sequence.tokens, index) { add($0, index) }
            let token = sequence.tokens[index]
            if token.classes != 0 {
                let entry = classCache.index(token.classes, style: token.form.style, model, &rows)
                sums.add(classCache.sums, from: entry * FeatureKey.targets, at: index)
            }
        }
        addWeights(model)
        labels.removeAll(keepingCapacity: true)
        labels.append(contentsOf: repeatElement(0, count: count))
        search.prepare(model)
        decode()
        readDocument(model)
    }

    @inline(__always)
    private mutating func add(_ feature: Feature, _ index: Int) { features.append((feature.key, index)) }

    /// Adds the weights of `features`: one step for all of them after another, so that memory is asked for many at once.
    private mutating func addWeights(_ model: SequenceModel) {
        let count = model.weights.find(features, in: &places)
        touched &+= model.weights.touch(places, count)
        model.weights.add(places, count, to: &sums, &rows)
        features.removeAll(keepingCapacity: true)
    }

    /// The best labels of each sentence.
    private mutating func decode() {
        var start = 0
        while start < sequence.tokens.count {
            // A sentence lies between two boundaries.
            var end = start + 1
            while end < sequence.tokens.count, !sequence.tokens[end].isBoundary { end += 1 }
            if end > start + 1 { search.run(sums, start + 1..<end, into: &labels) }
            start = end + 1
        }
    }

    /// Once more, with what the first pass said of the other mentions of each word.
    private mutating func readDocument(_ model: SequenceModel) {
        guard labels.contains(where: { $0 != 0 }) else { return }
        document.count(sequence.tokens, labels)
        var before = DocumentSaid()
        for index in sequence.tokens.indices {
            let said = document.said(of: sequence.tokens[index], label: labels[index])
            ContextFeatures.document(said, before: before) { add($0, index) }
            before = said
        }
        guard !features.isEmpty else { return }
        addWeights(model)
        decode()
    }

    /// How much more the model has for some tokens as a name of the best of `types` than as no name, on average; the tokens are
    /// those of a part of the text. `nil` when they are not in one sentence of the sequence.
    func support(for range: Range<Int>, types: [Int], _ model: SequenceModel) -> Double? {
        var (low, high) = (0, sequence.tokens.count)
        while low < high {
            let middle = (low + high) / 2
            if sequence.tokens[middle].range.upperBound <= range.lowerBound {
                low = middle + 1
            } else {
                high = middle
            }
        }
        while low < sequence.tokens.count, sequence.tokens[low].isBoundary { low += 1 }
        var best: Int?
        for type in types {
            var sum = 0
            var token = low
            while token < sequence.tokens.count, sequence.tokens[token].range.lowerBound < range.upperBound {
                if sequence.tokens[token].isBoundary { return nil }
                let weights = sums[token]
                let largest = max(
                    max(weights[LabelSet.single(type)], weights[LabelSet.begin(type)]),
                    max(weights[LabelSet.inner(type)], weights[LabelSet.end(type)]))
                sum += Int(largest) - Int(weights[LabelSet.outside])
                token += 1
            }
            if token > low { best = max(best ?? Int.min, sum / (token - low)) }
        }
        return best.map { Double($0) * Double(model.scale) }
    }

    /// How much more the model has for the labels of some tokens than for O, on average.
    func margin(of tokens: Range<Int>, _ model: SequenceModel) -> Double {
        var sum = 0
        for token in tokens {
            let weights = sums[token]
            sum += Int(weights[Int(labels[token] & 31)]) - Int(weights[LabelSet.outside])
        }
        return Double(sum) * Double(model.scale) / Double(max(tokens.count, 1))
    }
}
