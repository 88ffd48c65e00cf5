import Articles
import GRDB
import SearchIndex
import TextAnalysis

/// Makes index documents of articles, whether they are new or read back from the store.
enum IndexFeed {
    static let schema = IndexSchema(
        textFields: [
            IndexSchema.TextField(name: "title", weight: 2), IndexSchema.TextField(name: "body", weight: 1),
        ],
        keywordFields: ["entity", "source", "lang", "article", "type"])

    static func document(
        row: Int64, article: Article, entities: [Int64], kinds: Set<Entity.Kind>,
        intervals: [ClosedRange<Int32>]
    ) -> IndexDocument {
        var texts: [IndexDocument.Text] = []
        if let title = article.metadata.title {
            texts.append(text(.title, Array(title.utf8), article.language))
        }
        for block in article.blocks {
            let field: ArticleStore.TextField = block.kind == .title ? .title : .body
            texts.append(text(field, Array(article.text[block.range]), block.language))
        }
        var keywords = [
            keyword(.language, article.language.rawValue), keyword(.article, Identifier.article(row)),
        ]
        keywords += article.sourceName.map { [keyword(.source, $0)] } ?? []
        keywords += entities.map { keyword(.entity, entityValue($0)) }
        keywords += kinds.map { keyword(.type, $0.rawValue) }
        return IndexDocument(key: row, texts: texts, keywords: keywords, intervals: intervals)
    }

    /// An entity in the index: its row, which stays when its id becomes another.
    static func entityValue(_ row: Int64) -> String { String(row, radix: 32) }

    private static func text(
        _ field: ArticleStore.TextField, _ bytes: [UInt8], _ language: Language
    ) -> IndexDocument.Text {
        IndexDocument.Text(field: field.rawValue, bytes: bytes, language: language)
    }

    private static func keyword(
        _ field: ArticleStore.KeywordField, _ value: String
    ) -> IndexDocument.Keyword {
        IndexDocument.Keyword(field: field.rawValue, value: value)
    }
}
