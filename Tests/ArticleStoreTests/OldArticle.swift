import Articles
import Foundation
import GRDB

@testable import ArticleStore

/// An article as the first schema has it.
enum OldArticle {
    static func insert(
        _ article: Article, _ annotations: Annotations, _ row: Int64, _ database: Database
    ) throws {
        try database.execute(
            sql: """
                INSERT INTO article (row, revision, sequence, content_hash, given_title, title, language, ingested_at,
                  record, annotations)
                VALUES (?, 1, ?, ?, '', '', 'ar', 0, ?, ?)
                """,
            arguments: [
                row, row, ContentHash.of(article.text), Data(ArticleRecord.encode(article)),
                Data(AnnotationRecord.encode(annotations)),
            ])
        try database.execute(
            sql: "INSERT INTO change (operation, article, at) VALUES ('put', ?, 0)", arguments: [row])
        try database.execute(
            sql: "INSERT INTO article_text (article, text) VALUES (?, ?)",
            arguments: [row, Data(article.text)])
    }
}
