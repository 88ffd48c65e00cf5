/// Puts an article of a document together: its title, then its text.
enum ItemText {
    enum Body {
        case plain(String)
        case html(String)
        /// Elements of XHTML.
        case markup(MarkupTree)
        case none
    }

    /// Text whose form is not told: HTML when it has an element of it or a reference.
    static func guess(_ text: String) -> Body {
        let tags = [
            "<p", "<br", "<div", "</", "<b>", "<a ", "<img", "<ul", "<h", "&amp;", "&#", "&nbsp;", "&quot;",
            "&lt;",
        ]
        return tags.contains { text.contains($0) } ? .html(text) : .plain(text)
    }

    /// - Parameters:
    ///   - place: what the text was taken from.
    ///   - pointer: where it stands, for problems.
    static func page(
        _ reader: MetadataReader, _ body: Body, place: String, pointer: String
    ) -> Result<PageReader.Page, DocumentError> {
        let title = reader.metadata.title
        var text: PageText
        do {
            switch body {
            case .plain(let plain): text = self.plain(plain, title: title)
            case .html(let html): text = try PageReader.text(ofFragment: Array(html.utf8), title: title)
            case .markup(let tree): text = PageReader.text(of: tree, title: title)
            case .none: text = self.plain("", title: title)
            }
        } catch {
            return .failure(.item(error, pointer: pointer))
        }
        guard !text.text.isEmpty else { return .failure(.missing(pointer: pointer)) }
        return .success(PageReader.finish(text, place: place, reader))
    }

    private static func plain(_ plain: String, title: String?) -> PageText {
        let lines = plain.split(whereSeparator: \.isNewline).map(String.init)
        var text = PageText()
        // Agencies repeat the title in the text.
        if let title, lines.first.map({ PlainText.words($0) }) != title { text.add(title: title) }
        for (index, line) in lines.enumerated() {
            let line = PlainText.words(line)
            if index == 0, line == title { text.add(title: line) } else { text.add(paragraph: line) }
        }
        return text
    }
}
