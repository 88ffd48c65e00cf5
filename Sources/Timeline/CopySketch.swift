/// Tells whether two sentences are near copies: the least hashes of a sentence's runs of five folded words (Broder, "On the
/// resemblance and containment of documents", 1997).
package struct CopySketch: Sendable, Hashable {
    private static let runLength = 5
    private static let maximumCount = 16
    /// The least share of runs in common.
    private static let resemblance = 0.9

    /// Of the whole folded sentence, word by word.
    package var whole: UInt64
    /// Ascending; empty for a sentence of fewer than five words.
    package var runs: [UInt32]
    package var wordCount: Int

    package init(whole: UInt64, runs: [UInt32], wordCount: Int) {
        self.whole = whole
        self.runs = runs
        self.wordCount = wordCount
    }

    /// Of the hashes of a sentence's words, in their order.
    init(words: [UInt64]) {
        whole = Hashing.hash(words)
        wordCount = words.count
        var hashes: Set<UInt32> = []
        if words.count >= Self.runLength {
            for start in 0...words.count - Self.runLength {
                let hash = Hashing.hash(Array(words[start..<start + Self.runLength]))
                hashes.insert(UInt32(truncatingIfNeeded: hash))
            }
        }
        runs = Array(hashes.sorted().prefix(Self.maximumCount))
    }

    /// Whether it is the same sentence, a few words more or less. Sentences of fewer than five words have too little of their own.
    package func isCopy(of other: CopySketch) -> Bool {
        guard wordCount >= Self.runLength, other.wordCount >= Self.runLength else { return false }
        if whole == other.whole { return true }
        // The least of both together are a sample of both (Broder, 1997); of short sentences the sketch holds everything.
        let union = Set(runs).union(other.runs).sorted().prefix(Self.maximumCount)
        let common = union.count { runs.contains($0) && other.runs.contains($0) }
        return Double(common) >= Self.resemblance * Double(union.count)
    }

    /// Two copies share one of these nearly always, and the first as often as they share runs.
    var keys: [UInt64] { runs.isEmpty ? [whole] : runs.prefix(2).map(UInt64.init) }
}
