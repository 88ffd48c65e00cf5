/// What is known of the words met last: their forms and the sums of the weights of all features that depend on nothing else,
/// for each of the five tokens that they speak of.
struct WordCache: Sendable {
    private static let size = 1 << 14

    private var keys: [UInt64]
    private(set) var forms: [WordForm]
    /// Five for each word: for the second token before it, …, the second after it.
    private(set) var sums: [SIMD32<Int16>]
    private var reader = WordReader()

    init() {
        keys = Array(repeating: 0, count: Self.size)
        forms = Array(repeating: WordForm(), count: Self.size)
        sums = Array(repeating: SIMD32(repeating: 0), count: Self.size * FeatureKey.targets)
    }

    /// The index of a token in `forms`, and a fifth of it in `sums`.
    @inline(__always)
    mutating func index(of token: ModelToken, _ words: NameWords, _ model: SequenceModel) -> Int {
        var key = token.form.surface
        if token.word >= 0 {
            key = NameKey.seed
            for offset in token.range { key = NameKey.adding(words.text[offset], to: key) }
        }
        let index = Int(truncatingIfNeeded: NameKey.finished(key) >> 20) & (Self.size - 1)
        if keys[index] != key { fill(index, key, token, words, model) }
        return index
    }

    private mutating func fill(
        _ index: Int, _ key: UInt64, _ token: ModelToken, _ words: NameWords, _ model: SequenceModel
    ) {
        keys[index] = key
        if token.word >= 0 {
            forms[index] = reader.read(
                surface: key, text: words.text, range: token.range, word: words.bytes(Int(token.word)),
                clusters: model.clusters)
        } else {
            forms[index] = token.form
            reader.readMark(token.form)
        }
        let base = index * FeatureKey.targets
        for target in 0..<FeatureKey.targets { sums[base + target] = SIMD32(repeating: 0) }
        for feature in reader.features {
            _ = model.weights.forEach(feature.key) { place, weight in
                let (target, label) = (Int(place >> 5), Int(place & 31))
                guard target < FeatureKey.targets else { return }
                sums[base + target][label] &+= Int16(Int8(bitPattern: weight))
            }
        }
    }
}
