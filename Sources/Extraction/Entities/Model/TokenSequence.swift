import Articles
import TextAnalysis

/// The words and marks of an article as the model reads them: each sentence between two boundaries.
struct TokenSequence {
    private(set) var tokens: [ModelToken] = []

    private var language = ""
    private var sentenceStart = 0
    /// Letters of the sentence, and whether any of them tells its style.
    private var letters = 0
    private var hasSign = false
    private var hasSignAnywhere = false
    /// Letters without a sign from which on a sentence is of the other style.
    private static let lettersOfStyle = 60

    /// Marks in a row that are looked at.
    private static let maximumMarks = 8

    init() {}

    /// Reads the words of a language; other words are in no sentence.
    /// - Parameter isOneStyle: whether what one sentence says of the style holds for all
    mutating func read(
        _ words: NameWords, _ article: Article, language: String, isOneStyle: Bool,
        _ isRead: (NameWords.Word) -> Bool
    ) {
        self.language = language
        hasSignAnywhere = false
        tokens.removeAll(keepingCapacity: true)
        var block = -1
        for index in words.words.indices {
            let word = words.words[index]
            guard isRead(word) else { continue }
            if word.block != block {
                finish(block, article)
                block = word.block
                open(word.range.lowerBound)
                appendMarks(article.blocks[block].range.lowerBound..<word.range.lowerBound, article.text)
            } else if let last = tokens.last {
                let gap = last.range.upperBound..<word.range.lowerBound
                appendMarks(gap, article.text)
                if endsSentence(words, index) {
                    close()
                    open(word.range.lowerBound)
                }
            }
            append(index, word, article.text)
        }
        finish(block, article)
        guard isOneStyle, hasSignAnywhere else { return }
        for index in tokens.indices { tokens[index].form.style = 1 }
    }

    private mutating func append(_ index: Int, _ word: NameWords.Word, _ text: [UInt8]) {
        var token = ModelToken(range: word.range, word: Int32(clamping: index))
        var hash = NameKey.seed
        var before: UInt8 = 0
        for offset in word.range {
            let byte = text[offset]
            hash = NameKey.adding(byte, to: hash)
            if byte & 0xfc == 0xd8 { letters += 1 }
            // أ and إ; the low line and ZWNJ (E2 80 8C).
            if language == "fa" {
                if byte == 0x5f || byte == 0x8c && before == 0x80 { hasSign = true }
            } else if before == 0xd8, byte == 0xa3 || byte == 0xa5 {
                hasSign = true
            }
            before = byte
        }
        token.form.surface = hash
        tokens.append(token)
    }

    private mutating func open(_ offset: Int) {
        sentenceStart = tokens.count
        letters = 0
        hasSign = false
        tokens.append(ModelToken(range: offset..<offset, word: -2, form: .start))
    }

    private mutating func close() {
        let offset = tokens.last?.range.upperBound ?? 0
        tokens.append(ModelToken(range: offset..<offset, word: -2, form: .end))
        hasSignAnywhere = hasSignAnywhere || hasSign
        guard language != "en", hasSign || letters >= Self.lettersOfStyle else { return }
        for index in sentenceStart..<tokens.count { tokens[index].form.style = hasSign ? 1 : 2 }
    }

    /// Ends the last sentence of a block, if there is one.
    private mutating func finish(_ block: Int, _ article: Article) {
        guard block >= 0, let last = tokens.last, !last.isBoundary else { return }
        let end = article.blocks[block].range.upperBound
        if last.range.upperBound < end { appendMarks(last.range.upperBound..<end, article.text) }
        close()
    }

    private mutating func appendMarks(_ gap: Range<Int>, _ text: [UInt8]) {
        guard gap.count < 40, !gap.contains(where: { Self.isDebris(text[$0]) }) else { return }
        var offset = gap.lowerBound
        var count = 0
        while offset < gap.upperBound, count < Self.maximumMarks {
            let byte = text[offset]
            let length = byte < 0x80 ? 1 : byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4
            let end = min(offset + length, gap.upperBound)
            if byte > 0x20, !Self.isSpace(text, offset, end) {
                tokens.append(
                    ModelToken(range: offset..<end, word: -1, form: Self.form(text, offset..<end)))
                count += 1
            }
            offset = end
        }
    }

    /// Letters between two words: something left out, or in another script.
    private static func isDebris(_ byte: UInt8) -> Bool {
        (byte | 0x20) &- 0x61 < 26 || (0xd8...0xdb).contains(byte)
    }

    /// U+00A0, U+2000…U+200F, U+202F, and the marks of direction.
    private static func isSpace(_ text: [UInt8], _ start: Int, _ end: Int) -> Bool {
        if end - start == 2 { return text[start] == 0xc2 && text[start + 1] == 0xa0 }
        guard end - start == 3, text[start] == 0xe2 else { return false }
        let (second, third) = (text[start + 1], text[start + 2])
        return second == 0x80 && (third <= 0x8f || (0xa8...0xaf).contains(third)) || second == 0x81
    }

    /// All quotation marks are one.
    private static func form(_ text: [UInt8], _ range: Range<Int>) -> WordForm {
        var value: UInt64 = 0
        for offset in range { value = value << 8 | UInt64(text[offset]) }
        switch value {
        case 0xe2_8098...0xe2_809f, 0xc2ab, 0xc2bb, 0x27, 0x60, 0xe2_80b9, 0xe2_80ba: value = 0x22
        case 0xd88c: value = 0x2c
        case 0xd89b: value = 0x3b
        case 0xd89f: value = 0x3f
        case 0xe2_8090...0xe2_8095, 0xe2_8892: value = 0x2d
        default: break
        }
        var form = WordForm()
        form.surface = value
        form.folded = NameKey.finished(value)
        form.stem = form.folded
        form.shape = value
        form.isShort = true
        return form
    }

    /// Whether the marks before word `index` end a sentence: ! and ? always; a full stop not after an abbreviation.
    private func endsSentence(_ words: NameWords, _ index: Int) -> Bool {
        guard let last = tokens.last, last.word == -1, index > 0 else { return false }
        let word = words.words[index]
        guard last.range.upperBound < word.range.lowerBound else { return false }
        guard let mark = tokens.last(where: { $0.form.surface != 0x22 }), mark.word == -1 else {
            return false
        }
        switch mark.form.surface {
        case 0x21, 0x3f, 0xdb94: return true
        case 0x2e:
            let before = words.words[index - 1]
            if before.isArabic { return before.folded.count > 4 }
            let length = before.range.count
            return length > (before.isCapital ? 4 : 1) && (word.isArabic || word.isCapital)
        default: return false
        }
    }

    mutating func setForm(_ form: WordForm, at index: Int) { tokens[index].form = form }

    /// Says that a token stands at a place in a name of these classes.
    mutating func addClasses(_ classes: UInt64, _ place: UInt64, at index: Int) {
        if tokens[index].classes == 0 {
            tokens[index].classes = classes | place << 60
        } else if place != 2 {
            tokens[index].classes |= classes
        }
    }
}
