/// Splits a paragraph into sentences: at `.`, `!`, `?`, `؟`, `۔` and line ends, but not after an initial, in a number or an abbreviation.
package struct SentenceSplitter: Sendable {
    package init() {}

    /// UTF-8 bytes of `text`, in order, without white space at the ends; every word is in one of them.
    package func sentences(in text: [UInt8]) -> [Range<Int>] { [] }
}
