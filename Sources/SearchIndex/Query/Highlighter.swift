package import TextAnalysis

/// Finds a query's words in a text, by the analysis that indexed it.
package struct Highlighter: Sendable {
    package struct Match: Sendable, Hashable {
        /// UTF-8 bytes of the text given.
        package var range: Range<Int>
        /// The query's term that it matches, folded.
        package var term: String

        package init(range: Range<Int>, term: String) {
            self.range = range
            self.term = term
        }
    }

    package init(_ query: Query) {}

    /// In the order of the text.
    package func matches(in text: [UInt8], language: Language) -> [Match] { [] }

    /// The part of `text` of at most `length` code points with the most distinct terms, cut at sentences or words: UTF-8 bytes.
    package func snippet(of text: [UInt8], matches: [Match], length: Int) -> Range<Int> {
        0..<text.count
    }
}
