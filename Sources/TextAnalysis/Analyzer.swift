/// Turns text into index terms; index and query share it.
package struct Analyzer: Sendable {
    package struct Term: Sendable, Hashable {
        /// UTF-8 bytes of the analysed text.
        package var range: Range<Int>
        /// The folded word.
        package var surface: String
        /// The folded word without clitics and endings.
        package var stem: String

        package init(range: Range<Int>, surface: String, stem: String) {
            self.range = range
            self.surface = surface
            self.stem = stem
        }
    }

    /// The analyzer of a language; words in another script than the language's are treated by their script.
    package init(_ language: Language) {}

    /// A term per word, in order.
    package func terms(in text: [UInt8]) -> [Term] { [] }
}
