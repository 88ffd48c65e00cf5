/// Light stemming of folded Arabic words: light10 (Larkey, Ballesteros, Connell, "Light Stemming for Arabic Information
/// Retrieval", 2007), as in Lucene's ArabicStemmer, with the article also behind two proclitics.
enum ArabicStemmer {
    private static let prefixes = AffixList("وبال وكال فبال ولل فلل وال بال كال فال لل ال")
    private static let suffixes = AffixList("ها ان ات ون ين يه ه ي")
    private static let waw = AffixList("و")

    static func stem(_ word: [UInt8]) -> [UInt8] {
        var stem = word[...]
        if let length = prefixes.prefix(of: stem, leaving: 2) {
            stem = stem.dropFirst(length)
        } else if let length = waw.prefix(of: stem, leaving: 3) {
            stem = stem.dropFirst(length)
        }
        // Lucene, ArabicStemmer.stemSuffix: each suffix once, in this order.
        for suffix in suffixes.affixes where AffixList.ends(stem, with: suffix, leaving: 2) {
            stem = stem.dropLast(suffix.count)
        }
        return Array(stem)
    }
}
