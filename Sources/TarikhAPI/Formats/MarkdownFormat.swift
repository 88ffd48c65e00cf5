import Articles

/// An article as Markdown (CommonMark 0.31): what could be taken for markup is escaped.
enum MarkdownFormat {
    static func text(_ document: ArticleDocument) -> [UInt8] {
        let parts = ArticleParts(document.article)
        var markdown: [UInt8] = []
        if let title = parts.title { append("# ", Array(title.utf8), to: &markdown) }
        for part in parts.parts {
            switch part.kind {
            case .title, .heading: append("## ", part.text, to: &markdown)
            case .paragraph, .attribution: append("", part.text, to: &markdown)
            case .quote: append("> ", part.text, to: &markdown)
            case .listItem:
                append("- ", part.text, to: &markdown)
                // Items of one list stand together.
                if !part.endsList { markdown.removeLast() }
            }
        }
        if markdown.last == 0x0a { markdown.removeLast() }
        return markdown
    }

    private static func append(_ mark: String, _ text: [UInt8], to markdown: inout [UInt8]) {
        markdown += mark.utf8
        var isStart = true
        var hasDigits = false
        for byte in text {
            if always.contains(byte) || (isStart && atStart.contains(byte)) {
                markdown.append(UInt8(ascii: "\\"))
            }
            // `1.` and `1)` start a list.
            if hasDigits, byte == UInt8(ascii: ".") || byte == UInt8(ascii: ")") {
                markdown.append(UInt8(ascii: "\\"))
            }
            let isDigit = byte &- 0x30 < 10
            hasDigits = isDigit && (isStart || hasDigits)
            isStart = false
            markdown.append(byte == 0x0a || byte == 0x0d ? 0x20 : byte)
        }
        markdown += [0x0a, 0x0a]
    }

    private static let always = Set("\\`*_[]<>&|~".utf8)
    private static let atStart = Set("#+-=:".utf8)
}
