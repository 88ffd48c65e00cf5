import TextAnalysis

/// Makes the tokens that the rules of time read: words looked up in the lexicon, numbers, and what stands between them.
struct TemporalLexer {
    let lexicon: TemporalLexicon

    /// The tokens of a part of `text`.
    func tokens(in text: [UInt8], _ range: Range<Int>) -> [TimeToken] {
        let bytes = Array(text[range])
        var tokens: [TimeToken] = []
        var end = 0
        var folded: [UInt8] = []
        for word in Tokenizer().wordRanges(in: bytes) {
            folded.removeAll(keepingCapacity: true)
            LetterFolding.fold(bytes, word, into: &folded)
            let gap = tokens.isEmpty ? .sentence : self.gap(bytes[end..<word.lowerBound])
            end = word.upperBound
            var token = self.token(folded, gap: gap)
            token.isCapitalised = bytes[word.lowerBound] &- 0x41 < 26
            let start = word.lowerBound + clitic(token, in: bytes, word)
            token.range = range.lowerBound + start..<range.lowerBound + word.upperBound
            if let joined = join(tokens.last, token) {
                tokens[tokens.count - 1] = joined
            } else {
                tokens.append(token)
            }
        }
        return tokens
    }

    /// Bytes of the proclitics in the text, which folding may have changed in length only inside the word.
    private func clitic(_ token: TimeToken, in bytes: [UInt8], _ word: Range<Int>) -> Int {
        let letters = (token.hasAnd ? 1 : 0) + (token.hasPreposition ? 1 : 0)
        return min(letters * 2, word.count)
    }

    private func token(_ folded: [UInt8], gap: TimeToken.Gap) -> TimeToken {
        var token = TimeToken(range: 0..<0, folded: "", gap: gap)
        var rest = folded[...]
        if look(&token, rest) { return token }
        if rest.starts(with: Self.waw), rest.count > 2 {
            token.hasAnd = true
            rest = rest.dropFirst(2)
            if look(&token, rest) { return token }
        }
        if Self.prepositions.contains(where: rest.starts), rest.count > 2 {
            token.hasPreposition = true
            if look(&token, rest.dropFirst(2)) { return token }
            token.hasPreposition = false
        }
        token.hasAnd = false
        return token
    }

    private static let waw = Array("و".utf8)
    private static let prepositions = ["ب", "ل", "ف", "ك"].map { Array($0.utf8) }

    /// Fills the token in when the word is a number or known.
    private func look(_ token: inout TimeToken, _ word: ArraySlice<UInt8>) -> Bool {
        let digits = word.prefix { $0 &- 0x30 < 10 }
        if !digits.isEmpty, digits.count <= 9 {
            let rest = word.dropFirst(digits.count)
            if rest.isEmpty || Self.numberEnds.contains(where: rest.elementsEqual) {
                token.number = digits.reduce(0) { $0 * 10 + Int($1 &- 0x30) }
                token.digits = digits.count
                token.folded = String(decoding: word, as: UTF8.self)
                if !rest.isEmpty { token.word = Self.suffixed(rest) }
                return true
            }
        }
        guard lexicon.mayHold(word) else { return false }
        token.word = lexicon[word]
        token.folded = String(decoding: word, as: UTF8.self)
        return token.word != nil || lexicon.startsPhrase(word)
    }

    /// What may be written together with a number: هـ, م, th, s.
    private static let numberEnds = ["ه", "م", "th", "st", "nd", "rd", "s"].map { Array($0.utf8) }

    private static func suffixed(_ suffix: ArraySlice<UInt8>) -> TimeWord {
        var word = TimeWord()
        switch String(decoding: suffix, as: UTF8.self) {
        case "ه": word.values[.era] = Era.hijri.rawValue
        case "م": word.values[.era] = Era.ad.rawValue
        case "s": word.values[.decade] = 0
        default: word.values[.ordinal] = 0
        }
        return word
    }

    /// One token for a name of two words, such as كانون الثاني.
    private func join(_ last: TimeToken?, _ token: TimeToken) -> TimeToken? {
        guard var last, !last.folded.isEmpty, !token.folded.isEmpty, token.follows, !token.hasAnd,
            lexicon.startsPhrase(Array(last.folded.utf8)[...]),
            let word = lexicon[Array((last.folded + " " + token.folded).utf8)[...]]
        else { return nil }
        last.word = word
        last.folded += " " + token.folded
        last.range = last.range.lowerBound..<token.range.upperBound
        last.number = nil
        return last
    }

    private func gap(_ bytes: ArraySlice<UInt8>) -> TimeToken.Gap {
        var gap = TimeToken.Gap.none
        for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
            switch scalar {
            case " ", "\u{a0}": gap = gap == .none ? .space : gap
            case "-", "–", "—", "ـ": gap = gap == .none || gap == .space ? .hyphen : .other
            case "/": gap = gap == .none || gap == .space ? .slash : .other
            case ",", "،": gap = gap == .none || gap == .space ? .comma : .other
            case ":": gap = gap == .none || gap == .space ? .colon : .other
            case "(", ")", "[", "]": gap = .parenthesis
            case ".", "\n", "!", "?", "؟": return .sentence
            default: gap = .other
            }
        }
        return gap
    }
}
