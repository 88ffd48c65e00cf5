/// Arabic words written together with the next one: و ف ب ك ل س and the article ال.
package enum Clitics {
    /// Letters that must be left of the word.
    private static let minimumLetters = 2

    /// The possible readings of a folded Arabic word without proclitics: bytes to drop from its start, 0 first, then
    /// growing. `withArticle` tells whether the dropped part ends with the article.
    package static func readings(ofFolded word: ArraySlice<UInt8>) -> Readings {
        var readings = Readings()
        func letter(_ index: Int) -> UInt8 {
            // Every Arabic letter of folded text is two bytes; و ف ب ك ل س ا share the first.
            let offset = word.startIndex + index * 2
            guard offset + 1 < word.endIndex, word[offset] == 0xd9 || word[offset] == 0xd8 else { return 0 }
            return word[offset] == 0xd9 ? word[offset + 1] : word[offset + 1] &+ 0x40
        }
        func add(_ letters: Int, _ withArticle: Bool) {
            if word.count >= (letters + minimumLetters) * 2 { readings.append(letters, withArticle) }
        }
        var start = 0
        if letter(0) == Letter.waw || letter(0) == Letter.feh {
            add(1, false)
            start = 1
        }
        let next = letter(start)
        if next == Letter.alef, letter(start + 1) == Letter.lam {
            add(start + 2, true)
        } else if next == Letter.beh || next == Letter.kaf {
            add(start + 1, false)
            if letter(start + 1) == Letter.alef, letter(start + 2) == Letter.lam { add(start + 3, true) }
        } else if next == Letter.lam {
            add(start + 1, false)
            // The article loses its alef after ل.
            if letter(start + 1) == Letter.lam { add(start + 2, true) }
        } else if next == Letter.seen {
            add(start + 1, false)
        }
        return readings
    }

    package static func readings(ofFolded word: [UInt8]) -> Readings { readings(ofFolded: word[...]) }

    /// Readings of a word; the first drops nothing.
    package struct Readings: RandomAccessCollection {
        /// Letters dropped, and from bit 4 whether the article is among them. There are four at most.
        private var values = SIMD4<UInt8>(repeating: 0)
        package private(set) var endIndex = 1

        package var startIndex: Int { 0 }

        package subscript(position: Int) -> (dropped: Int, withArticle: Bool) {
            let value = values[position]
            return (Int(value & 15) * 2, value & 16 != 0)
        }

        fileprivate mutating func append(_ letters: Int, _ withArticle: Bool) {
            values[endIndex] = UInt8(letters) | (withArticle ? 16 : 0)
            endIndex += 1
        }
    }

    /// The second byte of a letter in UTF-8, the letters of the block's first half moved out of the way.
    private enum Letter {
        static let alef: UInt8 = 0xa7 &+ 0x40
        static let beh: UInt8 = 0xa8 &+ 0x40
        static let seen: UInt8 = 0xb3 &+ 0x40
        static let feh: UInt8 = 0x81
        static let kaf: UInt8 = 0x83
        static let lam: UInt8 = 0x84
        static let waw: UInt8 = 0x88
    }
}

extension Clitics {
    private static let article: [UInt8] = Array("ال".utf8)
    /// What may stand before a word, without and with the article; the article loses its alef after ل.
    private static let bare = AffixList("و ف ب ك ل س وب وك ول وس فب فك فل فس")
    private static let definite = AffixList("ال وال فال بال كال وبال وكال فبال فكال لل ولل فلل")

    /// The forms in which a folded word of the Arabic script stands in texts with proclitics and the article, itself first: of
    /// `سفاره` also `السفاره`, `بسفاره`, `وللسفاره`, …; any other word has one.
    package static func forms(ofFolded word: [UInt8]) -> [[UInt8]] {
        guard let first = word.first, (0xd8...0xdb).contains(first) else { return [word] }
        let hasArticle = word.starts(with: article) && word.count >= article.count + 2 * minimumLetters
        let base = hasArticle ? Array(word.dropFirst(article.count)) : word
        let forms = [word, base] + (bare.affixes + definite.affixes).map { $0 + base }
        var seen: Set<[UInt8]> = []
        return forms.filter { seen.insert($0).inserted }
    }
}
