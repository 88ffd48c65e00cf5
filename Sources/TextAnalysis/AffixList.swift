/// Prefixes or suffixes of folded words of the Arabic script, in the order in which they are tried.
struct AffixList {
    let affixes: [[UInt8]]

    /// `text` holds them with spaces between them.
    init(_ text: String) {
        affixes = text.split(separator: " ").map { Array($0.utf8) }
    }

    /// The length in bytes of the first affix that `word` starts with and that leaves so many letters.
    func prefix(of word: ArraySlice<UInt8>, leaving letters: Int) -> Int? {
        affixes.first { word.count >= $0.count + 2 * letters && word.starts(with: $0) }?.count
    }

    /// The length in bytes of the first affix that `word` ends with and that leaves so many letters.
    func suffix(of word: ArraySlice<UInt8>, leaving letters: Int) -> Int? {
        affixes.first { Self.ends(word, with: $0, leaving: letters) }?.count
    }

    static func ends(_ word: ArraySlice<UInt8>, with suffix: [UInt8], leaving letters: Int) -> Bool {
        word.count >= suffix.count + 2 * letters && word.suffix(suffix.count).elementsEqual(suffix)
    }
}
