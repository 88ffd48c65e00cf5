import Articles

/// Reads a part of a text as tokens, in one pass.
struct TimeScanner: Sendable {
    /// Letters of the longest word that a lexicon may hold.
    static let longestWord = 40

    let lexicon: TimeLexicon
    /// What was read so far.
    var tokens: [TimeToken] = []
    private var letters: [UInt8] = []
    var offset = 0
    /// White space was passed since the last token.
    private var isSpaced = true

    init(lexicon: TimeLexicon) {
        self.lexicon = lexicon
        letters.reserveCapacity(Self.longestWord)
    }

    /// Reads `range` of `text`; debris in `repairs` counts as white space. What was read before is forgotten.
    mutating func scan(_ text: Span<UInt8>, _ range: Range<Int>, repairs: [Repair] = []) {
        tokens.removeAll(keepingCapacity: true)
        isSpaced = true
        offset = range.lowerBound
        let end = min(range.upperBound, text.count)
        for repair in repairs
        where repair.range.lowerBound >= offset && repair.range.upperBound <= end {
            scan(text, to: repair.range.lowerBound)
            isSpaced = true
            offset = repair.range.upperBound
        }
        scan(text, to: end)
    }

    private mutating func scan(_ text: Span<UInt8>, to end: Int) {
        while offset < end {
            let byte = text[offset]
            if byte < 0x80 {
                scanASCII(byte, text, end)
            } else if byte >= 0xd8, byte <= 0xdb, offset + 1 < end {
                scanArabic(byte, text, end)
            } else {
                scanOther(text, end)
            }
        }
    }

    @inline(__always)
    private mutating func scanASCII(_ byte: UInt8, _ text: Span<UInt8>, _ end: Int) {
        if byte == 0x20 || byte &- 0x09 < 5 {
            isSpaced = true
            offset += 1
        } else if (byte | 0x20) &- 0x61 < 26 {
            scanWord(text, end)
        } else if byte &- 0x30 < 10 {
            scanNumber(text, end)
        } else {
            append(TimeMark(UInt32(byte)), length: 1)
        }
    }

    @inline(__always)
    private mutating func scanArabic(_ byte: UInt8, _ text: Span<UInt8>, _ end: Int) {
        let low = (byte & 3) << 6 | text[offset + 1] & 0x3f
        switch lexicon.codes.arabic[Int(low)] {
        case LetterCodes.none: append(TimeMark(0x600 + UInt32(low)), length: 2)
        case LetterCodes.skipped: offset += 2
        case LetterCodes.digit: scanNumber(text, end)
        default: scanWord(text, end)
        }
    }

    private mutating func scanOther(_ text: Span<UInt8>, _ end: Int) {
        let (value, length) = Self.scalar(text, offset, end)
        if value == 0xa0 || (0x2000...0x200a).contains(value) || value == 0x202f || value == 0x3000 {
            isSpaced = true
            offset += length
        } else if LetterCodes.isInvisible(value) {
            offset += length
        } else if !LetterCodes.codes(ofOther: value).isEmpty {
            scanWord(text, end)
        } else {
            append(TimeMark(value), length: length)
        }
    }

    /// The scalar at `offset` of valid UTF-8 and its length in bytes.
    private static func scalar(_ text: Span<UInt8>, _ offset: Int, _ end: Int) -> (UInt32, Int) {
        let first = UInt32(text[offset])
        let length = min(first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4, end - offset)
        var value = first & (first < 0xe0 ? 0x1f : first < 0xf0 ? 0x0f : 0x07)
        for index in 1..<max(length, 1) { value = value << 6 | UInt32(text[offset + index] & 0x3f) }
        return (value, length)
    }

    // MARK: Words

    private mutating func scanWord(_ text: Span<UInt8>, _ end: Int) {
        let start = offset
        let isCapital = text[start] &- 0x41 < 26
        var last = offset
        letters.removeAll(keepingCapacity: true)
        while offset < end {
            let byte = text[offset]
            if byte >= 0xd8, byte <= 0xdb, offset + 1 < end {
                let code = lexicon.codes.arabic[Int((byte & 3) << 6 | text[offset + 1] & 0x3f)]
                if code == LetterCodes.none || code == LetterCodes.digit { break }
                offset += 2
                last = offset
                if code != LetterCodes.skipped { push(code) }
            } else if byte < 0x80 {
                let lower = byte | 0x20
                guard lower &- 0x61 < 26 else { break }
                offset += 1
                last = offset
                push(LetterCodes.latin(lower))
            } else {
                let (value, length) = Self.scalar(text, offset, end)
                let codes = LetterCodes.codes(ofOther: value)
                if codes.isEmpty, !LetterCodes.isInvisible(value) { break }
                offset += length
                if !codes.isEmpty { last = offset }
                for code in codes { push(code) }
            }
        }
        finishWord(start, last, isCapital: isCapital, text)
    }

    @inline(__always)
    private mutating func push(_ code: UInt8) {
        if letters.count <= Self.longestWord { letters.append(code) }
    }

    private mutating func finishWord(_ start: Int, _ end: Int, isCapital: Bool, _ text: Span<UInt8>) {
        var hash = WordTable.emptyHash
        var second = hash
        var third = hash
        var index = letters.count
        while index > 0 {
            index -= 1
            hash = WordTable.extend(hash, by: letters[index])
            if index == 1 { second = hash }
            if index == 2 { third = hash }
        }
        let flags: TimeToken.Flags = isCapital ? .capital : []
        let word = lexicon.table[WordTable.key(hash)]
        if word != 0 {
            append(.word, word, start, end, flags)
        } else if !lexicon.hasProclitics || letters.count < 3
            || !scanProclitics(second, third, start, end, text)
        {
            appendGap(start, end, flags)
        }
    }

    /// و, ف, ب, ل, ك before a word of the lexicon, each a token; «للعام» is the word «العام».
    private mutating func scanProclitics(
        _ second: UInt64, _ third: UInt64, _ start: Int, _ end: Int, _ text: Span<UInt8>
    ) -> Bool {
        let first = letters[0]
        let isAnd = first == LetterCodes.waw
        guard isAnd || LetterCodes.prepositions.contains(first) else { return false }
        let rest = lexicon.table[WordTable.key(second)]
        if rest != 0 {
            let split = Self.afterLetter(text, start, end)
            append(.word, lexicon.proclitic(first), start, split, [])
            append(.word, rest, split, end, [])
            return true
        }
        if first == LetterCodes.lam, letters[1] == LetterCodes.lam {
            let article = WordTable.extend(WordTable.extend(third, by: LetterCodes.lam), by: LetterCodes.alef)
            let word = lexicon.table[WordTable.key(article)]
            if word != 0 { append(.word, word, start, end, []) }
            return word != 0
        }
        guard isAnd || first == LetterCodes.prepositions[0], letters.count > 3,
            LetterCodes.prepositions.contains(letters[1])
        else { return false }
        return scanTwoProclitics(third, start, end, text)
    }

    private mutating func scanTwoProclitics(
        _ third: UInt64, _ start: Int, _ end: Int, _ text: Span<UInt8>
    ) -> Bool {
        let split = Self.afterLetter(text, start, end)
        var word = lexicon.table[WordTable.key(third)]
        if word != 0 {
            let second = Self.afterLetter(text, split, end)
            append(.word, lexicon.proclitic(letters[0]), start, split, [])
            append(.word, lexicon.proclitic(letters[1]), split, second, [])
            append(.word, word, second, end, [])
            return true
        }
        guard letters[1] == LetterCodes.lam, letters[2] == LetterCodes.lam else { return false }
        word =
            lexicon.table[
                WordTable.key(of: [LetterCodes.alef, LetterCodes.lam] + letters.dropFirst(3))]
        guard word != 0 else { return false }
        append(.word, lexicon.proclitic(letters[0]), start, split, [])
        append(.word, word, split, end, [])
        return true
    }

    /// The byte after the two-byte letter at `start` and the marks on it.
    private static func afterLetter(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> Int {
        var offset = start + 2
        // Harakat, U+064B…U+065F, and tatweel.
        while offset + 1 < end, text[offset] == 0xd9, text[offset + 1] >= 0x8b,
            text[offset + 1] <= 0x9f
                || text[offset] == 0xd9 && text[offset + 1] == 0x80
        {
            offset += 2
        }
        return offset
    }

    // MARK: Tokens

    @inline(__always)
    mutating func append(
        _ kind: TimeToken.Kind, _ word: UInt16, _ start: Int, _ end: Int, _ flags: TimeToken.Flags
    ) {
        var token = TimeToken(start: Int32(start), end: Int32(end), kind: kind, flags: flags, word: word)
        if isSpaced { token.flags.insert(.spaced) }
        isSpaced = false
        tokens.append(token)
    }

    private mutating func append(_ mark: TimeMark, length: Int) {
        append(.mark, mark.rawValue, offset, offset + length, [])
        offset += length
    }

    private mutating func appendGap(_ start: Int, _ end: Int, _ flags: TimeToken.Flags) {
        let isFuture =
            letters.first == LetterCodes.seen && lexicon.hasProclitics && lexicon.isFutureVerb(letters)
        if let last = tokens.indices.last, tokens[last].kind == .gap {
            tokens[last].end = Int32(end)
            if tokens[last].count < .max { tokens[last].count += 1 }
            if isFuture { tokens[last].flags.insert(.future) }
            if flags.contains(.capital) {
                tokens[last].flags.insert(.capital)
            } else {
                tokens[last].flags.remove(.capital)
            }
            isSpaced = false
            return
        }
        append(.gap, 0, start, end, flags)
        let last = tokens.count - 1
        tokens[last].count = 1
        if isFuture { tokens[last].flags.insert(.future) }
        guard lexicon.hasProclitics, let letter = letters.first else { return }
        if letter == LetterCodes.waw { tokens[last].flags.insert(.startsWithAnd) }
        if letter == LetterCodes.alef, letters.count > 2, letters[1] == LetterCodes.lam {
            tokens[last].flags.insert(.startsWithArticle)
        } else if letters.count > 3, letters.last == LetterCodes.alef, letter != LetterCodes.waw,
            // «لكنها», «كانوا».
            ![LetterCodes.heh, LetterCodes.waw].contains(letters[letters.count - 2])
        {
            tokens[last].flags.insert(.startsWithAccusative)
        }
    }
}
