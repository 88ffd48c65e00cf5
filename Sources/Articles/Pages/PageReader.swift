import TextAnalysis

/// The article of a page: its main text, and what the page says of it.
package struct PageReader {
    /// The text with a line for each block, what each line is, and what is known of the article.
    package struct Page: Sendable, Hashable {
        /// Empty when no text was found.
        package var text: [UInt8]
        package var outline: Outline
        package var metadata: ArticleMetadata
        package var origins: [Reception.Origin]
    }

    package init() {}

    /// Reads a page. `html` is UTF-8, decoded by `CharsetDecoder`.
    package func page(_ html: [UInt8]) throws(MarkupError) -> Page {
        let tree = try MarkupReader.html(Self.withoutZeros(html))
        let facts = PageFacts(tree)
        var reader = MetadataReader()
        facts.read(into: &reader)
        let isLeftOut = PageFurniture(tree: tree).leftOut()
        let measure = PageMeasure(tree, isLeftOut: isLeftOut)
        let main = MainText(tree: tree, isLeftOut: isLeftOut, measure: measure).root()
        let heading = heading(tree, title: reader.metadata.title)
        var text = PageText(tree, isLeftOut: isLeftOut, measure: measure)
        if let heading { text.add(title: heading) }
        text.add(main.node, without: heading)
        // A page may keep its text from readers and give it to machines.
        if let body = facts.body, body.utf8.count > 2 * text.text.count {
            var whole = PageText(tree, isLeftOut: isLeftOut, measure: measure)
            if let heading { whole.add(title: heading) }
            for line in body.split(whereSeparator: \.isNewline) {
                whole.add(paragraph: PlainText.withoutReferences(String(line)))
            }
            return Self.finish(whole, place: "json_ld:articleBody", reader)
        }
        return Self.finish(text, place: main.place, reader)
    }

    /// The text of a piece of HTML, such as the body of an item of a feed: all of it but what is never shown. A heading in it
    /// that is `title` is not written twice.
    static func text(ofFragment html: [UInt8], title: String?) throws(MarkupError) -> PageText {
        text(of: try MarkupReader.html(withoutZeros(html)), title: title)
    }

    /// The same for elements that have been read.
    static func text(of tree: MarkupTree, title: String?) -> PageText {
        let isLeftOut = PageFurniture(tree: tree).leftOut()
        var text = PageText(tree, isLeftOut: isLeftOut, measure: PageMeasure(tree, isLeftOut: isLeftOut))
        if let title { text.add(title: title) }
        text.add(MarkupTree.root, without: title)
        return text
    }

    static func finish(_ text: PageText, place: String, _ reader: MetadataReader) -> Page {
        var metadata = reader.metadata
        var origins = reader.origins
        if let language = metadata.language, !fits(language, text.text) {
            // Templates often declare the language of the site's maker.
            metadata.language = nil
            origins.removeAll { $0.field == .language }
        }
        origins.append(Reception.Origin(.text, place))
        return Page(text: text.text, outline: Outline(text.lines), metadata: metadata, origins: origins)
    }

    /// Whether a text can be in a language, by its script.
    private static func fits(_ language: Language, _ text: [UInt8]) -> Bool {
        let detected = LanguageDetector().language(of: text)
        return detected == .undetermined || (detected == .english) == (language == .english)
    }

    /// The heading on the page that is the title, so that its characters stand in the text.
    private func heading(_ tree: MarkupTree, title: String?) -> String? {
        let headings = tree.nodes.indices.filter { tree.nodes[$0].name == "h1" }.prefix(32)
            .map { tree.words($0) }.filter { !$0.isEmpty }
        guard let title else { return headings.first }
        let folded = LetterFolding.fold(title)
        return headings.first { LetterFolding.fold($0) == folded }
    }

    /// U+0000 is no character of HTML (WHATWG HTML, 13.2.3.5).
    private static func withoutZeros(_ html: [UInt8]) -> [UInt8] {
        html.contains(0) ? html.map { $0 == 0 ? 0x20 : $0 } : html
    }
}
