/// The 4-grams of a query's words and what they weigh.
struct GramQuery: Sendable {
    static let mostWords = 64
    static let mostGrams = 512
    private static let slotCount = 2048

    struct Gram: Sendable {
        /// The logarithm of its rarity.
        var weight: Float
        /// How often it is in the query.
        var count: Float
        /// The words that it is in, a bit each.
        var words: UInt64
    }

    private(set) var grams: [Gram] = []
    /// The grams' weights of each word, added up, and the greatest of them, which stands for the word's own.
    private(set) var words: [(sum: Float, weight: Float)] = []
    /// By hash, with open addressing: the gram, 0 where there is none.
    private var keys = [UInt32](repeating: 0, count: slotCount)
    /// Of the same slots.
    private var numbers = [UInt16](repeating: 0, count: slotCount)

    /// - Parameter weight: what a gram weighs.
    init(words: some Sequence<[UInt8]>, weight: (UInt32) -> Float) {
        for word in words.prefix(Self.mostWords) { add(word, weight) }
        for gram in grams {
            for word in self.words.indices where gram.words >> UInt64(word) & 1 == 1 {
                self.words[word].sum += gram.weight
                self.words[word].weight = max(self.words[word].weight, gram.weight)
            }
        }
    }

    private mutating func add(_ word: [UInt8], _ weight: (UInt32) -> Float) {
        var found: [UInt32] = []
        GramScanner.scan(word.span) {
            found.append($0)
        } onWord: {
        }
        if found.isEmpty { return }
        let bit = UInt64(1) << UInt64(words.count)
        words.append((0, 0))
        for gram in found {
            if let number = number(of: gram) {
                grams[number].count += 1
                grams[number].words |= bit
            } else if grams.count < Self.mostGrams {
                insert(gram, weight(gram), in: bit)
            }
        }
    }

    private mutating func insert(_ gram: UInt32, _ weight: Float, in word: UInt64) {
        var slot = Self.slot(of: gram)
        while keys[slot] != 0 { slot = (slot + 1) & (Self.slotCount - 1) }
        keys[slot] = gram
        numbers[slot] = UInt16(truncatingIfNeeded: grams.count)
        grams.append(Gram(weight: weight, count: 1, words: word))
    }

    @inline(__always)
    private static func slot(of gram: UInt32) -> Int {
        Int(GramScanner.hash(gram)) & (slotCount - 1)
    }

    /// A gram's place in `grams`. At most a quarter of the slots is taken.
    @inline(__always)
    func number(of gram: UInt32) -> Int? {
        var slot = Self.slot(of: gram)
        while true {
            let key = keys[slot]
            if key == gram { return Int(numbers[slot]) }
            if key == 0 { return nil }
            slot = (slot + 1) & (Self.slotCount - 1)
        }
    }
}
