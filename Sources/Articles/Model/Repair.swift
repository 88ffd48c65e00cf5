/// Debris that the parser recognised and left out of the blocks' text.
package struct Repair: Sendable, Hashable {
    package enum Code: String, Sendable, Hashable, CaseIterable {
        /// The rest of a tag, such as `/span>`.
        case htmlDebris = "html_debris"
        /// A character reference, such as `&nbsp;`.
        case characterReference = "character_reference"
        /// A control or other character that has no place in text.
        case controlCharacter = "control_character"
    }

    package var code: Code
    /// UTF-8 bytes of the article's text.
    package var range: Range<Int>

    package init(code: Code, range: Range<Int>) {
        self.code = code
        self.range = range
    }
}
