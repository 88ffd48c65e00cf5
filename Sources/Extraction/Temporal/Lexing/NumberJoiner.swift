import TextAnalysis

/// Makes one token of a number in words: «ألف وتسعمئة وواحد وتسعين», twenty-first, ۲۰ هزار.
struct NumberJoiner: Sendable {
    let lexicon: TimeLexicon

    func join(_ tokens: inout [TimeToken]) {
        guard tokens.contains(where: { lexicon.isNumeral[Int($0.word)] }) else { return }
        var joined: [TimeToken] = []
        joined.reserveCapacity(tokens.count)
        var index = 0
        while index < tokens.count {
            let (token, end) = numeral(tokens, at: index)
            joined.append(token)
            index = end
        }
        tokens = joined
    }

    private func numeral(_ tokens: [TimeToken], at start: Int) -> (TimeToken, end: Int) {
        let token = tokens[start]
        if token.kind == .number, start + 1 < tokens.count, tokens[start + 1].isGlued,
            lexicon.isWord(tokens[start + 1].word, in: lexicon.ordinalSuffixClass)
        {
            return (made(.ordinal, of: tokens, start..<start + 2, value: token.value), start + 2)
        }
        guard token.kind == .word, lexicon.isNumeral[Int(token.word)] else { return (token, start + 1) }
        if let first = ordinal(token) { return ordinal(first, tokens, start) }
        guard let first = cardinal(token) else { return (token, start + 1) }
        var sum = NumberSum(first)
        var end = start + 1
        while let (value, next) = addend(tokens, at: end) {
            if let nth = ordinalEnding(tokens, at: next - 1, after: sum) {
                return (made(.ordinal, of: tokens, start..<next, value: sum.value + nth), next)
            }
            guard let value, sum.add(value, isJoined: next - end > 1) else { break }
            end = next
        }
        if lexicon.language == .english, let pair = yearPair(sum, tokens, at: end) {
            return (made(.spelled, of: tokens, start..<pair.end, value: pair.year), pair.end)
        }
        return (made(.spelled, of: tokens, start..<end, value: sum.value), end)
    }

    /// Past «و», "and" or a hyphen, the value there; `nil` as value for an ordinal.
    private func addend(_ tokens: [TimeToken], at index: Int) -> (value: Int?, end: Int)? {
        guard index < tokens.count else { return nil }
        var next = index
        let isLink =
            lexicon.isWord(tokens[next].word, in: lexicon.andClass)
            || tokens[next].word == TimeMark.hyphen.rawValue && tokens[next].isGlued
        if isLink { next += 1 }
        guard next < tokens.count, tokens[next].kind == .word else { return nil }
        if let value = cardinal(tokens[next]) { return (value, next + 1) }
        return ordinal(tokens[next]) == nil ? nil : (nil, next + 1)
    }

    /// twenty-first, بیست و یکم.
    private func ordinalEnding(_ tokens: [TimeToken], at index: Int, after sum: NumberSum) -> Int? {
        guard lexicon.language != .arabic, cardinal(tokens[index]) == nil, let nth = ordinal(tokens[index]),
            (1...9).contains(nth), [20, 30].contains(sum.value)
        else { return nil }
        return nth
    }

    /// الخامس عشر, الحادي والعشرين.
    private func ordinal(_ first: Int, _ tokens: [TimeToken], _ start: Int) -> (TimeToken, end: Int) {
        let end = start + 1
        if (1...9).contains(first), end < tokens.count, cardinal(tokens[end]) == 10 {
            return (made(.ordinal, of: tokens, start..<end + 1, value: first + 10), end + 1)
        }
        if (1...9).contains(first), end + 1 < tokens.count,
            lexicon.isWord(tokens[end].word, in: lexicon.andClass),
            let tens = ordinal(tokens[end + 1]), tens >= 20, tens % 10 == 0
        {
            return (made(.ordinal, of: tokens, start..<end + 2, value: first + tens), end + 2)
        }
        var token = tokens[start]
        token.kind = .ordinal
        token.number = Int32(first)
        return (token, end)
    }

    /// nineteen ninety-one.
    private func yearPair(
        _ sum: NumberSum, _ tokens: [TimeToken], at index: Int
    ) -> (year: Int, end: Int)? {
        guard (13...20).contains(sum.value), index < tokens.count, tokens[index].kind == .word,
            let tens = cardinal(tokens[index]), (10...99).contains(tens)
        else { return nil }
        guard tens >= 20, let next = addend(tokens, at: index + 1), let units = next.value,
            (1...9).contains(units)
        else { return (sum.value * 100 + tens, index + 1) }
        return (sum.value * 100 + tens + units, next.end)
    }

    private func cardinal(_ token: TimeToken) -> Int? {
        token.word == 0 ? nil : lexicon.value(of: token.word, in: lexicon.numberClass)
    }

    private func ordinal(_ token: TimeToken) -> Int? {
        token.word == 0 ? nil : lexicon.value(of: token.word, in: lexicon.ordinalClass)
    }

    private func made(
        _ kind: TimeToken.Kind, of tokens: [TimeToken], _ range: Range<Int>, value: Int
    ) -> TimeToken {
        var token = tokens[range.lowerBound]
        token.kind = kind
        token.end = tokens[range.upperBound - 1].end
        token.number = Int32(clamping: value)
        // A single word stays what else it is.
        if range.count > 1 { token.word = 0 }
        token.count = 0
        return token
    }
}

/// A number as its words are added up.
struct NumberSum {
    private(set) var thousands = 0
    private(set) var rest = 0

    var value: Int { thousands + rest }

    init(_ first: Int) {
        if first >= 1_000 { thousands = first } else { rest = first }
    }

    /// «إحدى وثلاثين وثلاثمائة وألف», from the units up.
    private mutating func addUpwards(_ value: Int) -> Bool {
        guard thousands == 0, rest > 0 else { return false }
        switch value {
        case 1_000, 2_000: thousands = value
        case 100...900 where rest < 100: rest += value
        default: return false
        }
        return true
    }

    /// Adds a word's value where it fits, as units fit after tens; `isJoined`: «و» stands before it.
    mutating func add(_ value: Int, isJoined: Bool) -> Bool {
        if isJoined, addUpwards(value) { return true }
        switch value {
        case 1_000...:
            if isJoined || rest == 0 || thousands > 0 { return false }
            thousands = rest * value
            rest = 0
            return thousands < 1_000_000_000
        case 100 where !isJoined && (2...9).contains(rest), 100 where !isJoined && (11...19).contains(rest):
            rest *= 100
        case 100...999:
            guard rest == 0 else { return false }
            rest = value
        case 10 where !isJoined && (1...9).contains(rest % 100): rest += 10
        case 10...99:
            guard rest % 100 < 10, value >= 20 || rest % 100 == 0, thousands > 0 || rest > 0 else {
                return false
            }
            rest += value
        default:
            guard rest % 10 == 0, rest % 100 != 10 else { return false }
            rest += value
        }
        return true
    }
}
