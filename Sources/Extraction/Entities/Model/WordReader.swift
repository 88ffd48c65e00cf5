import TextAnalysis

/// Reads the form of a word and the features that depend on nothing else.
struct WordReader {
    /// Longer words are read up to here.
    private static let maximumLetters = 24

    /// The features of the last word read.
    private(set) var features: [Feature] = []
    private var folded: [UInt8] = []
    /// Where each letter of `folded` starts, and the end.
    private var starts: [Int] = []

    /// Letters of proclitics and of the article at the start of the word.
    private var stemStart = 0
    /// The letters before the suffixes at the end of the word.
    private var stemEnd = 0
    private var clitics: UInt64 = 0
    /// Whether the article has lost its alef: للـ.
    private var hasShortArticle = false

    /// ها, های, ای, یی, ان and ی, folded.
    private static let persian = ["هايي", "هاي", "ها", "اي", "يي", "ان", "ي"].map { Array($0.utf8) }
    private static let english = ["'s", "s"].map { Array($0.utf8) }

    private let language: String
    private let lists: WordLists

    init(language: String, lists: WordLists) {
        self.language = language
        self.lists = lists
    }

    /// All digits are one.
    static func masked(_ folded: [UInt8]) -> [UInt8] { folded.map { $0 &- 0x30 < 10 ? 0x30 : $0 } }

    /// - Parameters:
    ///   - surface: the hash of the word's bytes in the text
    ///   - word: the word, folded
    mutating func read(
        surface: UInt64, style: UInt8, text: [UInt8], range: Range<Int>, word: ArraySlice<UInt8>
    ) -> WordForm {
        folded.removeAll(keepingCapacity: true)
        // A low line is written for the joiner inside Persian words.
        for byte in word where byte != 0x5f { folded.append(byte &- 0x30 < 10 ? 0x30 : byte) }
        findLetters()
        stemStart = 0
        stemEnd = starts.count - 1
        clitics = 1
        if language == "ar" {
            findArabicStem()
        } else {
            findStem(language == "fa" ? Self.persian : Self.english)
        }
        var form = WordForm()
        form.surface = surface
        form.style = style
        form.folded = NameKey.hash(folded)
        form.stem = NameKey.hash(folded[starts[stemStart]..<starts[stemEnd]])
        form.clitics = clitics
        form.shape = Self.shape(text, range)
        form.isShort =
            stemEnd - stemStart < 3
            || form.shape & 0xff != 0x61 && form.shape & 0xff != 0x58
                && form.shape & 0xff != 0x78
        form.isCapital = text[range.lowerBound] &- 0x41 < 26 || (0xc3...0xca).contains(text[range.lowerBound])
        lookUp(&form)
        collect(form)
        return form
    }

    /// What the lists say of the word, or of what is left of it without clitics.
    private func lookUp(_ form: inout WordForm) {
        var readings = [form.folded]
        func add(_ hash: UInt64) { if !readings.contains(hash) { readings.append(hash) } }
        if language == "ar" {
            let article: [UInt8] = [0xd8, 0xa7, 0xd9, 0x84]
            if clitics & 1 == 0, starts.count > 2 { add(NameKey.hash(folded[starts[1]...])) }
            if hasShortArticle {
                add(NameKey.hash(folded[starts[stemStart]...], from: NameKey.hash(article)))
            } else if stemStart > 1, folded[starts[stemStart - 2]...].starts(with: article) {
                add(NameKey.hash(folded[starts[stemStart - 2]...]))
            }
        }
        add(form.stem)
        // Lists of clusters may tell capitals apart.
        if language == "en" { form.clusters = lists.clusters(form.surface) ?? SIMD4(repeating: 0) }
        for (index, hash) in readings.enumerated() {
            if form.clusters == SIMD4(repeating: 0) {
                form.clusters = lists.clusters(hash) ?? SIMD4(repeating: 0)
            }
            if form.frequency == 0 {
                let step = lists.frequency(hash)
                if step > 0 { form.frequency = min(step, 100) &* 2 &+ (index > 0 ? 1 : 0) }
            }
            let reach = UInt8(clamping: lists.reach(hash))
            if reach > 0, form.reach == 0 {
                (form.phraseStart, form.reach) = (hash, reach)
            } else if reach > 0, form.otherReach == 0 {
                (form.otherStart, form.otherReach) = (hash, reach)
            }
        }
    }

    /// The features of a boundary of a sentence or of a mark, which have no letters.
    mutating func readMark(_ form: WordForm) {
        features.removeAll(keepingCapacity: true)
        features.append(Feature(.word, form.folded, targets: 0b11111))
        features.append(Feature(.shape, form.shape, targets: 0b01110))
        features.append(Feature(.bias, 0, targets: 0b00100))
        collectStyle(form)
    }

    private mutating func findLetters() {
        starts.removeAll(keepingCapacity: true)
        var offset = 0
        while offset < folded.count, starts.count < Self.maximumLetters {
            starts.append(offset)
            let byte = folded[offset]
            offset += byte < 0x80 ? 1 : byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4
        }
        starts.append(folded.count)
    }

    /// An Arabic letter by the second byte of its folded form, U+0600…U+067F in one byte; 0 for others.
    private func letter(_ index: Int) -> UInt8 {
        guard index + 1 < starts.count, starts[index] + 1 < folded.count else { return 0 }
        let (first, second) = (folded[starts[index]], folded[starts[index] + 1])
        return first == 0xd8 ? second : first == 0xd9 ? second &+ 0x40 : 0
    }

    private mutating func findArabicStem() {
        hasShortArticle = false
        let count = starts.count - 1
        let (waw, feh, lam, kaf): (UInt8, UInt8, UInt8, UInt8) = (0xc8, 0xc1, 0xc4, 0xc3)
        let (alef, beh): (UInt8, UInt8) = (0xa7, 0xa8)
        if count > 3, letter(0) == waw || letter(0) == feh, letter(1) != 0 {
            clitics = 2
            stemStart = 1
        }
        let left = count - stemStart
        guard left > 4 else { return }
        let (first, second, third) = (letter(stemStart), letter(stemStart + 1), letter(stemStart + 2))
        if first == lam, second == lam {
            clitics += 10
            stemStart += 2
            hasShortArticle = true
        } else if first == beh || first == lam || first == kaf {
            let hasArticle = second == alef && third == lam
            clitics += hasArticle ? 20 : 30
            stemStart += hasArticle ? 3 : 1
        } else if first == alef, second == lam {
            clitics += 40
            stemStart += 2
        }
    }

    /// Takes the first suffix off that leaves three letters.
    private mutating func findStem(_ suffixes: [[UInt8]]) {
        for (index, suffix) in suffixes.enumerated() where folded.count > suffix.count {
            let start = folded.count - suffix.count
            guard folded[start...].elementsEqual(suffix), let end = starts.firstIndex(of: start), end >= 3
            else {
                continue
            }
            stemEnd = end
            clitics = UInt64(100 + index)
            return
        }
    }

    /// Runs of kinds of characters: `a` Arabic letters, `X` and `x` Latin, `d` digits, `p` others.
    private static func shape(_ text: [UInt8], _ range: Range<Int>) -> UInt64 {
        var shape: UInt64 = 0
        var runs = 0
        for offset in range {
            let byte = text[offset]
            let kind: UInt64
            switch byte {
            case 0x30...0x39: kind = 0x64
            case 0x41...0x5a: kind = 0x58
            case 0x61...0x7a, 0xc3...0xca: kind = 0x78
            case 0xd8...0xdb: kind = 0x61
            case 0x80..<0xc0: continue
            default: kind = byte < 0x80 ? UInt64(byte) : 0x70
            }
            if shape & 0xff == kind {
                // A run of two capitals is not one.
                if kind == 0x58 { shape |= 0x80 << 48 }
                continue
            }
            runs += 1
            guard runs <= 6 else { break }
            shape = shape << 8 | kind
        }
        return shape
    }

    private mutating func collect(_ form: WordForm) {
        features.removeAll(keepingCapacity: true)
        features.append(Feature(.bias, 0, targets: 0b00100))
        features.append(Feature(.word, form.folded, targets: 0b11111))
        features.append(Feature(.stem, form.stem, targets: 0b11111))
        features.append(Feature(.clitics, form.clitics, targets: 0b01110))
        features.append(Feature(.shape, form.shape, targets: 0b01110))
        if form.surface != form.folded { features.append(Feature(.surface, form.surface, targets: 0b01110)) }
        if form.frequency > 0 {
            features.append(Feature(.frequency, UInt64(form.frequency), targets: 0b01110))
            features.append(
                Feature(.frequencyClitics, UInt64(form.frequency), form.clitics, targets: 0b00100))
        }
        let count = starts.count - 1
        features.append(Feature(.length, UInt64(min(count, 9)), targets: 0b00100))
        for index in 0..<4 where form.clusters[index] != 0 {
            features.append(
                Feature(.cluster, UInt64(form.clusters[index]), UInt64(index), targets: 0b11111))
        }
        collectStyle(form)
        guard count > 0 else { return }
        collectEnds(count)
        collectStem(count)
        guard form.style > 0 else { return }
        let style = UInt64(form.style)
        let prefix = NameKey.hash(folded[..<starts[min(2, count)]])
        let suffix = NameKey.hash(folded[starts[max(0, count - 3)]...])
        features.append(Feature(.stylePrefix, prefix, style, targets: 0b00100))
        features.append(Feature(.styleSuffix, suffix, style, targets: 0b00100))
    }

    /// One to five letters at either end; two and three speak of the neighbours too.
    private mutating func collectEnds(_ count: Int) {
        for length in 1...min(5, count) {
            let prefix = NameKey.hash(folded[..<starts[length]])
            let suffix = NameKey.hash(folded[starts[count - length]...])
            let (before, after): (UInt8, UInt8) =
                length == 2 ? (0b01110, 0b01110) : length == 3 ? (0b00110, 0b01100) : (0b00100, 0b00100)
            features.append(Feature(.prefix, prefix, UInt64(length), targets: before))
            features.append(Feature(.suffix, suffix, UInt64(length), targets: after))
        }
    }

    private mutating func collectStyle(_ form: WordForm) {
        guard form.style > 0 else { return }
        let style = UInt64(form.style)
        features.append(Feature(.style, style, targets: 0b00100))
        features.append(Feature(.styleStem, form.stem, style, targets: 0b01110))
        features.append(Feature(.styleClitics, form.clitics, style, targets: 0b00100))
        features.append(Feature(.styleShape, form.shape, style, targets: 0b00100))
        for index in 0..<4 where form.clusters[index] != 0 {
            let cluster = UInt64(form.clusters[index]) << 2 | UInt64(index)
            features.append(Feature(.styleCluster, cluster, style, targets: 0b00100))
        }
    }

    private mutating func collectStem(_ count: Int) {
        let letters = stemEnd - stemStart
        if stemStart > 0, letters >= 2 {
            for length in 2...min(4, letters) {
                let prefix = NameKey.hash(folded[starts[stemStart]..<starts[stemStart + length]])
                features.append(Feature(.stemPrefix, prefix, UInt64(length), targets: 0b00100))
            }
        }
        guard letters >= 3 else { return }
        for start in stemStart...stemEnd - 3 {
            let part = NameKey.hash(folded[starts[start]..<starts[start + 3]])
            features.append(Feature(.stemPart, part, targets: 0b00100))
        }
    }
}
