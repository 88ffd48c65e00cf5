import TextAnalysis

/// Hashes the runs of words of a text, and its numbers.
struct SketchBuilder: Sendable {
    private(set) var runs: [UInt64] = []
    private(set) var numbers: [UInt64] = []
    private(set) var wordCount = 0
    private var last: UInt64 = 0
    private var beforeLast: UInt64 = 0

    /// The words of a part go on those of the part before.
    mutating func add(_ text: [UInt8], _ range: Range<Int>) {
        let part = LetterFolding.fold(Array(text[range]))
        let words = Tokenizer().wordRanges(in: part)
        runs.reserveCapacity(runs.count + words.count)
        for word in words {
            var hash: UInt64 = 0xcbf2_9ce4_8422_2325
            var isNumber = false
            // FNV-1a.
            for byte in part[word] {
                hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3
                if byte &- 0x30 < 10 { isNumber = true }
            }
            hash = Self.mix(hash)
            wordCount += 1
            if isNumber { numbers.append(hash) }
            if wordCount >= 3 { runs.append(Self.mix(beforeLast &* 3 &+ last &* 5 &+ hash)) }
            beforeLast = last
            last = hash
        }
    }

    /// Spreads a number over all its bits (the finalizer of MurmurHash3).
    static func mix(_ number: UInt64) -> UInt64 {
        var number = number
        number = (number ^ number >> 33) &* 0xff51_afd7_ed55_8ccd
        number = (number ^ number >> 33) &* 0xc4ce_b9fe_1a85_ec53
        return number ^ number >> 33
    }
}
