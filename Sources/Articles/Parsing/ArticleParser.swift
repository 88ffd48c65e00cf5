import TextAnalysis

/// Reads plain text into an article.
package struct ArticleParser: Sendable {
    /// The largest text accepted: 2 MiB, in bytes.
    package static let maximumTextBytes = 2 << 20

    package init() {}

    /// The structure of `text`. Never fails for text that is valid UTF-8, within the limit, and has a letter or digit.
    ///
    /// - Parameter outline: what markup said of its lines; others are told by their form.
    package func parse(
        _ text: [UInt8], metadata: ArticleMetadata = ArticleMetadata(), outline: Outline = Outline()
    ) throws(ArticleParsingError) -> Article {
        guard text.count <= Self.maximumTextBytes else { throw .tooLarge(limit: Self.maximumTextBytes) }
        if let offset = UTF8Validation.firstInvalidByte(of: text) { throw .invalidUTF8(offset: offset) }
        guard !Tokenizer().wordRanges(in: text).isEmpty else { throw .empty }

        let repairs = DebrisScanner().repairs(in: text)
        let lines = LineReader(text: text, repairs: repairs).lines()
        let detector = LanguageDetector()
        let language = metadata.language ?? detector.language(of: text)
        let blocks = BlockReader(
            text: text, lines: lines, title: metadata.title, language: language, outline: outline
        ).blocks()
        return Article(
            text: text, metadata: metadata, titleRange: blocks.first { $0.kind == .title }?.range,
            language: language, direction: language.direction ?? detector.direction(of: text),
            blocks: blocks.map { inherit(language, $0) },
            attributions: AttributionReader(text: text).attributions(in: blocks), repairs: repairs)
    }

    /// A block too short to tell its language has the article's.
    private func inherit(_ language: Language, _ block: Block) -> Block {
        guard block.language == .undetermined else { return block }
        var block = block
        block.language = language
        return block
    }
}

extension Language {
    /// The direction it is written in; `nil` when the language is not known.
    fileprivate var direction: TextDirection? {
        switch self {
        case .arabic, .persian: .rightToLeft
        case .english: .leftToRight
        case .undetermined: nil
        }
    }
}
