/// Turns text into index terms; index and query share it.
package struct Analyzer: Sendable {
    /// A word as it is indexed.
    package struct Term: Sendable, Hashable {
        /// UTF-8 bytes of the analysed text.
        package var range: Range<Int>
        /// The folded word.
        package var surface: String
        /// The folded word without clitics and endings.
        package var stem: String

        package init(range: Range<Int>, surface: String, stem: String) {
            self.range = range
            self.surface = surface
            self.stem = stem
        }
    }

    private let language: Language

    /// The analyzer of a language; words in another script than the language's are treated by their script.
    package init(_ language: Language) {
        self.language = language
    }

    /// A term per word, in order; a word of which folding leaves nothing has none.
    package func terms(in text: [UInt8]) -> [Term] {
        var terms: [Term] = []
        forEachTerm(in: text) { range, surface, stem in
            terms.append(
                Term(
                    range: range, surface: String(decoding: surface, as: UTF8.self),
                    stem: String(decoding: stem, as: UTF8.self)))
        }
        return terms
    }

    /// The same without strings, for hot paths; the bytes are valid until `body` returns.
    package func forEachTerm(
        in text: [UInt8], _ body: (_ range: Range<Int>, _ surface: [UInt8], _ stem: [UInt8]) -> Void
    ) {
        var surface: [UInt8] = []
        for range in Tokenizer().wordRanges(in: text) {
            surface.removeAll(keepingCapacity: true)
            LetterFolding.fold(text, range, into: &surface)
            if !surface.isEmpty { body(range, surface, stem(of: surface)) }
        }
    }

    /// The stem of a folded word.
    package func stem(of surface: [UInt8]) -> [UInt8] {
        guard let first = surface.first else { return surface }
        if first < 0x80 {
            return first >= 0x61 ? EnglishStemmer.stem(surface) : surface
        }
        guard (0xd8...0xdb).contains(first) else { return surface }
        return language == .persian ? PersianStemmer.stem(surface) : ArabicStemmer.stem(surface)
    }
}
