import Articles
import TextAnalysis

/// The words of an article as the tagger sees them: folded, hashed, with what stands before each.
struct NameWords {
    /// What stands between a word and the one before it.
    enum Gap: UInt8 {
        /// Spaces only, or nothing.
        case space
        /// `-`, `.`, `&`, `'`, `’` or `/` without a space.
        case joint
        /// `. `, which an initial or a short title may have after it.
        case stop
        case openQuote, openParenthesis, closing
        case other
    }

    struct Word {
        /// UTF-8 bytes of the article's text.
        var range: Range<Int>
        /// Its folded form in `folded`.
        var folded: Range<Int>
        var hash: UInt64
        var traits: WordTraits
        var gap: Gap
        var isArabic: Bool
        var isCapital: Bool
        var isAllCapitals: Bool
        var block: Int
        var languages: NameTable.LanguageSet
    }

    private(set) var words: [Word] = []
    private(set) var folded: [UInt8] = []
    let text: [UInt8]

    init(_ article: Article, lexicon: NameLexicon) {
        text = article.text
        let ranges = Tokenizer().wordRanges(in: text)
        words.reserveCapacity(ranges.count)
        folded.reserveCapacity(text.count)
        var block = 0
        var repair = 0
        var previousEnd = 0
        for range in ranges {
            while block < article.blocks.count, article.blocks[block].range.upperBound <= range.lowerBound {
                block += 1
            }
            guard block < article.blocks.count else { break }
            guard article.blocks[block].range.lowerBound <= range.lowerBound else { continue }
            while repair < article.repairs.count, article.repairs[repair].range.upperBound <= range.lowerBound
            {
                repair += 1
            }
            if repair < article.repairs.count, article.repairs[repair].range.overlaps(range) { continue }
            append(range, block, article.blocks[block].language, previousEnd, lexicon)
            previousEnd = range.upperBound
        }
    }

    private mutating func append(
        _ range: Range<Int>, _ block: Int, _ language: Language, _ previousEnd: Int, _ lexicon: NameLexicon
    ) {
        let start = folded.count
        LetterFolding.fold(text, range, into: &folded)
        var hash = NameKey.seed
        for index in start..<folded.count { hash = NameKey.adding(folded[index], to: hash) }
        let first = text[range.lowerBound]
        let languages: NameTable.LanguageSet =
            switch language {
            case .arabic: .arabic
            case .english: .english
            case .persian: .persian
            case .undetermined: .all
            }
        let isLatin = first < 0x80 || first == 0xc3 || first == 0xc4 || first == 0xc5
        words.append(
            Word(
                range: range, folded: start..<folded.count, hash: hash,
                traits: traits(hash, range, lexicon), gap: gap(previousEnd..<range.lowerBound, block),
                isArabic: first >= 0xd8 && first <= 0xdb, isCapital: isLatin && isCapital(range.lowerBound),
                isAllCapitals: range.allSatisfy { text[$0] &- 0x41 < 26 || text[$0] &- 0x30 < 10 },
                block: block, languages: languages))
    }

    /// Folding makes على and علي one word; the last letter tells the particle from the name. Other given names that are
    /// frequent words too, such as أكبر, are taken for words.
    private func traits(_ hash: UInt64, _ range: Range<Int>, _ lexicon: NameLexicon) -> WordTraits {
        let traits = lexicon.traits(hash)
        guard traits.isSuperset(of: [.stop, .givenName]), range.count > 2 else { return traits }
        let last = (text[range.upperBound - 2], text[range.upperBound - 1])
        let isYeh = last == (0xd9, 0x8a) || last == (0xdb, 0x8c)
        return traits.subtracting(isYeh ? .stop : [.givenName, .doubtfulGivenName])
    }

    private func isCapital(_ offset: Int) -> Bool {
        if text[offset] < 0x80 { return text[offset] &- 0x41 < 26 }
        // À…Þ are C3 80…9E.
        return text[offset] == 0xc3 && offset + 1 < text.count && text[offset + 1] < 0x9f
            || text[offset] == 0xc4 || text[offset] == 0xc5
    }

    private func gap(_ range: Range<Int>, _ block: Int) -> Gap {
        guard let last = words.last, last.block == block else { return .other }
        var gap = Gap.space
        var hasSpace = false
        var index = range.lowerBound
        while index < range.upperBound {
            let byte = text[index]
            switch byte {
            case 0x20, 0xc2, 0xa0: hasSpace = true
            case 0x2d, 0x26, 0x27, 0x2f, 0x2e:
                if gap != .space { return .other }
                gap = .joint
                if byte == 0x26 { hasSpace = false }
            case 0x22, 0xab: gap = .openQuote
            case 0xbb: gap = gap == .openQuote || gap == .space ? .closing : gap
            case 0x28: gap = .openParenthesis
            case 0x29: gap = .closing
            case 0xe2:
                // “ and ‘ are E2 80 9C and 98, ” and ’ 9D and 99; machine translation swaps them.
                guard index + 2 < range.upperBound, text[index + 1] == 0x80 else { return .other }
                guard (0x98...0x9f).contains(text[index + 2]) else { return .other }
                gap =
                    hasSpace || words.isEmpty || index == range.lowerBound && index + 3 == range.upperBound
                    ? .openQuote : .closing
                index += 2
            default: return .other
            }
            index += 1
        }
        if gap == .joint, hasSpace {
            return range.count == 2 && text[range.lowerBound] == 0x2e ? .stop : .other
        }
        return gap
    }

    /// The folded bytes of a word.
    func bytes(_ index: Int) -> ArraySlice<UInt8> { folded[words[index].folded] }

    /// Where the text of a word starts without so many folded bytes of Arabic letters at its start.
    func offset(inWord index: Int, dropping dropped: Int) -> Int {
        var offset = words[index].range.lowerBound
        let end = words[index].range.upperBound
        var left = dropped
        while offset + 1 < end, left > 0 || isMark(offset) {
            if !isMark(offset) { left -= 2 }
            offset += 2
        }
        return offset
    }

    /// Harakat and tatweel.
    private func isMark(_ offset: Int) -> Bool {
        let second = text[offset + 1]
        return text[offset] == 0xd9 && (second == 0x80 || second >= 0x8b && second <= 0x9f)
    }
}
