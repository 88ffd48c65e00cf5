import Articles
import HTTPServer

/// The paragraphs of an article.
enum BlockJSON {
    /// An array of all blocks; a block's text is its span's characters.
    static func writeAll(of document: ArticleDocument, to writer: inout JSONWriter) {
        writer.array { writer in
            for (index, block) in document.article.blocks.enumerated() {
                write(block, index, document, to: &writer)
            }
        }
    }

    static func write(
        _ block: Block, _ index: Int, _ document: ArticleDocument, to writer: inout JSONWriter
    ) {
        writer.object { writer in
            writer.blockID("id", index)
            writer.member("kind", block.kind.rawValue)
            writer.blockID("section", block.section)
            writer.member("ordinal", block.ordinal)
            writer.span("span", document.offsets.codePoints(block.range))
            writer.textMembers(document.article.string(block.range), block.language, block.direction)
        }
    }
}
