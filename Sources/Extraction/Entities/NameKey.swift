import TextAnalysis

/// What names are compared by: their folded words with one space between them, and a stable hash of that.
enum NameKey {
    /// FNV-1a, 64 bits (draft-eastlake-fnv): may be carried on byte by byte.
    static let seed: UInt64 = 0xcbf2_9ce4_8422_2325

    @inline(__always)
    static func adding(_ byte: UInt8, to hash: UInt64) -> UInt64 {
        (hash ^ UInt64(byte)) &* 0x100_0000_01b3
    }

    static func hash(_ bytes: some Sequence<UInt8>, from seed: UInt64 = seed) -> UInt64 {
        var hash = seed
        for byte in bytes { hash = adding(byte, to: hash) }
        return hash
    }

    /// Spreads every bit over the whole value (the finaliser of MurmurHash3).
    static func finished(_ hash: UInt64) -> UInt64 {
        var value = hash
        value = (value ^ value >> 33) &* 0xff51_afd7_ed55_8ccd
        value = (value ^ value >> 33) &* 0xc4ce_b9fe_1a85_ec53
        return value ^ value >> 33
    }

    /// The hash of words, of which one more comes.
    static func joined(_ hash: UInt64, _ word: UInt64) -> UInt64 {
        finished(hash &* 0x9e37_79b9_7f4a_7c15 &+ word)
    }

    /// The folded words of a name.
    static func words(of name: String) -> [[UInt8]] {
        let bytes = Array(name.utf8)
        return Tokenizer().wordRanges(in: bytes).map { range in
            var folded: [UInt8] = []
            LetterFolding.fold(bytes, range, into: &folded)
            return folded
        }
    }

    static func text(of name: String) -> String {
        String(decoding: Array(words(of: name).joined(separator: [0x20])), as: UTF8.self)
    }
}
