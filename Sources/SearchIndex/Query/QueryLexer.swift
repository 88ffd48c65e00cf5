/// Cuts a query into words and signs.
struct QueryLexer {
    enum Lexeme: Hashable {
        /// Code points up to the next space or sign.
        case word([UInt8])
        /// The same with `*` behind it.
        case prefix([UInt8])
        /// What stands between quotation marks, the last of which may be missing.
        case phrase([UInt8], isClosed: Bool)
        /// `title:` or `body:`, directly before what it is about.
        case field(QueryTerm.Fields)
        /// `entity:` and the like with its value.
        case condition(QueryCondition.Kind, value: String)
        case open, close
        /// A hyphen at the start of a word.
        case not
        case or, and
        /// `NEAR/` and a number.
        case near(Int)
        /// A sign that says nothing where it stands.
        case stray
    }

    private let scalars: [Unicode.Scalar]
    private var index = 0
    /// Where the last lexeme began, in code points.
    private(set) var start = 0

    private static let quotationMarks: Set<Unicode.Scalar> = [
        "\"", "\u{201C}", "\u{201D}", "\u{201E}", "\u{201F}", "\u{AB}", "\u{BB}", "\u{FF02}",
    ]

    init(_ scalars: [Unicode.Scalar]) { self.scalars = scalars }

    /// Whether a word, phrase or group follows directly: what a field or a hyphen can be about.
    private var isAttached: Bool {
        index < scalars.count && !Self.isSpace(scalars[index]) && scalars[index] != ")"
    }

    mutating func next() -> Lexeme? {
        while index < scalars.count, Self.isSpace(scalars[index]) { index += 1 }
        guard index < scalars.count else { return nil }
        start = index
        let scalar = scalars[index]
        if Self.quotationMarks.contains(scalar) { return phrase() }
        if scalar == "(" || scalar == ")" {
            index += 1
            return scalar == "(" ? .open : .close
        }
        if Self.isHyphen(scalar) {
            index += 1
            return isAttached && !Self.isHyphen(scalars[index]) ? .not : .stray
        }
        return word()
    }

    /// Any mark closes any other: what people type and what editors make of it differ.
    private mutating func phrase() -> Lexeme {
        index += 1
        let first = index
        while index < scalars.count, !Self.quotationMarks.contains(scalars[index]) { index += 1 }
        let text = Self.bytes(scalars[first..<index])
        let isClosed = index < scalars.count
        if isClosed { index += 1 }
        return .phrase(text, isClosed: isClosed)
    }

    private mutating func word() -> Lexeme {
        let first = index
        while index < scalars.count, !Self.endsWord(scalars[index]) {
            if scalars[index] == "*" {
                let prefix = Self.bytes(scalars[first..<index])
                index += 1
                return prefix.isEmpty ? .stray : .prefix(prefix)
            }
            if scalars[index] == ":", let lexeme = named(String(Self.view(scalars[first..<index]))) {
                return lexeme
            }
            index += 1
        }
        let word = String(Self.view(scalars[first..<index]))
        switch word {
        case "OR": return .or
        case "AND": return .and
        default: return Self.nearDistance(word).map(Lexeme.near) ?? .word(Array(word.utf8))
        }
    }

    /// What a name before the colon at `index` says; `nil`, and nothing is read, when it is a word like any other.
    private mutating func named(_ name: String) -> Lexeme? {
        let colon = index
        index += 1
        if isAttached {
            switch name {
            case "title": return .field(.title)
            case "body": return .field(.body)
            default:
                if let kind = QueryCondition.Kind(rawValue: name), let value = value() {
                    return .condition(kind, value: value)
                }
            }
        }
        index = colon
        return nil
    }

    /// A word up to the next space or parenthesis, or what stands between quotation marks.
    private mutating func value() -> String? {
        let first = index
        if Self.quotationMarks.contains(scalars[index]) {
            guard case .phrase(let text, _) = phrase(), !text.isEmpty else { return nil }
            return String(decoding: text, as: UTF8.self)
        }
        while index < scalars.count, !Self.endsWord(scalars[index]) { index += 1 }
        return index > first ? String(Self.view(scalars[first..<index])) : nil
    }

    private static func nearDistance(_ word: String) -> Int? {
        guard word.hasPrefix("NEAR/") else { return nil }
        let digits = word.dropFirst("NEAR/".count)
        guard (1...3).contains(digits.utf8.count), digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
            let distance = Int(digits), distance > 0
        else { return nil }
        return min(distance, QueryParser.farthest)
    }

    private static func endsWord(_ scalar: Unicode.Scalar) -> Bool {
        isSpace(scalar) || quotationMarks.contains(scalar) || scalar == "(" || scalar == ")"
    }

    private static func isHyphen(_ scalar: Unicode.Scalar) -> Bool { scalar == "-" || scalar == "\u{2212}" }

    private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
        // The bidirectional marks come along when text is copied.
        scalar.properties.isWhitespace || scalar.value < 0x20 || (0x200E...0x200F).contains(scalar.value)
            || (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
    }

    private static func view(_ scalars: ArraySlice<Unicode.Scalar>) -> String.UnicodeScalarView {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars)
        return view
    }

    private static func bytes(_ scalars: ArraySlice<Unicode.Scalar>) -> [UInt8] {
        Array(String(view(scalars)).utf8)
    }
}
