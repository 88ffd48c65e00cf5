/// A word or a mark of an article, or the start or end of a sentence.
package struct ModelToken: Sendable {
    /// UTF-8 bytes of the text; empty at boundaries.
    package var range: Range<Int>
    /// The index in `NameWords.words`; -1 for a mark, -2 for a boundary.
    package var word: Int32
    package var form: WordForm
    /// What the lists of names say of the token: a bit for each class, and from bit 60 the token's place in the name
    /// (0 for a name of one word, 1 for its first, 2 for a later word; 3 for the first of more than two); 0 for nothing.
    var classes: UInt64 = 0

    init(range: Range<Int>, word: Int32, form: WordForm = WordForm()) {
        self.range = range
        self.word = word
        self.form = form
    }

    package var isBoundary: Bool { word == -2 }
}
