package import Articles
import TextAnalysis

/// The tokens of articles and the keys of their features, as a model is trained on them: what the tagger sees, token by token.
package struct FeatureExtractor {
    private let lists: WordLists
    private let language: String
    private let lexicon = NameLexicon.standard
    private var sequence = TokenSequence()
    private var reader: WordReader
    private var document = DocumentTable()

    package init(language: String, lists: WordLists = WordLists()) {
        self.language = language
        self.lists = lists
        reader = WordReader(language: language, lists: lists)
    }

    /// The tokens of an article, boundaries of sentences among them.
    package var tokens: [ModelToken] { sequence.tokens }

    /// The keys of the features of each token.
    package struct Keys {
        package var keys: [[UInt64]]
        /// Those of features of the spelling's style.
        package var ofStyle: [[UInt64]]

        fileprivate init(count: Int) {
            keys = Array(repeating: [], count: count)
            ofStyle = keys
        }

        fileprivate mutating func add(_ feature: Feature, _ index: Int) {
            for target in 0..<FeatureKey.targets where feature.targets >> UInt8(target) & 1 == 1 {
                let token = index + target - 2
                guard keys.indices.contains(token) else { continue }
                if feature.isOfStyle {
                    ofStyle[token].append(feature.key | UInt64(target))
                } else {
                    keys[token].append(feature.key | UInt64(target))
                }
            }
        }
    }

    /// Reads the next article; returns the features that depend on no label.
    package mutating func read(_ article: Article) -> Keys {
        let words = NameWords(article, lexicon: lexicon)
        sequence.read(words, article, language: language, isOneStyle: false) { _ in true }
        var keys = Keys(count: sequence.tokens.count)
        for index in sequence.tokens.indices {
            let token = sequence.tokens[index]
            if token.word >= 0 {
                let form = reader.read(
                    surface: token.form.surface, style: token.form.style, text: words.text,
                    range: token.range, word: words.bytes(Int(token.word)))
                sequence.setForm(form, at: index)
            } else {
                reader.readMark(token.form)
            }
            for feature in reader.features { keys.add(feature, index) }
        }
        PhraseFinder.mark(&sequence, lists)
        for index in sequence.tokens.indices {
            ContextFeatures.pairs(sequence.tokens, index) { keys.add($0, index) }
            ContextFeatures.classPairs(sequence.tokens, index) { keys.add($0, index) }
            let token = sequence.tokens[index]
            guard token.classes != 0 else { continue }
            ContextFeatures.classes(token.classes, style: token.form.style) { keys.add($0, index) }
        }
        return keys
    }

    /// The features that say what a first pass made of the other mentions of each token's word.
    package mutating func documentKeys(labels: [UInt8]) -> Keys {
        var keys = Keys(count: sequence.tokens.count)
        guard labels.count == sequence.tokens.count else { return keys }
        document.count(sequence.tokens, labels)
        var before = DocumentSaid()
        for index in sequence.tokens.indices {
            let said = document.said(of: sequence.tokens[index], label: labels[index])
            ContextFeatures.document(said, before: before) { keys.add($0, index) }
            before = said
        }
        return keys
    }

    /// A model of what was trained.
    /// - Parameters:
    ///   - weights: keys with the weights of labels, rounded
    ///   - transitions: 32 rows of 32
    ///   - scale: what a weight of 1 stands for
    package func model(
        labels: LabelSet, weights: [(key: UInt64, weights: [(label: UInt8, weight: Int8)])],
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
            lists: lists, scale: scale)
    }
}
