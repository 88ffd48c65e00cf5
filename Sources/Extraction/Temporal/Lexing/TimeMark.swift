/// Marks of punctuation, by their numbers in a lexicon; words come after them.
enum TimeMark: UInt16, CaseIterable {
    case comma = 1, period, colon, slash, hyphen, open, close, percent, currency, quote
    /// Any other mark.
    case other

    /// How rules write it.
    var symbol: String {
        switch self {
        case .comma: ","
        case .period: "."
        case .colon: ":"
        case .slash: "/"
        case .hyphen: "-"
        case .open: "{"
        case .close: "}"
        case .percent: "%"
        case .currency: "$"
        case .quote: "\""
        case .other: ";"
        }
    }

    /// The mark of a scalar that is no letter, digit, or white space.
    init(_ scalar: UInt32) {
        self =
            switch scalar {
            case 0x2c, 0x60c, 0x3001: .comma
            case 0x2e, 0x6d4: .period
            case 0x3a: .colon
            case 0x2f, 0x2044: .slash
            case 0x2d, 0x2010...0x2015, 0x2212: .hyphen
            case 0x28, 0x5b: .open
            case 0x29, 0x5d: .close
            case 0x25, 0x66a: .percent
            case 0x24, 0xa3, 0xa5, 0x20ac, 0xfdfc: .currency
            case 0x22, 0x27, 0xab, 0xbb, 0x2018...0x201f, 0x2039, 0x203a: .quote
            default: .other
            }
    }
}
