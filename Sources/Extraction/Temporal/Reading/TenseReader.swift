/// Tells from the words around an expression whether what happens at it lies before or ahead.
struct TenseReader {
    enum Tense: Sendable {
        /// Said before, or done before.
        case past, happened, future
    }

    /// Tokens on either side beyond which no cue is looked for.
    private static let reach = 40
    /// Bytes between a verb and the expression that says how long ago it was.
    private static let reachOfVerb = 60

    let lexicon: TimeLexicon
    let tokens: [TimeToken]

    /// The nearest cue before the expression in its sentence, else the nearest after it.
    func tense(around range: Range<Int>) -> Tense? {
        var index = range.lowerBound - 1
        while index >= max(0, range.lowerBound - Self.reach), !isEnd(tokens[index]) {
            if let tense = tense(of: tokens[index]) { return tense }
            index -= 1
        }
        index = range.upperBound
        while index < min(tokens.count, range.upperBound + Self.reach), !isEnd(tokens[index]),
            tokens[index].word != TimeMark.comma.rawValue
        {
            if let tense = tense(of: tokens[index]) { return tense }
            index += 1
        }
        return nil
    }

    /// Whether the verb right before an expression tells of something that was over at once: «توفي منذ عامين».
    func isFinished(before range: Range<Int>) -> Bool {
        guard tokens.indices.contains(range.lowerBound) else { return false }
        let start = tokens[range.lowerBound].start
        for token in tokens[..<range.lowerBound].reversed() {
            if isEnd(token) || token.word == TimeMark.comma.rawValue { return false }
            if start - token.start > Self.reachOfVerb { return false }
            if token.kind != .gap, lexicon.isWord(token.word, in: lexicon.finishedClass) { return true }
            if tense(of: token) != nil { return false }
        }
        return false
    }

    private func tense(of token: TimeToken) -> Tense? {
        if token.kind == .gap { return token.flags.contains(.future) ? .future : nil }
        guard token.word != 0 else { return nil }
        if lexicon.isWord(token.word, in: lexicon.futureClass) { return .future }
        if lexicon.isWord(token.word, in: lexicon.happenedClass) { return .happened }
        return lexicon.isWord(token.word, in: lexicon.pastClass) ? .past : nil
    }

    private func isEnd(_ token: TimeToken) -> Bool {
        token.kind == .mark
            && (token.word == TimeMark.period.rawValue || token.word == TimeMark.other.rawValue)
    }
}
