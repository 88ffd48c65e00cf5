import Articles
import TextAnalysis

/// A word of a clause.
struct ClauseWord: Sendable {
    /// UTF-8 bytes of the article's text.
    var range: Range<Int>
    /// Folded, and the same without Arabic proclitics and article.
    var folded: String
    var bare: String
}

/// The part of a sentence that states what happened at a date.
struct Clause: Sendable {
    /// UTF-8 bytes of the article's text.
    var range: Range<Int>
    /// Its words without those of dates.
    var words: [ClauseWord]

    /// `dates` are the expressions of time around and beside it.
    init(text: [UInt8], range: Range<Int>, dates: [Range<Int>]) {
        self.range = range
        let bytes = Array(text[range])
        words = Tokenizer().wordRanges(in: bytes).compactMap { word in
            let place = range.lowerBound + word.lowerBound..<range.lowerBound + word.upperBound
            guard !dates.contains(where: place.overlaps) else { return nil }
            var folded: [UInt8] = []
            LetterFolding.fold(bytes, word, into: &folded)
            let dropped = folded.first.map { $0 >= 0xd8 } == true ? Self.dropped(folded) : 0
            return ClauseWord(
                range: place, folded: String(decoding: folded, as: UTF8.self),
                bare: String(decoding: folded.dropFirst(dropped), as: UTF8.self))
        }
    }

    /// Only و and the article go for certain; other proclitics may be letters of the word.
    private static func dropped(_ folded: [UInt8]) -> Int {
        Clitics.readings(ofFolded: folded).last {
            $0.withArticle || folded.starts(with: "و".utf8) && $0.dropped == 2
        }?
        .dropped ?? 0
    }
}
