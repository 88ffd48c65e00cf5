import TextAnalysis

/// The words and classes of one language while its file is read.
struct TimeVocabulary {
    /// A class that a word is in, with the value that it has there.
    struct Membership: Sendable {
        var wordClass: UInt8
        var value: Int32
    }

    /// Words and marks one after the other that are one token together.
    struct Phrase: Sendable {
        var rest: [UInt16]
        var word: UInt16
    }

    static let maximumClasses = 128

    private(set) var classes: [String: UInt8] = [:]
    private(set) var words: [[UInt8]: UInt16] = [:]
    /// By the number of a word.
    private(set) var memberships: [[Membership]]
    /// By the number of their first word or mark, the longest first.
    private(set) var phrases: [UInt16: [Phrase]] = [:]
    private let codes: LetterCodes

    init(codes: LetterCodes) {
        self.codes = codes
        memberships = Array(repeating: [], count: TimeMark.allCases.count + 1)
    }

    /// The number of a class; `nil` when there are too many.
    mutating func number(ofClass name: String) -> UInt8? {
        if let number = classes[name] { return number }
        guard classes.count < Self.maximumClasses else { return nil }
        classes[name] = UInt8(classes.count)
        return classes[name]
    }

    /// The number of a word or phrase, which is added when it is new; `nil` for what holds no letter.
    mutating func number(ofWord text: some StringProtocol) -> UInt16? {
        let parts = split(text).map { number(of: $0) }
        guard let first = parts.first, parts.count > 1 else { return parts.first }
        let rest = Array(parts.dropFirst())
        if let known = phrases[first]?.first(where: { $0.rest == rest }) { return known.word }
        memberships.append([])
        let word = UInt16(memberships.count - 1)
        phrases[first, default: []].append(Phrase(rest: rest, word: word))
        phrases[first]?.sort { $0.rest.count > $1.rest.count }
        return word
    }

    mutating func add(_ membership: Membership, to word: UInt16) {
        memberships[Int(word)].append(membership)
    }

    /// What a literal word or mark of a pattern asks for.
    func subject(of symbol: Substring) throws(TimePatternReader.Failure) -> TimeTest.Subject {
        switch symbol {
        case "_": return .gap
        case "_the": return .gapWith(TimeToken.Flags.startsWithArticle.rawValue)
        case "_a": return .gapWith(TimeToken.Flags.startsWithAccusative.rawValue)
        case "_and": return .gapWith(TimeToken.Flags.startsWithAnd.rawValue)
        case "_cap": return .capital
        case "^": return .first
        case "^^": return .last
        case "same-month": return .sameMonth
        default: break
        }
        if let mark = TimeMark.allCases.first(where: { $0.symbol == symbol }) { return .word(mark.rawValue) }
        guard case .letters(let letters)? = split(symbol).first, let word = words[letters] else {
            throw TimePatternReader.Failure(reason: "'\(symbol)' is no word")
        }
        return .word(word)
    }

    // MARK: Parts of words

    private enum Part {
        case letters([UInt8])
        case mark(TimeMark)
    }

    private mutating func number(of part: Part) -> UInt16 {
        switch part {
        case .mark(let mark): return mark.rawValue
        case .letters(let letters):
            if let number = words[letters] { return number }
            memberships.append([])
            words[letters] = UInt16(memberships.count - 1)
            return UInt16(memberships.count - 1)
        }
    }

    private func split(_ text: some StringProtocol) -> [Part] {
        var parts: [Part] = []
        var letters: [UInt8] = []
        func finished(_ letters: [UInt8]) -> [Part] { letters.isEmpty ? [] : [.letters(letters)] }
        for scalar in text.unicodeScalars {
            let found = codes(of: scalar)
            if !found.isEmpty {
                letters += found.filter { $0 != LetterCodes.skipped }
            } else if !LetterCodes.isInvisible(scalar.value) {
                parts += finished(letters)
                letters = []
                if !scalar.properties.isWhitespace { parts.append(.mark(TimeMark(scalar.value))) }
            }
        }
        return parts + finished(letters)
    }

    private func codes(of scalar: Unicode.Scalar) -> [UInt8] {
        switch scalar.value {
        case 0x600...0x6ff:
            let code = codes.arabic[Int(scalar.value & 0xff)]
            return code == LetterCodes.none || code == LetterCodes.digit ? [] : [code]
        case 0x41...0x5a, 0x61...0x7a: return [LetterCodes.latin(UInt8(scalar.value) | 0x20)]
        case 0..<0x80: return []
        default: return LetterCodes.codes(ofOther: scalar.value)
        }
    }
}
