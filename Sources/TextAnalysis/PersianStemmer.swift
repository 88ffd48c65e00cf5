/// Light stemming of folded Persian words: the endings of Lucene's PersianStemmer, longest first, and the verbal prefixes
/// می and نمی, which are written with ZWNJ and so stand in the same token.
enum PersianStemmer {
    private static let prefixes = AffixList("نمي مي")
    private static let suffixes = AffixList("هايي هاي ترين تري تر هايش ها ان ات يي ي")

    static func stem(_ word: [UInt8]) -> [UInt8] {
        var stem = word[...]
        if let length = prefixes.prefix(of: stem, leaving: 3) { stem = stem.dropFirst(length) }
        if let length = suffixes.suffix(of: stem, leaving: 3) { stem = stem.dropLast(length) }
        return Array(stem)
    }
}
