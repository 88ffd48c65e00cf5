/// Splits text into words (UAX #29 where it matters): runs of letters, marks and digits, with the marks, tatweel and ZWNJ
/// inside them. Invalid UTF-8 separates words.
package struct Tokenizer: Sendable {
    package init() {}

    /// The words of `text` in order; ranges are UTF-8 bytes of `text`, terms the words themselves.
    package func tokens(in text: [UInt8]) -> [Token] { [] }
}
