import TextAnalysis

/// Finds damage in Arabic texts of which one can be sure: what may be meant so is left alone.
package struct QualityReader: Sendable {
    /// Words of a paragraph that may be cut off, at least.
    private static let leastWords = 4
    /// A verb's letters without those of its form, at least: shorter ones are alike by chance.
    private static let leastStem = 3
    /// Flags of an article, at most.
    private static let mostFlags = 100

    private let article: Article

    package init(_ article: Article) {
        self.article = article
    }

    /// In the order of the text.
    package func flags() -> [QualityFlag] {
        guard article.language == .arabic else { return [] }
        let blocks = article.blocks.filter { $0.kind == .paragraph || $0.kind == .listItem }
        var cut = blocks.compactMap(truncation)
        // In a text that is broken into lines of a width, any word may end a line.
        if cut.count > max(1, blocks.count / 16) { cut = [] }
        var flags = cut
        for block in blocks {
            for sentence in SentenceSplitter().sentences(in: article.text, block.range) {
                if let flag = tenseConflict(in: sentence) { flags.append(flag) }
            }
        }
        return Array(flags.sorted { $0.range.lowerBound < $1.range.lowerBound }.prefix(Self.mostFlags))
    }

    private struct Word {
        var range: Range<Int>
        var folded: [UInt8]
    }

    private func words(in range: Range<Int>) -> [Word] {
        let bytes = Array(article.text[range])
        return Tokenizer().wordRanges(in: bytes).map { word in
            var folded: [UInt8] = []
            LetterFolding.fold(bytes, word, into: &folded)
            return Word(
                range: range.lowerBound + word.lowerBound..<range.lowerBound + word.upperBound, folded: folded
            )
        }
    }

    private func truncation(_ block: Block) -> QualityFlag? {
        let text = article.text[block.range]
        // As written: folded, «على» is the name «علي».
        guard Self.open.contains(where: { text.suffix($0.count).elementsEqual($0) }) else { return nil }
        let words = words(in: block.range)
        guard words.count >= Self.leastWords else { return nil }
        let range = words[words.count - 2].range.lowerBound..<block.range.upperBound
        return QualityFlag(code: .truncatedSentence, range: range, words: [range])
    }

    /// «ستفتتح … افتتحت»: the same verb once as what will be and once as what was, with no other clause between.
    private func tenseConflict(in sentence: Range<Int>) -> QualityFlag? {
        guard mayTellFuture(article.text[sentence]) else { return nil }
        let words = words(in: sentence)
        for (index, word) in words.enumerated() {
            guard let stem = Self.futureStem(word.folded) else { continue }
            for other in words[(index + 1)...] {
                // A word that begins another clause, such as «after», makes sense of both.
                if Self.links.contains(other.folded)
                    || article.text[word.range.upperBound..<other.range.lowerBound]
                        .contains(where: { $0 == 0x3b || $0 == 0x22 })
                {
                    break
                }
                if Self.pastStem(other.folded) == stem {
                    return QualityFlag(
                        code: .tenseConflict, range: sentence, words: [word.range, other.range])
                }
            }
        }
        return nil
    }

    /// Whether a word may begin with «ست», «سي» or «سن», in UTF-8.
    private func mayTellFuture(_ text: ArraySlice<UInt8>) -> Bool {
        var index = text.startIndex
        while let found = text[index...].firstIndex(of: 0xb3), found + 2 < text.endIndex {
            guard found > text.startIndex else { return false }
            let isStart = found < text.startIndex + 2 || text[found - 2] <= 0x20
            if isStart, text[found - 1] == 0xd8, [0xaa, 0x8a, 0x86].contains(text[found + 2]) { return true }
            index = found + 1
        }
        return false
    }

    /// «ستفتتح», «سيفتتح» without their first two letters.
    private static func futureStem(_ word: [UInt8]) -> [UInt8]? {
        let letters = letters(word)
        guard letters.count >= leastStem + 2, letters[0] == 0x633, [0x62a, 0x64a, 0x646].contains(letters[1])
        else { return nil }
        let stem = letters.dropFirst(2)
        return stem.count >= leastStem ? LetterCodes.bytes(stem) : nil
    }

    /// «افتتحت», «افتتح» without the ا of its form and the ending.
    private static func pastStem(_ word: [UInt8]) -> [UInt8]? {
        var letters = letters(word)[...]
        guard letters.first == 0x627 else { return nil }
        letters = letters.dropFirst()
        if letters.last == 0x62a { letters = letters.dropLast() } else { return nil }
        return letters.count >= leastStem ? LetterCodes.bytes(letters) : nil
    }

    private static func letters(_ word: [UInt8]) -> [UInt32] {
        String(decoding: word, as: UTF8.self).unicodeScalars.map(\.value)
    }

    private static func set(_ words: String) -> Set<[UInt8]> {
        Set(words.split(separator: " ").map { LetterFolding.fold(Array($0.utf8)) })
    }

    /// With the space before it.
    private static let open = "من في إلى الى على عن التي الذي الذين بأن وأن لأن وفي ومن وعلى ثم".split(
        separator: " "
    ).map {
        Array((" " + $0).utf8)
    }
    private static let links = set(
        "بعد بعدما قبل كما التي الذي الذين أن بأن إن لكن ولكن حيث عندما إذ وقد قد وكانت كانت وكان كان بينما مثلما منذ أو لأنها لأنه طالما مادام مادامت دام دامت إذا لو كلما حتى حين حينما لما بأنها بأنه وأنها وأنه"
    )
}

/// Letters as they are compared.
private enum LetterCodes {
    static func bytes(_ letters: some Sequence<UInt32>) -> [UInt8] {
        var text = ""
        for letter in letters {
            if let scalar = Unicode.Scalar(letter) { text.unicodeScalars.append(scalar) }
        }
        return Array(text.utf8)
    }
}
