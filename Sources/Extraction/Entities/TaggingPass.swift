import Articles
import TextAnalysis

/// One article on its way through the rules: spans are proposed, settled, and turned into entities and mentions.
struct TaggingPass {
    let words: NameWords
    let gazetteer: Gazetteer
    /// Of each word, or of what is left of it without a proclitic of one letter.
    let traits: [WordTraits]
    /// UTF-8 bytes of the proclitic that was taken off for `traits`.
    let dropped: [Int]
    var proposals: [NameSpan] = []
    /// For each word, 1 + the index of the proposal of a known name that starts there; 0 without.
    var knownStart: [Int32]
    /// The same for a proposal of a rule that names an entity of the gazetteer.
    private(set) var namedStart: [Int32]
    /// What the model has found.
    var modelSpans: [NameSpan] = []
    var settled: [NameSpan] = []
    /// For each word, whether a settled span has it.
    var isCovered: [Bool]

    init(words: NameWords, gazetteer: Gazetteer, lexicon: NameLexicon) {
        self.words = words
        self.gazetteer = gazetteer
        knownStart = Array(repeating: 0, count: words.words.count)
        namedStart = knownStart
        isCovered = Array(repeating: false, count: words.words.count)
        var traits: [WordTraits] = []
        var dropped: [Int] = []
        traits.reserveCapacity(words.words.count)
        dropped.reserveCapacity(words.words.count)
        for word in words.words {
            var found = word.traits
            var length = 0
            if found.isEmpty, word.isArabic, word.folded.count >= 8,
                Self.isProclitic(words.folded, word.folded.lowerBound)
            {
                found = lexicon.traits(NameKey.hash(words.folded[word.folded.dropFirst(2)]))
                length = found.isEmpty ? 0 : 2
            }
            traits.append(found)
            dropped.append(length)
        }
        self.traits = traits
        self.dropped = dropped
    }

    var count: Int { words.words.count }

    /// و ف ب ك ل.
    @inline(__always)
    static func isProclitic(_ folded: [UInt8], _ offset: Int) -> Bool {
        let second = folded[offset + 1]
        return folded[offset] == 0xd9
            ? second == 0x88 || second == 0x81 || second == 0x83 || second == 0x84
            : folded[offset] == 0xd8 && second == 0xa8
    }

    /// Whether a word goes on from the one before it, with nothing but space between.
    func continues(_ index: Int) -> Bool {
        index < count && index > 0 && words.words[index].gap == .space
    }

    /// Whether the folded word begins with ال.
    func hasArticle(_ index: Int) -> Bool {
        words.bytes(index).starts(with: [0xd8, 0xa7, 0xd9, 0x84])
    }

    func known(at index: Int) -> NameSpan? {
        guard index < count, knownStart[index] > 0 else { return nil }
        return proposals[Int(knownStart[index]) - 1]
    }

    mutating func propose(
        _ range: Range<Int>, _ kind: Entity.Kind, known: Int32? = nil, confidence: Double, rule: String
    ) {
        guard let last = range.last else { return }
        let start = words.offset(inWord: range.lowerBound, dropping: dropped[range.lowerBound])
        let end = words.words[last].range.upperBound
        // A word of tatweel alone names nothing.
        guard start < end else { return }
        proposals.append(
            NameSpan(
                words: range, range: start..<end, kind: kind, known: known, confidence: confidence, rule: rule
            ))
        if known != nil { namedStart[range.lowerBound] = Int32(clamping: proposals.count) }
    }

    /// Takes a span when no word of it is taken.
    mutating func settle(_ span: NameSpan) {
        guard !isCovered[span.words].contains(true) else { return }
        settled.append(span)
        for word in span.words { isCovered[word] = true }
    }
}
