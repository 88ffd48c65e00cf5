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
    private var clitics: UInt64 = 0

    /// - Parameters:
    ///   - surface: the hash of the word's bytes in the text
    ///   - word: the word, folded
    mutating func read(
        surface: UInt64, text: [UInt8], range: Range<Int>, word: ArraySlice<UInt8>,
        clusters: WordClusters
    ) -> WordForm {
        folded.removeAll(keepingCapacity: true)
        for byte in word { folded.append(byte &- 0x30 < 10 ? 0x30 : byte) }
        findLetters()
        findStem()
        var form = WordForm()
        form.surface = surface
        form.folded = NameKey.hash(folded)
        form.stem = NameKey.hash(folded[starts[stemStart]...])
        form.clitics = clitics
        form.shape = Self.shape(text, range)
        form.isShort = starts.count - 1 - stemStart < 3 || form.shape & 0xff != 0x61 && form.shape & 0xff != 0x58
        form.clusters = clusters.clusters(
            ofFolded: folded, proclitics: starts[min(stemStart, starts.count - 1)])
        collect(form)
        return form
    }

    /// The features of a boundary of a sentence or of a mark, which have no letters.
    mutating func readMark(_ form: WordForm) {
        features.removeAll(keepingCapacity: true)
        features.append(Feature(.word, form.folded, targets: 0b11111))
        features.append(Feature(.shape, form.shape, targets: 0b01110))
        features.append(Feature(.bias, 0, targets: 0b00100))
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

    private mutating func findStem() {
        stemStart = 0
        clitics = 1
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
        } else if first == beh || first == lam || first == kaf {
            let hasArticle = second == alef && third == lam
            clitics += hasArticle ? 20 : 30
            stemStart += hasArticle ? 3 : 1
        } else if first == alef, second == lam {
            clitics += 40
            stemStart += 2
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
        if form.surface != form.folded { features.append(Feature(.surface, form.surface, targets: 0b00100)) }
        let count = starts.count - 1
        features.append(Feature(.length, UInt64(min(count, 9)), targets: 0b00100))
        for index in 0..<4 where form.clusters[index] != 0 {
            features.append(
                Feature(.cluster, UInt64(form.clusters[index]), UInt64(index), targets: 0b11111))
        }
        guard count > 0 else { return }
        for length in 1...max(1, min(5, count)) {
            let isNear = length == 2 || length == 3
            let prefix = NameKey.hash(folded[..<starts[length]])
            let suffix = NameKey.hash(folded[starts[count - length]...])
            features.append(
                Feature(
                    .prefix, prefix, UInt64(length),
                    targets: isNear ? length == 2 ? 0b01110 : 0b00110 : 0b00100))
            features.append(
                Feature(
                    .suffix, suffix, UInt64(length),
                    targets: isNear ? length == 2 ? 0b01110 : 0b01100 : 0b00100))
        }
        collectStem(count)
    }

    private mutating func collectStem(_ count: Int) {
        let letters = count - stemStart
        if stemStart > 0, letters >= 2 {
            for length in 2...min(4, letters) {
                let prefix = NameKey.hash(folded[starts[stemStart]..<starts[stemStart + length]])
                features.append(Feature(.stemPrefix, prefix, UInt64(length), targets: 0b00100))
            }
        }
        guard letters >= 3 else { return }
        for start in stemStart...count - 3 {
            let part = NameKey.hash(folded[starts[start]..<starts[start + 3]])
            features.append(Feature(.stemPart, part, targets: 0b00100))
        }
    }
}
