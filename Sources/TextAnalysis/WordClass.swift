/// What a scalar does in a word: the classes of UAX #29 that matter here.
enum WordClass: UInt8 {
    case letter, digit, mark
    /// Tatweel aside, what joins or shapes letters without being one: ZWNJ, ZWJ, bidirectional marks, soft hyphen.
    case joiner
    case apostrophe
    /// `.` and `,` and their Arabic forms.
    case decimalSign
    /// A word by itself.
    case ideograph
    case other

    static func of(_ value: UInt32) -> WordClass {
        of(value, table)
    }

    /// The same for loops that hold on to `table`.
    @inline(__always)
    static func of(_ value: UInt32, _ table: [WordClass]) -> WordClass {
        value < 0x800 ? table[Int(value)] : beyondTable(value)
    }

    static let table: [WordClass] = (0..<0x800).map { classify(UInt32($0)) }

    private static func beyondTable(_ value: UInt32) -> WordClass {
        switch value {
        case 0x200c, 0x200d, 0x200e, 0x200f, 0x2060, 0xfeff: .joiner
        case 0x2019: .apostrophe
        case 0x2000...0x206f: .other
        case 0x3040...0x30ff, 0x3400...0x4dbf, 0x4e00...0x9fff, 0x20000...0x3134f: .ideograph
        default: classify(value)
        }
    }

    private static func classify(_ value: UInt32) -> WordClass {
        switch value {
        case 0x27: return .apostrophe
        case 0x2c, 0x2e, 0x66b, 0x66c: return .decimalSign
        case 0xad, 0x61c: return .joiner
        case 0x5f: return .letter
        default: break
        }
        guard let scalar = Unicode.Scalar(value) else { return .other }
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter:
            return .letter
        case .decimalNumber, .letterNumber: return .digit
        case .nonspacingMark, .spacingMark, .enclosingMark: return .mark
        default: return .other
        }
    }
}
