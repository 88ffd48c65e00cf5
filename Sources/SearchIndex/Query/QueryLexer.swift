/// Cuts a query into words and signs.
struct QueryLexer {
    enum Lexeme: Hashable {
        /// Code points up to the next space or sign.
        case word([UInt8])
        /// The same with `*` behind it.
        case prefix([UInt8])
        /// What stands between quotation marks, the last of which may be missing.
        case phrase([UInt8])
        case open, close
        /// A hyphen at the start of a word.
        case not
        case or
    }

    private let scalars: [Unicode.Scalar]
    private var index = 0
    /// Where the last lexeme began, in code points.
    private(set) var start = 0

    private static let openingMarks: Set<Unicode.Scalar> = [
        "\"", "\u{201C}", "\u{201D}", "\u{201E}", "\u{201F}", "\u{AB}", "\u{BB}", "\u{FF02}",
    ]

    init(_ scalars: [Unicode.Scalar]) { self.scalars = scalars }

    mutating func next() -> Lexeme? {
        while index < scalars.count, Self.isSpace(scalars[index]) { index += 1 }
        guard index < scalars.count else { return nil }
        start = index
        let scalar = scalars[index]
        if Self.openingMarks.contains(scalar) { return phrase() }
        if scalar == "(" || scalar == ")" {
            index += 1
            return scalar == "(" ? .open : .close
        }
        if scalar == "-" || scalar == "\u{2212}" {
            index += 1
            let isAttached = index < scalars.count && !Self.isSpace(scalars[index]) && scalars[index] != ")"
            let isDoubled = isAttached && (scalars[index] == "-" || scalars[index] == "\u{2212}")
            return isAttached && !isDoubled ? .not : next()
        }
        return word()
    }

    /// Any mark closes any other: what people type and what editors make of it differ.
    private mutating func phrase() -> Lexeme {
        index += 1
        let first = index
        while index < scalars.count, !Self.openingMarks.contains(scalars[index]) { index += 1 }
        let text = Self.bytes(scalars[first..<index])
        if index < scalars.count { index += 1 }
        return .phrase(text)
    }

    private mutating func word() -> Lexeme {
        let first = index
        while index < scalars.count, !Self.isSpace(scalars[index]),
            !Self.openingMarks.contains(scalars[index]),
            scalars[index] != "(", scalars[index] != ")"
        {
            if scalars[index] == "*" {
                let prefix = Self.bytes(scalars[first..<index])
                index += 1
                return .prefix(prefix)
            }
            index += 1
        }
        let word = Self.bytes(scalars[first..<index])
        return word == Array("OR".utf8) ? .or : .word(word)
    }

    private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
        // The bidirectional marks come along when text is copied.
        scalar.properties.isWhitespace || scalar.value < 0x20 || (0x200E...0x200F).contains(scalar.value)
            || (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
    }

    private static func bytes(_ scalars: ArraySlice<Unicode.Scalar>) -> [UInt8] {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars)
        return Array(String(view).utf8)
    }
}
