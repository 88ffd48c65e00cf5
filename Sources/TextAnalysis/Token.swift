/// A word of a text.
package struct Token: Sendable, Hashable {
    /// Where the word stands: UTF-8 bytes of the analysed text. No filter changes it.
    package var range: Range<Int>
    /// What the word is indexed and compared as; the tokenizer sets it to the word itself.
    package var term: String

    package init(range: Range<Int>, term: String) {
        self.range = range
        self.term = term
    }
}
