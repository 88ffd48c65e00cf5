/// Tells Arabic, Persian and English apart by script, letters and frequent words.
package struct LanguageDetector: Sendable {
    /// Letters that are looked at; a text is rarely in two languages by turns.
    private static let sampleSize = 4_000

    package init() {}

    /// `.undetermined` when there is no letter or another script prevails.
    ///
    /// `expected` decides between languages for which the text speaks alike; another one must have more than `margin`
    /// letters or quarters of words more.
    package func language(
        of text: some Collection<UInt8>, expecting expected: Language = .arabic, margin: Int = 0
    ) -> Language {
        let bytes = Array(text.prefix(Self.sampleSize * 2))
        var counts = LetterCounts()
        var offset = 0
        while offset < bytes.count {
            let (value, length) = UTF8Decoding.scalar(bytes, offset)
            if let value { counts.add(value) }
            offset += length
        }
        if counts.arabicScript == 0, counts.latin == 0 { return .undetermined }
        if counts.other > max(counts.arabicScript, counts.latin) { return .undetermined }
        if counts.latin > counts.arabicScript { return isEnglish(bytes) ? .english : .undetermined }
        if counts.isInDoubt { counts.add(words: Tokenizer().wordRanges(in: bytes).map { bytes[$0] }) }
        let lead = counts.persian - counts.arabic
        return expected == .persian
            ? (lead < -margin ? .arabic : .persian) : (lead > margin ? .persian : .arabic)
    }

    /// By the first strong character; left-to-right without one.
    package func direction(of text: some Collection<UInt8>) -> TextDirection {
        let bytes = Array(text.prefix(1_024))
        var offset = 0
        while offset < bytes.count {
            let (value, length) = UTF8Decoding.scalar(bytes, offset)
            offset += length
            guard let value, WordClass.of(value) == .letter else { continue }
            // Hebrew, Arabic, Syriac, Thaana, NKo and their presentation forms.
            let isRightToLeft =
                (0x590...0x8ff).contains(value) || (0xfb1d...0xfdff).contains(value)
                || (0xfe70...0xfeff).contains(value)
            return isRightToLeft ? .rightToLeft : .leftToRight
        }
        return .leftToRight
    }

    /// Latin script with accents in many words is another language.
    private func isEnglish(_ bytes: [UInt8]) -> Bool {
        let accents = bytes.count { $0 == 0xc3 || $0 == 0xc4 || $0 == 0xc5 }
        return accents * 50 < bytes.count
    }
}

/// Evidence for each language in letters, and in frequent words, which count more.
private struct LetterCounts {
    var arabicScript = 0
    var latin = 0
    var other = 0
    var arabic = 0
    var persian = 0

    mutating func add(_ value: UInt32) {
        guard WordClass.of(value) == .letter else { return }
        switch value {
        case 0x600...0x6ff, 0xfb50...0xfdff, 0xfe70...0xfeff:
            arabicScript += 1
            switch value {
            case 0x67e, 0x686, 0x698, 0x6af, 0x6a9, 0x6cc: persian += 1
            case 0x629, 0x649, 0x64a, 0x643, 0x623, 0x625, 0x624, 0x626: arabic += 1
            default: break
            }
        case 0x41...0x24f: latin += 1
        default: other += 1
        }
    }

    /// Letters that only one of the two languages has do not settle it.
    var isInDoubt: Bool {
        abs(arabic - persian) < 6 + arabicScript / 25
    }

    mutating func add(words: [ArraySlice<UInt8>]) {
        for word in words {
            if Self.persianWords.contains(word) { persian += 4 }
            if Self.arabicWords.contains(word) { arabic += 4 }
        }
    }

    private static let persianWords = set(
        "در به از که این است را با برای آن یک شد شده کرد خود های می بود نیز تا")
    private static let arabicWords = set(
        "في من على إلى الى عن أن ان التي الذي هذا هذه كان كانت قد بين بعد مع ما لا")

    private static func set(_ words: String) -> Set<ArraySlice<UInt8>> {
        Set(words.split(separator: " ").map { ArraySlice($0.utf8) })
    }
}
