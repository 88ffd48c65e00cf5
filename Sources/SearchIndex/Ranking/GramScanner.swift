/// Goes through the character 4-grams of a text's words, one pass, without memory of its own.
///
/// A gram is four letters of a word that has an edge at both ends; of a word of one letter it is the whole.
enum GramScanner {
    /// Calls `onGram` with each gram, and `onWord` after each word that has one. The text is UTF-8; what is none separates words.
    @inline(__always)
    static func scan(_ text: Span<UInt8>, onGram: (UInt32) -> Void, onWord: () -> Void) {
        let table = GramLetters.table
        var letters: UInt32 = 0
        var length = 0
        var offset = 0
        while offset < text.count {
            let code = code(of: text, at: &offset, table)
            if code == GramLetters.skipped { continue }
            if code == GramLetters.edge {
                if length > 0 { endWord(letters, length, onGram, onWord) }
                length = 0
                continue
            }
            if length == 0 {
                letters = UInt32(GramLetters.edge)
                length = 1
            }
            letters = letters << 8 | UInt32(code)
            length += 1
            if length >= 4 { onGram(letters) }
        }
        if length > 0 { endWord(letters, length, onGram, onWord) }
    }

    @inline(__always)
    private static func endWord(
        _ letters: UInt32, _ length: Int, _ onGram: (UInt32) -> Void, _ onWord: () -> Void
    ) {
        let gram = letters << 8 | UInt32(GramLetters.edge)
        onGram(length >= 3 ? gram : gram & 0xFF_FFFF)
        onWord()
    }

    /// The code of the scalar at `offset`, which moves behind it.
    @inline(__always)
    private static func code(of text: Span<UInt8>, at offset: inout Int, _ table: [UInt8]) -> UInt8 {
        let lead = text[offset]
        if lead < 0x80 {
            offset += 1
            return table[Int(lead)]
        }
        let length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2
        guard lead >= 0xC2, offset + length <= text.count else {
            offset += 1
            return GramLetters.edge
        }
        let second = UInt32(text[offset + 1] & 0x3F)
        defer { offset += length }
        if length == 2 { return table[Int(lead & 0x1F) << 6 | Int(second)] }
        if length == 4 { return GramLetters.edge }
        return GramLetters.code(
            beyondTable: UInt32(lead & 0xF) << 12 | second << 6 | UInt32(text[offset + 2] & 0x3F))
    }

    /// Spreads the bits of a gram; the low ones number it in tables of any size.
    @inline(__always)
    static func hash(_ gram: UInt32) -> UInt32 {
        let product = gram &* 0x9E37_79B1
        return product ^ product >> 15
    }
}
