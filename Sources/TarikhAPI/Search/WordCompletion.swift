import SearchIndex
import TextAnalysis

/// What the last word of something typed may go on to, by the words of the index.
struct WordCompletion {
    /// Of one letter there are too many for any to be meant.
    private static let fewestLetters = 2

    let items: [IndexSnapshot.Word]

    /// Words are folded; what stands before the last one is as typed.
    init(_ typed: String, limit: Int, in snapshot: IndexSnapshot) {
        let bytes = Array(typed.utf8)
        guard let last = Tokenizer().wordRanges(in: bytes).last, last.upperBound == bytes.count else {
            items = []
            return
        }
        let prefix = LetterFolding.fold(String(decoding: bytes[last], as: UTF8.self))
        guard prefix.unicodeScalars.count >= Self.fewestLetters else {
            items = []
            return
        }
        let before = String(decoding: bytes[..<last.lowerBound], as: UTF8.self)
        items = snapshot.words(startingWith: prefix, limit: limit).map {
            IndexSnapshot.Word(text: before + $0.text, documentCount: $0.documentCount)
        }
    }
}
