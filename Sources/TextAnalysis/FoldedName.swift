/// How names are compared: by their folded words with one space between them, so that neither punctuation nor the way an
/// alef is written tells two apart.
package enum FoldedName {
    private static let space: UInt8 = 0x20

    /// The folded words of a name, in order.
    package static func words(of name: String) -> [[UInt8]] {
        let bytes = Array(name.utf8)
        return Tokenizer().wordRanges(in: bytes).map { range in
            var folded: [UInt8] = []
            LetterFolding.fold(bytes, range, into: &folded)
            return folded
        }.filter { !$0.isEmpty }
    }

    /// `words(of:)` with one space between them; empty for a name without letters and digits.
    package static func text(of name: String) -> String {
        String(decoding: Array(words(of: name).joined(separator: [space])), as: UTF8.self)
    }

    /// A word without the Arabic article `ال`, where at least three letters are left; `nil` for any other word.
    package static func withoutArticle(_ word: [UInt8]) -> [UInt8]? {
        let article = Array("ال".utf8)
        guard word.count >= article.count + 6, word.starts(with: article) else { return nil }
        return Array(word.dropFirst(article.count))
    }
}
