import TextAnalysis

/// Letters as one byte each, folded: of an Arabic letter the low byte of its scalar, of a Latin one 0xE0 and its place in the alphabet.
struct LetterCodes: Sendable {
    /// No part of a word.
    static let none: UInt8 = 0
    /// A mark that is passed over: harakat, tatweel.
    static let skipped: UInt8 = 1
    static let digit: UInt8 = 2

    static let waw: UInt8 = 0x48
    static let heh: UInt8 = 0x47
    static let alef: UInt8 = 0x27
    static let lam: UInt8 = 0x44
    static let seen: UInt8 = 0x33
    /// ف, ب, ل, ك.
    static let prepositions: [UInt8] = [0x41, 0x28, 0x44, 0x43]

    /// By the low byte of U+0600…U+06FF.
    let arabic: [UInt8]

    init() {
        arabic = (0..<256).map { low in
            let value = UInt32(0x600 + low)
            if (0x660...0x669).contains(value) || (0x6f0...0x6f9).contains(value) { return Self.digit }
            guard let scalar = Unicode.Scalar(value) else { return Self.none }
            switch scalar.properties.generalCategory {
            case .nonspacingMark, .format: return Self.skipped
            case .modifierLetter where value == 0x640: return Self.skipped
            case .otherLetter, .modifierLetter:
                return LetterFolding.fold(String(scalar)).unicodeScalars.first.map(Self.code) ?? Self.skipped
            default: return Self.none
            }
        }
    }

    private static func code(_ folded: Unicode.Scalar) -> UInt8 {
        folded.value < 0x700 && folded.value >= 0x600 ? UInt8(folded.value & 0xff) : none
    }

    /// The codes of a scalar that is neither ASCII nor of the block U+0600…U+06FF.
    static func codes(ofOther value: UInt32) -> [UInt8] {
        guard let scalar = Unicode.Scalar(value), scalar.properties.isAlphabetic else { return [] }
        return LetterFolding.fold(String(scalar)).unicodeScalars.compactMap { folded in
            switch folded.value {
            case 0x61...0x7a: latin(UInt8(folded.value))
            case 0x620...0x6d3: code(folded)
            default: nil
            }
        }
    }

    /// The code of a lower-case ASCII letter.
    @inline(__always)
    static func latin(_ letter: UInt8) -> UInt8 { letter &- 0x61 &+ 0xe0 }

    /// Invisible: joiners, directional marks, the soft hyphen, the byte order mark.
    static func isInvisible(_ value: UInt32) -> Bool {
        switch value {
        case 0xad, 0x200b...0x200f, 0x202a...0x202e, 0x2060...0x2069, 0xfeff, 0xfe00...0xfe0f, 0x300...0x36f:
            true
        default: false
        }
    }
}
