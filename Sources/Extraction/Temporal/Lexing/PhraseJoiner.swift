/// Makes one token of the words of a phrase that the lexicon holds.
struct PhraseJoiner: Sendable {
    let lexicon: TimeLexicon

    func join(_ tokens: inout [TimeToken]) {
        guard tokens.contains(where: { lexicon.startsPhrase[Int($0.word)] }) else { return }
        var joined: [TimeToken] = []
        joined.reserveCapacity(tokens.count)
        var index = 0
        while index < tokens.count {
            let (token, end) = phrase(tokens, at: index)
            joined.append(token)
            index = end
        }
        tokens = joined
    }

    private func phrase(_ tokens: [TimeToken], at start: Int) -> (TimeToken, end: Int) {
        var token = tokens[start]
        guard lexicon.startsPhrase[Int(token.word)], let phrases = lexicon.phrases[token.word] else {
            return (token, start + 1)
        }
        for phrase in phrases {
            let end = start + 1 + phrase.rest.count
            guard end <= tokens.count,
                zip(tokens[start + 1..<end], phrase.rest).allSatisfy({ $0.word == $1 && $0.kind != .gap })
            else { continue }
            token.word = phrase.word
            token.kind = .word
            token.end = tokens[end - 1].end
            return (token, end)
        }
        return (token, start + 1)
    }
}
