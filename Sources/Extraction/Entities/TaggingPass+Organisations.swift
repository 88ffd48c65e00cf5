import Articles

extension TaggingPass {
    /// Organisations by the word that they begin with: «وكالة X», «وزارة …», «شركة “X”».
    mutating func findOrganisations() {
        for index in 0..<count where !traits[index].isDisjoint(with: [.organisation, .institution]) {
            guard words.words[index].isArabic, index + 1 < count else { continue }
            if let quoted = quotedName(index + 1) {
                propose(quoted, .organisation, confidence: 0.85, rule: "quoted-organisation")
                continue
            }
            guard continues(index + 1) else { continue }
            if let span = known(at: index + 1), span.kind == .organisation {
                let end = tailEnd(span.words.upperBound)
                propose(index..<end, .organisation, known: span.known, confidence: 0.9, rule: "gazetteer")
            } else if !hasArticle(index), continues(index + 2), traits[index + 2].contains(.organisationTail)
            {
                propose(index..<index + 3, .organisation, confidence: 0.8, rule: "organisation-tail")
            } else if traits[index].contains(.institution) {
                findInstitution(index)
            }
        }
    }

    private func tailEnd(_ index: Int) -> Int {
        continues(index) && traits[index].contains(.organisationTail) ? index + 1 : index
    }

    /// Up to six words between quotation marks that begin at `start`.
    private func quotedName(_ start: Int) -> Range<Int>? {
        guard words.words[start].gap == .openQuote else { return nil }
        var end = start + 1
        while end < count, end - start < 6, words.words[end].gap == .space || words.words[end].gap == .joint {
            end += 1
        }
        guard end == count || words.words[end].gap != .space else { return nil }
        let last = words.words[end - 1].range.upperBound
        // A quotation mark must follow.
        guard last + 2 < words.text.count else { return nil }
        let mark = words.text[last..<last + 3]
        guard mark.first == 0x22 || mark.starts(with: [0xe2, 0x80]) || mark.starts(with: [0xc2, 0xbb]) else {
            return nil
        }
        return start..<end
    }

    /// A ministry, university, party and the like with the definite words that follow, or a known place.
    private mutating func findInstitution(_ index: Int) {
        var end = index + 1
        let isMinistry = traits[index].contains(.ministry)
        if isMinistry, !hasArticle(end), traits[end].isEmpty, continues(end + 1), hasArticle(end + 1) {
            end += 1
        }
        if let place = known(at: end), place.kind == .place, place.form == .name {
            end = place.words.upperBound
        } else {
            while end < count, end - index <= (isMinistry ? 4 : 2), continues(end), mayGoOn(end) { end += 1 }
        }
        let first = index + 1
        guard end > first, !(isMinistry && end == first + 1 && !hasArticle(first) && known(at: first) == nil)
        else { return }
        if end - index == 2, known(at: first)?.form == .adjective { return }
        propose(index..<end, .organisation, confidence: 0.7, rule: "institution")
    }

    private func mayGoOn(_ index: Int) -> Bool {
        guard hasArticle(index) || words.bytes(index).starts(with: [0xd9, 0x84, 0xd9, 0x84]) else {
            return false
        }
        return traits[index].isDisjoint(with: [.stop, .title, .titleAdjective, .reporting])
    }

    /// Numbered wars, and agreements and conferences named after a place.
    mutating func findEvents() {
        for index in 0..<count where !traits[index].isDisjoint(with: [.war, .agreement]) {
            guard !hasArticle(index), continues(index + 1), let place = known(at: index + 1) else { continue }
            guard place.kind == .place, place.form == .name else { continue }
            let end = place.words.upperBound
            if traits[index].contains(.agreement) {
                propose(index..<end, .event, confidence: 0.7, rule: "agreement")
            } else if continues(end), traits[end].contains(.ordinal) {
                propose(index..<end + 1, .event, confidence: 0.85, rule: "war")
            }
        }
    }
}
