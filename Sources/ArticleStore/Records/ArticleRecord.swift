import Articles
import TextAnalysis

/// An article without its text, as it is kept in one column.
enum ArticleRecord {
    /// Of those whose metadata has more than the first version knew; others are written as ever.
    private static let version = 2
    private static let firstVersion = 1

    static func encode(_ article: Article) -> [UInt8] {
        var writer = RecordWriter()
        let hasMore = hasMore(article.metadata)
        writer.append(hasMore ? version : firstVersion)
        encode(article.metadata, into: &writer)
        if hasMore { encodeMore(article.metadata, into: &writer) }
        writer.append(article.titleRange) { $0.append($1) }
        writer.append(article.language.rawValue)
        writer.append(article.direction.rawValue)
        writer.append(list: article.blocks) { encode($1, into: &$0) }
        writer.append(list: article.attributions) {
            $0.append($1.role.rawValue)
            $0.append($1.range)
        }
        writer.append(list: article.repairs) {
            $0.append($1.code.rawValue)
            $0.append($1.range)
        }
        return writer.bytes
    }

    static func decode(_ bytes: [UInt8], text: [UInt8]) throws(RecordError) -> Article {
        var reader = RecordReader(bytes)
        let version = try reader.int()
        guard (firstVersion...self.version).contains(version) else { throw RecordError() }
        var metadata = try self.metadata(&reader)
        if version > firstVersion { try readMore(&metadata, &reader) }
        let titleRange = try reader.optional { reader throws(RecordError) in try reader.range() }
        let article = Article(
            text: text, metadata: metadata, titleRange: titleRange, language: try reader.choice(),
            direction: try reader.choice(),
            blocks: try reader.list { reader throws(RecordError) in try block(&reader) },
            attributions: try reader.list { reader throws(RecordError) in
                Attribution(role: try reader.choice(), range: try reader.range())
            },
            repairs: try reader.list { reader throws(RecordError) in
                Repair(code: try reader.choice(), range: try reader.range())
            })
        guard ranges(of: article).allSatisfy({ $0.upperBound <= text.count }) else { throw RecordError() }
        return article
    }

    private static func ranges(of article: Article) -> [Range<Int>] {
        article.blocks.map(\.range) + article.attributions.map(\.range) + article.repairs.map(\.range)
            + [article.titleRange].compactMap(\.self)
    }

    private static func encode(_ metadata: ArticleMetadata, into writer: inout RecordWriter) {
        for text in [metadata.title, metadata.url, metadata.externalID, metadata.source] {
            writer.append(text) { $0.append($1) }
        }
        writer.append(metadata.publishedAt) { $0.append(signed: $1) }
        writer.append(metadata.language) { $0.append($1.rawValue) }
        writer.append(list: metadata.tags) { $0.append($1) }
    }

    private static func metadata(_ reader: inout RecordReader) throws(RecordError) -> ArticleMetadata {
        let text = { (reader: inout RecordReader) throws(RecordError) in try reader.string() }
        return ArticleMetadata(
            title: try reader.optional(text), url: try reader.optional(text),
            externalID: try reader.optional(text), source: try reader.optional(text),
            publishedAt: try reader.optional { reader throws(RecordError) in try reader.signed() },
            language: try reader.optional { reader throws(RecordError) in try reader.choice() },
            tags: try reader.list(text))
    }

    private static func hasMore(_ metadata: ArticleMetadata) -> Bool {
        !metadata.authors.isEmpty || metadata.modifiedAt != nil || metadata.reception != nil
    }

    private static func encodeMore(_ metadata: ArticleMetadata, into writer: inout RecordWriter) {
        writer.append(list: metadata.authors) { $0.append($1) }
        writer.append(metadata.modifiedAt) { $0.append(signed: $1) }
        writer.append(metadata.reception) { writer, reception in
            for text in [reception.mediaType, reception.charset, reception.charsetBasis] {
                writer.append(text)
            }
            writer.append(reception.replaced)
            writer.append(list: reception.origins) {
                $0.append($1.field.rawValue)
                $0.append($1.place)
            }
        }
    }

    private static func readMore(
        _ metadata: inout ArticleMetadata, _ reader: inout RecordReader
    ) throws(RecordError) {
        metadata.authors = try reader.list { reader throws(RecordError) in try reader.string() }
        metadata.modifiedAt = try reader.optional { reader throws(RecordError) in try reader.signed() }
        metadata.reception = try reader.optional { reader throws(RecordError) in
            Reception(
                mediaType: try reader.string(), charset: try reader.string(),
                charsetBasis: try reader.string(), replaced: try reader.int(),
                origins: try reader.list { reader throws(RecordError) in
                    Reception.Origin(try reader.choice(), try reader.string())
                })
        }
    }

    private static func encode(_ block: Block, into writer: inout RecordWriter) {
        writer.append(block.kind.rawValue)
        writer.append(block.range)
        writer.append(block.section) { $0.append($1) }
        writer.append(block.ordinal) { $0.append($1) }
        writer.append(block.language.rawValue)
        writer.append(block.direction.rawValue)
    }

    private static func block(_ reader: inout RecordReader) throws(RecordError) -> Block {
        let int = { (reader: inout RecordReader) throws(RecordError) in try reader.int() }
        return Block(
            kind: try reader.choice(), range: try reader.range(), section: try reader.optional(int),
            ordinal: try reader.optional(int), language: try reader.choice(),
            direction: try reader.choice())
    }
}
