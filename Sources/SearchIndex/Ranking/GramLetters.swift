import TextAnalysis

/// The letters that words are compared by, a byte each, folded as everywhere.
enum GramLetters {
    /// What is left out, such as harakat.
    static let skipped: UInt8 = 0
    /// What stands between words, and at both ends of a word.
    static let edge: UInt8 = 1

    /// For U+0000…U+07FF. Letters and digits of ASCII and of the block Arabic have codes of their own, others share some.
    static let table: [UInt8] = {
        var arabic: [UInt32: UInt8] = [:]
        var free = [0x80...0xFF, 2...0x2F, 0x3A...0x60].flatMap { Array<UInt8>($0) }
        for value in UInt32(0x600)..<0x700 {
            guard let letter = letter(value), letter >= 0x80, arabic[letter] == nil, !free.isEmpty else {
                continue
            }
            arabic[letter] = free.removeFirst()
        }
        return (UInt32(0)..<0x800).map { value in
            guard let letter = letter(value) else { return isIgnored(value) ? skipped : edge }
            if letter < 0x80 { return UInt8(letter) }
            return arabic[letter] ?? free[Int(letter) % free.count]
        }
    }()

    /// The code of a scalar beyond the table: other scripts, ligatures and presentation forms are not compared.
    static func code(beyondTable value: UInt32) -> UInt8 {
        switch value {
        // Marks for Arabic, joiners and bidirectional marks, byte order mark.
        case 0x8D3...0x8FF, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2069, 0xFEFF: skipped
        default: edge
        }
    }

    private static func bytes(_ value: UInt32) -> [UInt8] {
        Unicode.Scalar(value).map { Array(String(Character($0)).utf8) } ?? []
    }

    /// The first letter that a scalar folds to; `nil` when it is none.
    private static func letter(_ value: UInt32) -> UInt32? {
        let folded = LetterFolding.fold(bytes(value))
        guard !Tokenizer().wordRanges(in: folded).isEmpty else { return nil }
        return String(decoding: folded, as: UTF8.self).unicodeScalars.first?.value
    }

    private static func isIgnored(_ value: UInt32) -> Bool { LetterFolding.fold(bytes(value)).isEmpty }
}
