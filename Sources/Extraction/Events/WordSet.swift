import TextAnalysis

/// Folded words of a list, by the hashes of their bytes.
struct WordSet: Sendable {
    private let hashes: Set<UInt64>

    /// - Parameter list: words with white space between them, as they are written
    init(_ list: String) {
        hashes = Set(
            list.split(whereSeparator: \.isWhitespace).map { Self.hash(LetterFolding.fold(String($0)).utf8) })
    }

    func contains(_ word: String) -> Bool { hashes.contains(Self.hash(word.utf8)) }

    static func hash(_ word: some Sequence<UInt8>) -> UInt64 { NameKey.finished(NameKey.hash(word)) }
}
