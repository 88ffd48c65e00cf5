package import Articles
import TextAnalysis

/// The tokens of articles and the keys of their features, as a model is trained on them: what the tagger sees, token by token.
package struct FeatureExtractor {
    private let gazetteer: Gazetteer
    private let clusters: WordClusters
    private let lexicon = NameLexicon.standard
    private var sequence = TokenSequence()
    private var reader = WordReader()
    private var document = DocumentTable()

    /// - Parameter clusters: for each folded word up to four numbers from 1
    package init(gazetteer: Gazetteer, clusters: [(word: [UInt8], numbers: [UInt16])] = []) {
        self.gazetteer = gazetteer
        self.clusters = clusters.isEmpty ? .none : WordClusters(clusters)
    }

    /// The tokens of an article, boundaries of sentences among them.
    package var tokens: [ModelToken] { sequence.tokens }

    /// Reads the next article; returns the keys of each token's features that depend on no label.
    package mutating func read(_ article: Article) -> [[UInt64]] {
        let words = NameWords(article, lexicon: lexicon)
        var pass = TaggingPass(words: words, gazetteer: gazetteer, lexicon: lexicon)
        pass.findKnownNames()
        sequence.read(words, article) { _ in true }
        sequence.setKnown(pass.proposals)
        var keys = [[UInt64]](repeating: [], count: sequence.tokens.count)
        for index in sequence.tokens.indices {
            let token = sequence.tokens[index]
            if token.word >= 0 {
                let form = reader.read(
                    surface: NameKey.hash(words.text[token.range]), text: words.text, range: token.range,
                    word: words.bytes(Int(token.word)), clusters: clusters)
                sequence.setForm(form, at: index)
            } else {
                reader.readMark(token.form)
            }
            for feature in reader.features { Self.add(feature, index, &keys) }
        }
        for index in sequence.tokens.indices {
            ContextFeatures.pairs(sequence.tokens, index) { Self.add($0, index, &keys) }
            ContextFeatures.known(sequence.tokens, index) { Self.add($0, index, &keys) }
        }
        return keys
    }

    /// The keys of the features that say what a first pass made of the other mentions of each token's word.
    package mutating func documentKeys(labels: [UInt8]) -> [[UInt64]] {
        var keys = [[UInt64]](repeating: [], count: sequence.tokens.count)
        guard labels.count == keys.count else { return keys }
        document.count(sequence.tokens, labels)
        var before = DocumentSaid()
        for index in sequence.tokens.indices {
            let said = document.said(of: sequence.tokens[index], label: labels[index])
            ContextFeatures.document(said, before: before) { Self.add($0, index, &keys) }
            before = said
        }
        return keys
    }

    private static func add(_ feature: Feature, _ index: Int, _ keys: inout [[UInt64]]) {
        for target in 0..<FeatureKey.targets where feature.targets >> UInt8(target) & 1 == 1 {
            let token = index + target - 2
            if keys.indices.contains(token) { keys[token].append(feature.key | UInt64(target)) }
        }
    }

    /// A model of what was trained.
    /// - Parameters:
    ///   - weights: keys with the weights of labels, rounded
    ///   - transitions: 32 rows of 32
    ///   - scale: what a weight of 1 stands for
    package func model(
        language: String, labels: LabelSet, weights: [(key: UInt64, weights: [(label: UInt8, weight: Int8)])],
        transitions: [[Int16]], scale: Float
    ) -> SequenceModel {
        // The targets of a key stand in one record.
        var entries: [(key: UInt64, pairs: [(UInt8, UInt8)])] = []
        for (key, values) in weights.sorted(by: { $0.key < $1.key }) {
            let pairs = values.map { (UInt8(key & 7) << 5 | $0.label, UInt8(bitPattern: $0.weight)) }
            if let last = entries.last, last.key == key & ~7 {
                entries[entries.count - 1].pairs += pairs
            } else {
                entries.append((key & ~7, pairs))
            }
        }
        let rows = transitions.map { row in
            var vector = SIMD32<Int16>(repeating: 0)
            for (lane, weight) in row.prefix(32).enumerated() { vector[lane] = weight }
            return vector
        }
        return SequenceModel(
            language: language, labels: labels, transitions: rows, weights: PackedTable(entries),
            clusters: clusters, scale: scale)
    }
}

extension WordClusters {
    init(_ clusters: [(word: [UInt8], numbers: [UInt16])]) {
        var entries: [(key: UInt64, pairs: [(UInt8, UInt8)])] = []
        for (word, numbers) in clusters {
            let key = NameKey.finished(NameKey.hash(word))
            let pairs = numbers.prefix(4).map { (UInt8($0 & 0xff), UInt8($0 >> 8)) }
            entries.append((key, pairs))
        }
        self.init(table: PackedTable(entries))
    }
}
