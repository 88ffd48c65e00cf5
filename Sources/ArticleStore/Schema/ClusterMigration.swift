import Articles
import Foundation
import GRDB

/// Room for which articles are copies of one another, and for what tells so; what is stored is compared.
enum ClusterMigration {
    static func run(_ database: Database) throws {
        try database.execute(sql: "CREATE TABLE sketch (article INTEGER PRIMARY KEY, sketch BLOB NOT NULL)")
        try database.execute(
            sql: """
                CREATE TABLE sketch_key (
                  key INTEGER NOT NULL,
                  article INTEGER NOT NULL,
                  PRIMARY KEY (key, article)) WITHOUT ROWID
                """)
        // Only of articles that have copies; a cluster is called by the row of its first article.
        try database.execute(
            sql: "CREATE TABLE cluster_member (article INTEGER PRIMARY KEY, cluster INTEGER NOT NULL)")
        try database.execute(sql: "CREATE INDEX cluster_member_cluster ON cluster_member (cluster)")
        let writer = ClusterWriter(database: database)
        let rows = try Row.fetchCursor(
            database,
            sql: """
                SELECT article.row, record, text FROM article
                JOIN article_text ON article_text.article = article.row ORDER BY article.row
                """)
        while let row = try rows.next() {
            do {
                let article = try ArticleRecord.decode([UInt8](row[1] as Data), text: [UInt8](row[2] as Data))
                try writer.add(Sketch(article), article: row[0])
            } catch is RecordError {
                // `check` tells of it.
                continue
            }
        }
    }
}
