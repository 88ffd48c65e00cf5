/// A pattern of tokens, as a rule has it.
indirect enum TimePattern: Sendable {
    case test(TimeTest)
    case sequence([TimePattern])
    case choice([TimePattern])
    case optional(TimePattern)
    case repeated(TimePattern)
    /// One end of a range or one item of a list.
    case part(TimePattern)
}

/// Reads patterns: symbols with white space between them.
///
/// | symbol | takes |
/// |---|---|
/// | `word` | this word |
/// | `@class`, `@class=field` | a word of a class |
/// | `#test`, `#test=field` | a number, see `NumberTest` |
/// | `:field=1` | nothing; fills the field |
/// | `NAME` | a piece of this name |
/// | `_` | words that the lexicon does not hold |
/// | `>x` `!x` `<x` `<!x` | nothing: the next token is (is not) x, the one before is (is not) x |
/// | `~x` | x with nothing before it |
/// | `(` `)` `\|` `?` `*` | as in regular expressions |
/// | `[` `]` | one end of a range, one item of a list |
struct TimePatternReader {
    struct Failure: Error {
        var reason: String
    }

    let vocabulary: TimeVocabulary
    let pieces: [String: TimePattern]
    private let symbols: [Substring]
    private var index = 0

    init(_ text: Substring, vocabulary: TimeVocabulary, pieces: [String: TimePattern]) {
        self.vocabulary = vocabulary
        self.pieces = pieces
        symbols = Self.symbols(text)
    }

    /// Brackets and what follows them are symbols of their own.
    private static func symbols(_ text: Substring) -> [Substring] {
        text.split(separator: " ").flatMap { word -> [Substring] in
            guard word.count > 1, let last = word.last, "?*".contains(last) else { return [word] }
            return [word.dropLast(), word.suffix(1)]
        }
    }

    mutating func pattern() throws(Failure) -> TimePattern {
        let pattern = try choice()
        guard index == symbols.count else { throw Failure(reason: "'\(symbols[index])' closes nothing") }
        return pattern
    }

    private mutating func choice() throws(Failure) -> TimePattern {
        var choices = [try sequence()]
        while index < symbols.count, symbols[index] == "|" {
            index += 1
            choices.append(try sequence())
        }
        return choices.count == 1 ? choices[0] : .choice(choices)
    }

    private mutating func sequence() throws(Failure) -> TimePattern {
        var parts: [TimePattern] = []
        while index < symbols.count, ![")", "]", "|"].contains(symbols[index]) {
            var part = try single()
            while index < symbols.count, symbols[index] == "?" || symbols[index] == "*" {
                part = symbols[index] == "?" ? .optional(part) : .repeated(part)
                index += 1
            }
            parts.append(part)
        }
        guard !parts.isEmpty else { throw Failure(reason: "a pattern is empty") }
        return parts.count == 1 ? parts[0] : .sequence(parts)
    }

    private mutating func single() throws(Failure) -> TimePattern {
        let symbol = symbols[index]
        index += 1
        guard symbol == "(" || symbol == "[" else { return try item(symbol) }
        let inner = try choice()
        guard index < symbols.count, symbols[index] == (symbol == "(" ? ")" : "]") else {
            throw Failure(reason: "'\(symbol)' is not closed")
        }
        index += 1
        return symbol == "(" ? inner : .part(inner)
    }

    private func item(_ symbol: Substring) throws(Failure) -> TimePattern {
        if symbol.count > 1, symbol.allSatisfy({ $0.isUppercase && $0.isASCII || $0.isNumber }) {
            guard let piece = pieces[String(symbol)] else { throw Failure(reason: "no piece \(symbol)") }
            return piece
        }
        var rest = symbol
        var test = TimeTest(subject: .gap)
        if rest.count > 1, rest.hasPrefix("<") {
            test.place = .behind
            rest = rest.dropFirst()
        }
        if rest.count > 1, rest.hasPrefix(">") || rest.hasPrefix("!") {
            if test.place == .here { test.place = .ahead }
            test.isNegated = rest.hasPrefix("!")
            rest = rest.dropFirst()
        }
        if rest.count > 1, rest.hasPrefix("~") {
            test.isGlued = true
            rest = rest.dropFirst()
        }
        try read(rest, into: &test)
        return .test(test)
    }

    private func read(_ symbol: Substring, into test: inout TimeTest) throws(Failure) {
        let sides = symbol.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        let name = sides[0].dropFirst()
        if sides.count == 2, symbol.first != ":" {
            guard let field = TimeField(name: sides[1]) else {
                throw Failure(reason: "no field \(sides[1])")
            }
            test.field = field
        }
        switch symbol.first {
        case "@":
            guard let number = vocabulary.classes[String(name)] else {
                throw Failure(reason: "no class \(name)")
            }
            test.subject = .wordClass(number)
        case "#":
            guard let number = NumberTest(rawValue: String(name)) else {
                throw Failure(reason: "no numbers \(name)")
            }
            test.subject = .number(number)
            test.field = test.field ?? number.field
        case ":" where symbol.count > 1:
            guard sides.count == 2, let field = TimeField(name: name), let value = Int32(sides[1]) else {
                throw Failure(reason: "'\(symbol)' fills no field")
            }
            test = TimeTest(subject: .constant(value), place: .ahead, field: field)
        default:
            test.subject = try vocabulary.subject(of: symbol)
        }
    }
}

extension TimeField {
    /// A field by its name.
    init?(name: some StringProtocol) {
        guard let field = Self.allCases.first(where: { String(describing: $0) == name }) else { return nil }
        self = field
    }
}
