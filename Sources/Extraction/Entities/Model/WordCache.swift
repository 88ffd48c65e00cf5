/// What is known of the words met last: their forms and the sums of the weights of all features that depend on nothing else,
/// for each of the five tokens that they speak of.
struct WordCache: Sendable {
    /// A word stands in one of four neighbouring places.
    private static let ways = 4
    private static let size = 1 << 15

    /// The hash of a word, its last bits replaced by where its form and sums are.
    private var keys: [UInt64]
    private(set) var forms: [WordForm]
    /// Five tokens for each word.
    private(set) var sums = WeightSums()
    private var reader: WordReader
    private var seen: [(key: UInt64, token: Int)] = []
    private var places: [PackedTable.Seen] = []
    /// Keeps reads ahead from being left out.
    private var touched: UInt8 = 0

    init(_ model: SequenceModel) {
        reader = WordReader(language: model.language, lists: model.lists)
        keys = (0..<Self.size).map(UInt64.init)
        forms = Array(repeating: WordForm(), count: Self.size)
        sums.reset(count: Self.size * FeatureKey.targets)
    }

    /// What a token is looked for by.
    @inline(__always)
    static func key(of token: ModelToken) -> UInt64 {
        NameKey.finished(token.form.surface &+ UInt64(token.form.style) &* 0x9e37_79b9_7f4a_7c15)
    }

    /// The index of a token in `forms`, and a fifth of it in `sums`.
    @inline(__always)
    mutating func index(
        _ key: UInt64, of token: ModelToken, _ words: NameWords, _ model: SequenceModel,
        _ rows: inout RowCache
    ) -> Int {
        let mask = UInt64(Self.size - 1)
        let set = Int(truncatingIfNeeded: key >> 40 & mask) & ~(Self.ways - 1)
        for index in set..<set + Self.ways where keys[index] | mask == key | mask {
            let entry = Int(truncatingIfNeeded: keys[index] & mask)
            // One nearer to the front with each use; the last is given up for a new word.
            if index > set { keys.swapAt(index, index - 1) }
            return entry
        }
        let last = set + Self.ways - 1
        let entry = keys[last] & mask
        keys[last] = key & ~mask | entry
        fill(Int(entry), token, words, model, &rows)
        return Int(entry)
    }

    private mutating func fill(
        _ index: Int, _ token: ModelToken, _ words: NameWords, _ model: SequenceModel,
        _ rows: inout RowCache
    ) {
        if token.word >= 0 {
            forms[index] = reader.read(
                surface: token.form.surface, style: token.form.style, text: words.text,
                range: token.range,
                word: words.bytes(Int(token.word)))
        } else {
            forms[index] = token.form
            reader.readMark(token.form)
        }
        let base = index * FeatureKey.targets
        sums.clear(at: base)
        seen.removeAll(keepingCapacity: true)
        for feature in reader.features { seen.append((feature.key, base)) }
        let count = model.weights.find(seen, in: &places)
        touched &+= model.weights.touch(places, count)
        model.weights.add(places, count, to: &sums, &rows)
    }
}
