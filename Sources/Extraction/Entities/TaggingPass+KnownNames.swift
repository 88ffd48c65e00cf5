import Articles
import TextAnalysis

extension TaggingPass {
    private struct Match {
        var words: Range<Int>
        var dropped: Int
        var target: NameTable.Target
    }

    mutating func findKnownNames() {
        var index = 0
        while index < count {
            guard let match = longestMatch(in: gazetteer.names, at: index), hasCue(match) else {
                index += 1
                continue
            }
            proposals.append(span(match))
            knownStart[index] = Int32(clamping: proposals.count)
            index = match.words.upperBound
        }
    }

    /// The name of the gazetteer that these words are, or that a rule has taken them for.
    func knownName(_ range: Range<Int>) -> NameSpan? {
        if let known = known(at: range.lowerBound), known.words == range { return known }
        let proposal = Int(namedStart[range.lowerBound]) - 1
        if proposal >= 0, proposals[proposal].words == range { return proposals[proposal] }
        guard let match = longestMatch(in: gazetteer.names, at: range.lowerBound), match.words == range,
            match.target.form != .adjective
        else { return nil }
        return span(match)
    }

    private func span(_ match: Match) -> NameSpan {
        let last = words.words[match.words.upperBound - 1]
        let start = words.offset(inWord: match.words.lowerBound, dropping: match.dropped)
        return NameSpan(
            words: match.words, range: start..<last.range.upperBound,
            kind: gazetteer.entities.kind(at: Int(match.target.entity)),
            form: match.target.form, known: match.target.entity, confidence: 0.9, rule: "gazetteer")
    }

    /// A name that is an ordinary word counts only after a word such as مدينة or شركة.
    private func hasCue(_ match: Match) -> Bool {
        guard match.target.isDoubtful || match.target.isHomonym else { return true }
        let index = match.words.lowerBound
        guard match.target.form != .adjective, continues(index) else { return false }
        let isPlace = gazetteer.entities.kind(at: Int(match.target.entity)) == .place
        let cues: WordTraits = isPlace ? .placeCue : [.organisation, .institution, .product]
        return !traits[index - 1].isDisjoint(with: cues)
    }

    /// The later mentions of names that rules found, and of people by their last names.
    mutating func findRepeatedNames() {
        var table = NameTable()
        for (position, span) in settled.enumerated() where span.known == nil {
            let name = Array(words.text[span.range])
            let parts = NameKey.words(of: String(decoding: name, as: UTF8.self))
            let origin = Int32(clamping: span.repeats ?? position)
            let target = NameTable.Target(entity: origin, form: span.form, languages: .all)
            if parts.count > 1 || !words.words[span.words.lowerBound].isArabic { table.insert(parts, target) }
            if span.kind == .person, parts.count > 1, let last = parts.last, let end = span.words.last,
                isLastName(end)
            {
                table.insert([last], target)
            }
        }
        guard table.count > 0 else { return }
        var index = 0
        while index < count {
            guard !isCovered[index], let match = longestMatch(in: table, at: index),
                !isCovered[match.words].contains(true)
            else {
                index += 1
                continue
            }
            var span = span(repeating: match)
            span.form = match.target.form
            settled.append(span)
            for word in match.words { isCovered[word] = true }
            index = match.words.upperBound
        }
        // Stable positions first: `repeats` counts settled spans before this.
        settled.sort {
            ($0.repeats == nil ? 0 : 1, $0.words.lowerBound) < (
                $1.repeats == nil ? 0 : 1, $1.words.lowerBound
            )
        }
    }

    /// Whether the last word of a person's name stands for the person alone.
    func isLastName(_ index: Int) -> Bool {
        let bytes = words.bytes(index)
        guard let first = bytes.first, bytes.count >= 8 || first < 0x80 && bytes.count > 3 else {
            return false
        }
        return traits[index].isDisjoint(with: [.givenName, .stop])
    }

    /// Whether these words are a name of the gazetteer that counts only after a cue, and there is none.
    func isDoubtful(_ range: Range<Int>) -> Bool {
        guard let match = longestMatch(in: gazetteer.names, at: range.lowerBound), match.words == range else {
            return false
        }
        return !hasCue(match)
    }

    private func span(repeating match: Match) -> NameSpan {
        let origin = Int(match.target.entity)
        let last = words.words[match.words.upperBound - 1]
        let start = words.offset(inWord: match.words.lowerBound, dropping: match.dropped)
        return NameSpan(
            words: match.words, range: start..<last.range.upperBound, kind: settled[origin].kind,
            repeats: origin, confidence: 0.7, rule: "repeated")
    }

    private func longestMatch(in table: NameTable, at index: Int) -> Match? {
        let word = words.words[index]
        if let match = match(in: table, at: index, word.hash, reading: (0, 0), adjective: true, name: true) {
            return match
        }
        guard word.isArabic, word.folded.count >= 6, mayHaveProclitic(word.folded.lowerBound) else {
            return nil
        }
        let bytes = words.bytes(index)
        for (dropped, withArticle) in Clitics.readings(ofFolded: bytes)
        where dropped > 0 && bytes.count - dropped >= 6 {
            let rest = bytes.dropFirst(dropped)
            let hash = NameKey.hash(rest)
            if !withArticle {
                // س goes with verbs only.
                if bytes[bytes.startIndex + dropped - 1] == 0xb3,
                    bytes[bytes.startIndex + dropped - 2] == 0xd8
                {
                    continue
                }
                if let found = match(
                    in: table, at: index, hash, reading: (dropped, dropped), adjective: true, name: true)
                {
                    return found
                }
                continue
            }
            // للـ has lost the alef of the article.
            let isShort = bytes[bytes.startIndex + dropped - 3] == 0x84
            let kept = dropped - (isShort ? 2 : 4)
            if let found = match(
                in: table, at: index, hash, reading: (dropped, kept), adjective: true, name: false)
            {
                return found
            }
            guard isShort else { continue }
            let full = NameKey.hash(rest, from: NameKey.hash([0xd8, 0xa7, 0xd9, 0x84]))
            if let found = match(
                in: table, at: index, full, reading: (dropped, kept), adjective: false, name: true,
                article: true)
            {
                return found
            }
        }
        return nil
    }

    private func mayHaveProclitic(_ offset: Int) -> Bool {
        Self.isProclitic(words.folded, offset)
            || words.folded[offset] == 0xd8 && words.folded[offset + 1] == 0xa7
                && words.folded[offset + 2] == 0xd9 && words.folded[offset + 3] == 0x84
    }

    /// The longest name that begins with the reading of a word whose hash is `first`. `reading` says how many bytes of the
    /// word the name is compared without, and how many its mention leaves out.
    private func match(
        in table: NameTable, at index: Int, _ first: UInt64, reading: (skipped: Int, kept: Int),
        adjective: Bool,
        name: Bool, article: Bool = false
    ) -> Match? {
        let reach = table.reach(first)
        guard reach > 0 else { return nil }
        var hash = first
        var best: Match?
        var end = index
        while true {
            if let target = table.target(hash), target.form == .adjective ? adjective : name,
                fits(target, index), equal(table.bytes(of: target), index...end, reading.skipped, article)
            {
                best = Match(words: index..<end + 1, dropped: reading.kept, target: target)
            }
            end += 1
            guard end - index < reach, end < count else { break }
            let gap = words.words[end].gap
            guard gap == .space || gap == .joint else { break }
            hash = NameKey.hash(words.bytes(end), from: NameKey.adding(0x20, to: hash))
        }
        return best
    }

    private func fits(_ target: NameTable.Target, _ index: Int) -> Bool {
        let word = words.words[index]
        guard !target.languages.isDisjoint(with: word.languages) else { return false }
        guard target.isLatin else { return true }
        return target.form == .acronym ? word.isAllCapitals : word.isCapital
    }

    private func equal(
        _ name: ArraySlice<UInt8>, _ range: ClosedRange<Int>, _ skipped: Int, _ article: Bool
    ) -> Bool {
        var rest = name
        func take(_ part: some Collection<UInt8>) -> Bool {
            guard rest.starts(with: part) else { return false }
            rest = rest.dropFirst(part.count)
            return true
        }
        if article, !take([0xd8, 0xa7, 0xd9, 0x84]) { return false }
        guard take(words.bytes(range.lowerBound).dropFirst(skipped)) else { return false }
        for index in range.dropFirst() {
            guard take(CollectionOfOne(0x20)), take(words.bytes(index)) else { return false }
        }
        return rest.isEmpty
    }
}
