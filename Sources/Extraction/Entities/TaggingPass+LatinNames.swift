import Articles

extension TaggingPass {
    /// Runs of capitalised Latin words: organisations by their last word, and in other scripts by what stands before.
    mutating func findLatinNames() {
        var index = 0
        while index < count {
            guard words.words[index].isCapital else {
                index += 1
                continue
            }
            let end = runEnd(index)
            let start = index
            index = end
            if let known = known(at: start), known.words.upperBound >= end { continue }
            guard let (kind, rule) = kind(start..<end) else { continue }
            let isForeign = !words.words[start].languages.contains(.english)
            propose(start..<end, kind, confidence: 0.8, rule: (isForeign ? "latin-" : "") + rule)
        }
    }

    private func runEnd(_ start: Int) -> Int {
        var end = start + 1
        while end < count, words.words[end].gap == .space || words.words[end].gap == .joint {
            if words.words[end].isCapital {
                end += 1
            } else if isJoiningWord(end), end + 1 < count, words.words[end + 1].isCapital,
                words.words[end + 1].gap == .space
            {
                end += 2
            } else {
                break
            }
        }
        return end
    }

    /// of and for inside names.
    private func isJoiningWord(_ index: Int) -> Bool {
        let bytes = words.bytes(index)
        return bytes.elementsEqual("of".utf8) || bytes.elementsEqual("for".utf8)
    }

    private func kind(_ run: Range<Int>) -> (Entity.Kind, String)? {
        let hasSuffix = run.contains { traits[$0].contains(.organisationSuffix) }
        if run.count > 1, hasSuffix, !traits[run.lowerBound].contains(.stop) {
            return (.organisation, "organisation-suffix")
        }
        guard !words.words[run.lowerBound].languages.contains(.english) else { return nil }
        if isAfter(.product, run.lowerBound, 2) { return (.product, "product-cue") }
        let letters = words.words[run.lowerBound].range.count
        if letters > 1, isAfter(.organisation, run.lowerBound, 3) {
            return (.organisation, "organisation-cue")
        }
        let isQuoted = words.words[run.lowerBound].gap == .openQuote
        return isQuoted && run.count > 1 ? (.organisation, "quoted") : nil
    }

    private func isAfter(_ trait: WordTraits, _ index: Int, _ back: Int) -> Bool {
        for other in max(0, index - back)..<index where words.words[other].block == words.words[index].block {
            if traits[other].contains(trait) { return true }
        }
        return false
    }

    /// Capitals in parentheses after a name are its acronym.
    mutating func findAcronyms() {
        for (position, span) in settled.enumerated() {
            let index = span.words.upperBound
            guard index < count, !isCovered[index], words.words[index].gap == .openParenthesis else {
                continue
            }
            let word = words.words[index]
            guard word.isAllCapitals, word.isCapital, word.range.count > 1 else { continue }
            guard index + 1 == count || words.words[index + 1].gap != .space else { continue }
            isCovered[index] = true
            settled.append(
                NameSpan(
                    words: index..<index + 1, range: word.range, kind: span.kind, form: .acronym,
                    repeats: position, confidence: 0.9, rule: "acronym"))
        }
    }
}
