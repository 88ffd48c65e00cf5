import ArticleStore
import Articles
import TextAnalysis

/// An article as a page: nothing in it but escaped text, each block with its language and direction.
enum ArticleHTMLFormat {
    static func page(_ document: ArticleDocument) -> [UInt8] {
        let article = document.article
        let parts = ArticleParts(article)
        let title = escaped(Array((parts.title ?? "").utf8))
        let direction = article.direction == .rightToLeft ? "rtl" : "ltr"
        var html = "<!DOCTYPE html>\n<html lang=\"\(article.language.code)\" dir=\"\(direction)\">\n<head>\n"
        html += "<meta charset=\"utf-8\">\n<title>\(title)</title>\n"
        html +=
            meta("og:site_name", article.sourceName)
            + meta("article:published_time", article.metadata.publishedAt)
        html += meta("article:modified_time", article.metadata.modifiedAt)
        html += article.metadata.authors.map { meta("article:author", $0) }.joined()
        html += "</head>\n<body>\n<article>\n"
        if parts.title != nil { html += "<h1 dir=\"auto\">\(title)</h1>\n" }
        return Array((html + fragment(parts) + "</article>\n</body>\n</html>\n").utf8)
    }

    /// The blocks alone.
    static func fragment(_ parts: ArticleParts) -> String {
        parts.parts.map { part in
            let element = Self.element(part.kind)
            let open = part.startsList ? "<ul>\n" : ""
            let close = part.endsList ? "</ul>\n" : ""
            let start = "<\(element) lang=\"\(part.language)\" dir=\"\(part.direction)\">"
            return open + start + escaped(part.text) + "</\(element)>\n" + close
        }.joined()
    }

    private static func element(_ kind: Block.Kind) -> String {
        switch kind {
        case .title, .heading: "h2"
        case .paragraph, .attribution: "p"
        case .quote: "blockquote"
        case .listItem: "li"
        }
    }

    private static func meta(_ name: String, _ value: String?) -> String {
        guard let value else { return "" }
        return "<meta property=\"\(name)\" content=\"\(escaped(Array(value.utf8)))\">\n"
    }

    private static func meta(_ name: String, _ seconds: Int64?) -> String {
        meta(name, seconds.map(Timestamp.string))
    }

    private static func escaped(_ text: [UInt8]) -> String {
        MarkedHTML.text(text, 0..<text.count, marks: [])
    }
}
