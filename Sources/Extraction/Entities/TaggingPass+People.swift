import Articles

extension TaggingPass {
    /// People after titles, and given names with what follows them.
    mutating func findPeople(_ rules: NameRules = .all) {
        var index = 0
        while index < count {
            var next = index + 1
            if rules.contains(.titles), traits[index].contains(.title),
                let start = nameStart(afterTitle: index),
                let end = personEnd(start, isTitled: true)
            {
                propose(start..<end, .person, confidence: 0.85, rule: "title")
                next = end
            } else if rules.contains(.givenNames), traits[index].contains(.givenName),
                let end = personEnd(index, isTitled: false)
            {
                propose(index..<end, .person, confidence: 0.75, rule: "given-name")
                next = end
            }
            index = next
        }
    }

    /// Where a name may begin after a title, its office and adjectives: «وزير الخارجية الأمريكي …».
    private func nameStart(afterTitle title: Int) -> Int? {
        var index = title + 1
        let isOffice = traits[title].contains(.office)
        while index < count, index - title < 7 {
            let word = words.words[index]
            guard word.gap == .space || word.gap == .stop else { return nil }
            if let span = known(at: index), span.kind != .person {
                index = span.words.upperBound
            } else if traits[index].contains(.titleAdjective) || traits[index].contains(.title) {
                index += 1
            } else if isOffice, word.isArabic, hasArticle(index), !traits[index].contains(.givenName) {
                index += 1
            } else {
                return index
            }
        }
        return nil
    }

    private func personEnd(_ start: Int, isTitled: Bool) -> Int? {
        words.words[start].isArabic ? arabicPersonEnd(start, isTitled) : latinPersonEnd(start, isTitled)
    }

    /// Given names and connectors, then one family name.
    private func arabicPersonEnd(_ start: Int, _ isTitled: Bool) -> Int? {
        var end = start
        while end < count, end - start < 4, end == start || continues(end), words.words[end].isArabic {
            if traits[end].contains(.connector), end + 1 < count, continues(end + 1), mayBeName(end + 1, true)
            {
                end += 2
            } else if traits[end].contains(.givenName), end == start || dropped[end] == 0 {
                end += 1
            } else {
                break
            }
        }
        let givenCount = end - start
        if givenCount == 0 {
            guard isTitled, mayBeFamilyName(start, false), continues(start + 1),
                mayBeFamilyName(start + 1, false)
            else {
                return nil
            }
            return start + 2
        }
        if end < count, continues(end), mayBeFamilyName(end, true) { end += 1 }
        if end < count, continues(end), isDivine(end) { end += 1 }
        guard end - start > 1 else { return nil }
        let isDoubtful = traits[start].contains(.doubtfulGivenName) && givenCount < 2
        return isTitled || !isDoubtful ? end : nil
    }

    /// الله and الدين end names such as نصر الله.
    private func isDivine(_ index: Int) -> Bool {
        let word = String(decoding: words.bytes(index), as: UTF8.self)
        return word == "الله" || word == "الدين"
    }

    private func mayBeName(_ index: Int, _ allowsArticle: Bool) -> Bool {
        let word = words.words[index]
        guard word.isArabic, word.folded.count >= 4, dropped[index] == 0 else { return false }
        let barred: WordTraits = [
            .stop, .reporting, .titleAdjective, .title, .organisation, .institution, .product, .war,
        ]
        guard traits[index].isDisjoint(with: barred) || traits[index].contains(.givenName) else {
            return false
        }
        if let known = known(at: index), known.form == .adjective { return false }
        return allowsArticle || !hasArticle(index)
    }

    private func mayBeFamilyName(_ index: Int, _ allowsArticle: Bool) -> Bool {
        guard mayBeName(index, allowsArticle), known(at: index) == nil else { return false }
        let word = words.words[index]
        let bytes = words.bytes(index)
        // Tanwin is the mark of a common noun; ها and هم are pronouns; so is a last ه in Arabic.
        let text = words.text
        for offset in word.range.dropLast() where text[offset] == 0xd9 && text[offset + 1] == 0x8b {
            return false
        }
        let last = text[word.range.upperBound - 1]
        let beforeLast = text[word.range.upperBound - 2]
        if word.languages == .arabic, beforeLast == 0xd9, last == 0x87 { return false }
        if word.languages == .arabic, beforeLast == 0xd8, last == 0xa9, !allowsArticle { return false }
        let folded = String(decoding: bytes, as: UTF8.self)
        if folded.hasSuffix("ها") || folded.hasSuffix("هم") || folded.hasSuffix("يه")
            || folded.hasSuffix("هما")
        {
            return false
        }
        // «تأميم», «افتتاح»: what happened, not who.
        if CueLexicon.kinds.name(folded) != nil { return false }
        if !allowsArticle, folded.hasSuffix("ات") || folded.hasSuffix("ون") && folded.utf8.count > 10 {
            return false
        }
        // وال, بال, فال, كال and لل: another word with the article. Short words in ي and ت are mostly verbs.
        let letters = bytes.count / 2
        if letters > 4, Self.isProclitic(words.folded, word.folded.lowerBound),
            bytes.dropFirst(2).starts(with: [0xd8, 0xa7, 0xd9, 0x84])
        {
            return false
        }
        if folded.hasPrefix("لل") { return false }
        return letters > 2 && !(letters <= 4 && (folded.hasPrefix("ي") || folded.hasPrefix("ت")))
    }

    private func isLatinName(_ index: Int) -> Bool {
        index < count && words.words[index].isCapital && !traits[index].contains(.stop)
            && traits[index].isDisjoint(with: [.title, .organisationSuffix])
    }

    private func latinPersonEnd(_ start: Int, _ isTitled: Bool) -> Int? {
        guard isLatinName(start) else { return nil }
        var end = start + 1
        while isLatinName(end), end - start < 3 {
            let isAfterInitial = words.words[end].gap == .stop && words.words[end - 1].range.count == 1
            guard words.words[end].gap == .space || isAfterInitial else { break }
            end += 1
        }
        if let known = known(at: start), known.words.upperBound >= end { return nil }
        let isDoubtful = traits[start].contains(.doubtfulGivenName)
        if end - start == 1 { return isTitled && words.words[start].range.count > 2 ? end : nil }
        return isTitled || !isDoubtful ? end : nil
    }
}
