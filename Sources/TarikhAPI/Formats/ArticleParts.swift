import Articles
import TextAnalysis

/// An article's text in parts, without the debris in it, for forms that are written for others.
struct ArticleParts {
    struct Part {
        let kind: Block.Kind
        /// UTF-8.
        let text: [UInt8]
        let language: String
        let direction: String
        /// The first item of a list.
        let startsList: Bool
        /// No other item of the list follows.
        let endsList: Bool
    }

    let title: String?
    /// Without the title.
    let parts: [Part]

    init(_ article: Article) {
        title = article.title
        let blocks = article.blocks.filter { $0.kind != .title }
        parts = blocks.enumerated().map { index, block in
            let isItem = block.kind == .listItem
            let next = index + 1 < blocks.count ? blocks[index + 1] : nil
            let isFirst = isItem && (index == 0 || block.ordinal == 1 || blocks[index - 1].kind != .listItem)
            return Part(
                kind: block.kind, text: article.cleanText(block.range), language: block.language.code,
                direction: block.direction == .rightToLeft ? "rtl" : "ltr", startsList: isFirst,
                endsList: isItem && (next?.kind != .listItem || next?.ordinal == 1))
        }
    }

    /// A line for each part.
    var plain: String {
        parts.map { String(decoding: $0.text, as: UTF8.self) }.joined(separator: "\n")
    }
}
