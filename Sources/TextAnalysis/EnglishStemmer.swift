/// The English stemmer of Snowball 3.1, "Porter2" (https://snowballstem.org/algorithms/english/stemmer.html), over lower-case
/// ASCII; a word with anything else in it is left as it is.
enum EnglishStemmer {
    static func stem(_ word: [UInt8]) -> [UInt8] {
        guard word.count > 2, word.allSatisfy({ $0 &- 0x61 < 26 || $0 == 0x27 }) else { return word }
        if let special = exceptions[word] { return special }
        var stem = Word(word)
        stem.removePossessive()
        stem.removePlural()
        if invariantsAfterPlural.contains(stem.letters) { return stem.unmarked }
        stem.removePastAndGerund()
        stem.replaceFinalY()
        stem.replaceSuffix(Self.step2, in: stem.region1)
        stem.replaceSuffix(Self.step3, in: stem.region1)
        stem.removeSuffix4()
        stem.removeFinalE()
        return stem.unmarked
    }

    private static let exceptions: [[UInt8]: [UInt8]] = pairs(
        """
        skis ski skies sky dying die lying lie tying tie idly idl gently gentl ugly ugli early earli only onli
        singly singl sky sky news news howe howe atlas atlas cosmos cosmos bias bias andes andes
        """)

    private static let invariantsAfterPlural: Set<[UInt8]> = Set(
        "inning outing canning herring earring evening proceed exceed succeed".split(separator: " ").map {
            Array($0.utf8)
        })

    /// Suffix and replacement by turns, longest suffixes first; `-` stands for nothing.
    private static let step2 = rules(
        """
        ization ize ational ate fulness ful ousness ous iveness ive tional tion ogist og biliti ble lessli less entli ent
        ation ate alism al aliti al ousli ous iviti ive fulli ful enci ence anci ance abli able izer ize ator ate
        alli al bli ble
        """)

    private static let step3 = rules(
        "ational ate tional tion alize al icate ic iciti ic ative - ical ic ness - ful -")

    private static func pairs(_ text: String) -> [[UInt8]: [UInt8]] {
        Dictionary(rules(text).map { ($0.suffix, $0.replacement) }, uniquingKeysWith: { first, _ in first })
    }

    private static func rules(_ text: String) -> [(suffix: [UInt8], replacement: [UInt8])] {
        let words = text.split { $0 == " " || $0 == "\n" }
        return stride(from: 0, to: words.count - 1, by: 2).map { index in
            (Array(words[index].utf8), words[index + 1] == "-" ? [] : Array(words[index + 1].utf8))
        }
    }
}

/// A word on its way to its stem; `Y` is a y that stands for a consonant.
private struct Word {
    var letters: [UInt8]
    /// Where R1 and R2 start.
    let region1: Int
    let region2: Int

    init(_ word: [UInt8]) {
        var letters = word.first == 0x27 ? Array(word.dropFirst()) : word
        for index in letters.indices where letters[index] == Self.y {
            if index == 0 || Self.isVowel(letters[index - 1]) { letters[index] = Self.consonantY }
        }
        self.letters = letters
        let special = Self.beginnings.first { letters.starts(with: $0) }
        region1 = special?.count ?? Self.region(of: letters, from: 0)
        region2 = Self.region(of: letters, from: region1)
    }

    var unmarked: [UInt8] { letters.map { $0 == Self.consonantY ? Self.y : $0 } }

    static let y: UInt8 = 0x79
    static let consonantY: UInt8 = 0x59
    /// What R1 follows in any case.
    private static let beginnings = [
        "gener", "commun", "arsen", "past", "univers", "later", "emerg", "organ", "inter",
    ].map { Array($0.utf8) }
    private static let doubles: Set<UInt8> = Set("bdfgmnprt".utf8)
    private static let liEndings: Set<UInt8> = Set("cdeghkmnrt".utf8)

    static func isVowel(_ letter: UInt8) -> Bool {
        switch letter {
        case 0x61, 0x65, 0x69, 0x6f, 0x75, 0x79: true
        default: false
        }
    }

    /// After the first consonant that follows a vowel.
    static func region(of letters: [UInt8], from start: Int) -> Int {
        var index = start + 1
        while index < letters.count {
            if isVowel(letters[index - 1]), !isVowel(letters[index]) { return index + 1 }
            index += 1
        }
        return letters.count
    }

    func ends(with suffix: String) -> Bool {
        letters.count >= suffix.utf8.count && letters.suffix(suffix.utf8.count).elementsEqual(suffix.utf8)
    }

    private func hasVowel(before end: Int) -> Bool {
        letters[..<max(end, 0)].contains(where: Self.isVowel)
    }

    mutating func removePossessive() {
        for suffix in ["'s'", "'s", "'"] where ends(with: suffix) {
            return letters.removeLast(suffix.utf8.count)
        }
    }

    // Step 1a.
    mutating func removePlural() {
        if ends(with: "sses") {
            letters.removeLast(2)
        } else if ends(with: "ied") || ends(with: "ies") {
            letters.removeLast(letters.count > 4 ? 2 : 1)
        } else if ends(with: "us") || ends(with: "ss") {
            return
        } else if ends(with: "s"), hasVowel(before: letters.count - 2) {
            letters.removeLast()
        }
    }

    // Step 1b.
    mutating func removePastAndGerund() {
        for suffix in ["eedly", "eed"] where ends(with: suffix) {
            if letters.count - suffix.utf8.count >= region1 {
                letters.removeLast(suffix.utf8.count)
                letters += "ee".utf8
            }
            return
        }
        for suffix in ["ingly", "edly", "ing", "ed"] where ends(with: suffix) {
            let rest = letters.count - suffix.utf8.count
            guard hasVowel(before: rest) else { return }
            letters.removeLast(suffix.utf8.count)
            return restoreEnding()
        }
    }

    private mutating func restoreEnding() {
        if ends(with: "at") || ends(with: "bl") || ends(with: "iz") {
            letters.append(0x65)
        } else if let last = letters.last, letters.count > 1, letters[letters.count - 2] == last,
            Self.doubles.contains(last)
        {
            // As in add, ebb, odd.
            if letters.count == 3, let first = letters.first, "aeo".utf8.contains(first) { return }
            letters.removeLast()
        } else if isShort {
            letters.append(0x65)
        }
    }

    /// Ends in a short syllable, and R1 is empty.
    private var isShort: Bool {
        region1 >= letters.count && endsInShortSyllable(letters.count)
    }

    private func endsInShortSyllable(_ end: Int) -> Bool {
        guard end >= 2 else { return false }
        if letters[..<end].suffix(4).elementsEqual("past".utf8) { return true }
        let last = letters[end - 1]
        guard !Self.isVowel(last), Self.isVowel(letters[end - 2]) else { return false }
        if end == 2 { return true }
        return !Self.isVowel(letters[end - 3]) && last != 0x77 && last != 0x78 && last != Self.consonantY
    }

    // Step 1c.
    mutating func replaceFinalY() {
        guard letters.count > 2, let last = letters.last, last == Self.y || last == Self.consonantY,
            !Self.isVowel(letters[letters.count - 2])
        else { return }
        letters[letters.count - 1] = 0x69
    }

    // Steps 2 and 3.
    mutating func replaceSuffix(_ rules: [(suffix: [UInt8], replacement: [UInt8])], in region: Int) {
        for rule in rules
        where letters.count >= rule.suffix.count
            && letters.suffix(rule.suffix.count).elementsEqual(rule.suffix)
        {
            let rest = letters.count - rule.suffix.count
            // "ative" goes only in R2.
            guard rest >= (rule.suffix.elementsEqual("ative".utf8) ? region2 : region) else { return }
            letters.removeLast(rule.suffix.count)
            letters += rule.replacement
            return
        }
        if rules.contains(where: { $0.suffix.elementsEqual("bli".utf8) }) { replaceStep2Ending(region) }
    }

    private mutating func replaceStep2Ending(_ region: Int) {
        let rest = letters.count
        if ends(with: "ogi"), rest - 3 >= region, rest > 3, letters[rest - 4] == 0x6c {
            letters.removeLast()
        } else if ends(with: "li"), rest - 2 >= region, rest > 2, Self.liEndings.contains(letters[rest - 3]) {
            letters.removeLast(2)
        }
    }

    private static let step4 = [
        "ement", "ance", "ence", "able", "ible", "ment", "ant", "ent", "ism", "ate", "iti", "ous", "ive",
        "ize",
        "ion", "al", "er", "ic",
    ]

    mutating func removeSuffix4() {
        for suffix in Self.step4 where ends(with: suffix) {
            let rest = letters.count - suffix.utf8.count
            guard rest >= region2 else { return }
            if suffix == "ion", rest == 0 || (letters[rest - 1] != 0x73 && letters[rest - 1] != 0x74) {
                return
            }
            letters.removeLast(suffix.utf8.count)
            return
        }
    }

    // Step 5.
    mutating func removeFinalE() {
        let rest = letters.count - 1
        if ends(with: "e"), rest >= region2 || rest >= region1 && !endsInShortSyllable(rest) {
            letters.removeLast()
        } else if ends(with: "ll"), rest >= region2 {
            letters.removeLast()
        }
    }
}
