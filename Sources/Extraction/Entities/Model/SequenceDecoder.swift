import Articles

/// Labels the words of articles with a model of one language; used for one article after another.
struct SequenceDecoder: Sendable {
    let language: String
    var sequence = TokenSequence()
    /// One for each token.
    private(set) var labels: [UInt8] = []
    private var cache = WordCache()
    private var document = DocumentTable()
    private var search = LabelSearch()
    /// For each token, with two more at either end.
    private var sums: [SIMD32<Int16>] = []

    init(language: String) { self.language = language }

    /// Labels the tokens of `sequence`, which has been read from `words`.
    /// - Parameter known: what the gazetteer has found
    mutating func label(_ words: NameWords, _ known: [NameSpan], _ model: SequenceModel) {
        sequence.setKnown(known)
        let count = sequence.tokens.count
        sums.removeAll(keepingCapacity: true)
        for _ in 0..<count + 4 { sums.append(SIMD32(repeating: 0)) }
        for index in 0..<count {
            let entry = cache.index(of: sequence.tokens[index], words, model)
            sequence.setForm(cache.forms[entry], at: index)
            let base = entry * FeatureKey.targets
            for target in 0..<FeatureKey.targets { sums[index + target] &+= cache.sums[base + target] }
        }
        for index in 0..<count {
            ContextFeatures.pairs(sequence.tokens, index) { add($0, index, model) }
            if sequence.tokens[index].known != 0 {
                ContextFeatures.known(sequence.tokens, index) { add($0, index, model) }
            }
        }
        labels = Array(repeating: 0, count: count)
        search.prepare(model)
        decode()
        readDocument(model)
    }

    private mutating func add(_ feature: Feature, _ index: Int, _ model: SequenceModel) {
        _ = model.weights.forEach(feature.key) { place, weight in
            let (target, label) = (Int(place >> 5), Int(place & 31))
            guard target < FeatureKey.targets else { return }
            sums[index + target][label] &+= Int16(Int8(bitPattern: weight))
        }
    }

    /// The best labels of each sentence.
    private mutating func decode() {
        var start = 0
        while start < sequence.tokens.count {
            // A sentence lies between two boundaries.
            var end = start + 1
            while end < sequence.tokens.count, !sequence.tokens[end].isBoundary { end += 1 }
            if end > start + 1 { search.run(sums, start + 1..<end, shift: 2, into: &labels) }
            start = end + 1
        }
    }

    /// Once more, with what the first pass said of the other mentions of each word.
    private mutating func readDocument(_ model: SequenceModel) {
        guard labels.contains(where: { $0 != 0 }) else { return }
        document.count(sequence.tokens, labels)
        var before = DocumentSaid()
        var isChanged = false
        for index in sequence.tokens.indices {
            let said = document.said(of: sequence.tokens[index], label: labels[index])
            ContextFeatures.document(said, before: before) {
                add($0, index, model)
                isChanged = true
            }
            before = said
        }
        if isChanged { decode() }
    }

    /// How much more the model has for the labels of some tokens than for O, on average.
    func margin(of tokens: Range<Int>, _ model: SequenceModel) -> Double {
        var sum = 0
        for token in tokens {
            let weights = sums[token + 2]
            sum += Int(weights[Int(labels[token] & 31)]) - Int(weights[LabelSet.outside])
        }
        return Double(sum) * Double(model.scale) / Double(max(tokens.count, 1))
    }
}

extension TokenSequence {
    /// Says of each token what the gazetteer has found there.
    mutating func setKnown(_ spans: [NameSpan]) {
        for span in spans {
            guard let last = span.words.last, last < tokenOfWord.count else { continue }
            let (start, end) = (Int(tokenOfWord[span.words.lowerBound]), Int(tokenOfWord[last]))
            guard start >= 0, end >= start else { continue }
            for token in start...end {
                setKnown(
                    KnownCode.make(span.kind, span.form, first: token == start, last: token == end),
                    at: token)
            }
        }
    }
}
