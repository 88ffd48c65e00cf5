/// Light stemming of folded Persian words: the endings of Lucene's PersianStemmer with plurals before all pronouns, longest first, and the verbal prefixes
/// می and نمی, which are written with ZWNJ and so stand in the same token.
enum PersianStemmer {
    private static let prefixes = AffixList("نمي مي")
    private static let suffixes = AffixList(
        "هايشان هايمان هايتان هايي هايم هايت هايش هاي ترين تري تر ها ان ات يي ي")

    static func stem(_ word: [UInt8]) -> [UInt8] {
        var stem = word[...]
        if let length = prefixes.prefix(of: stem, leaving: 3) { stem = stem.dropFirst(length) }
        if let length = suffixes.suffix(of: stem, leaving: 3) { stem = stem.dropLast(length) }
        return Array(stem)
    }
}
