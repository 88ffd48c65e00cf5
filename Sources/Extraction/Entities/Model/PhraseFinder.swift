/// Finds names of the lists in a sentence: at each token the longest one that begins there.
enum PhraseFinder {
    /// Marks what the tokens of a sequence are in names of the lists. A later name does not change tokens of an earlier one
    /// that are not its first.
    static func mark(_ sequence: inout TokenSequence, _ lists: WordLists) {
        for index in sequence.tokens.indices {
            let form = sequence.tokens[index].form
            guard form.reach > 0, sequence.tokens[index].word >= 0 else { continue }
            var (best, classes) = longest(sequence.tokens, index, form.phraseStart, Int(form.reach), lists)
            if form.otherReach > 0 {
                let other = longest(sequence.tokens, index, form.otherStart, Int(form.otherReach), lists)
                if other.end > best { (best, classes) = other }
            }
            // A single Latin word without a capital is no name.
            guard best > index + 1 || best > index && (form.isCapital || form.shape & 0xff != 0x78) else {
                continue
            }
            let count = best - index
            sequence.addClasses(classes, count == 1 ? 0 : count == 2 ? 1 : 3, at: index)
            for token in index + 1..<best { sequence.addClasses(classes, 2, at: token) }
        }
    }

    /// The token after the longest name, and its classes; `end` is 0 without one.
    private static func longest(
        _ tokens: [ModelToken], _ start: Int, _ first: UInt64, _ reach: Int, _ lists: WordLists
    ) -> (end: Int, classes: UInt64) {
        var found: (end: Int, classes: UInt64) = (0, lists.classes(first))
        if found.classes != 0 { found.end = start + 1 }
        var hash = first
        var words = 1
        var index = start + 1
        while words < reach, index < tokens.count {
            let token = tokens[index]
            if token.word < 0 {
                // A hyphen or stop without spaces is inside the name.
                guard !token.isBoundary, index + 1 < tokens.count,
                    token.range.lowerBound == tokens[index - 1].range.upperBound,
                    token.range.upperBound == tokens[index + 1].range.lowerBound
                else { break }
                index += 1
                continue
            }
            hash = NameKey.joined(hash, token.form.folded)
            words += 1
            index += 1
            let classes = lists.classes(hash)
            if classes != 0 { found = (index, classes) }
        }
        return found
    }
}
