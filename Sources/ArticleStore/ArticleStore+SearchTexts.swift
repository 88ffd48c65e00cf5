import Foundation
import GRDB

extension ArticleStore {
    /// What the articles of index keys say, in the same order: the given title, if any, and the text, at most `limit` bytes of
    /// it; `nil` for one deleted since.
    package func searchTexts(keys: [Int64], limit: Int) throws(StoreError) -> [[UInt8]?] {
        try reading { database in
            let statement = try database.cachedStatement(
                sql: """
                    SELECT given_title, substr(text, 1, ?) FROM article_text
                    JOIN article ON article.row = article_text.article WHERE article_text.article = ?
                    """)
            return try keys.map { key in
                guard let row = try Row.fetchOne(statement, arguments: [limit, key]) else { return nil }
                let title: String = row[0]
                let text: Data = row[1]
                return title.isEmpty ? [UInt8](text) : Array(title.utf8) + [0x0A] + [UInt8](text)
            }
        }
    }
}
