import Foundation
import GRDB

/// Keeps what articles name together, and how many blocks and sentences name each entity, in step with the articles of one
/// transaction; `finish` ends it.
final class UnitWriter {
    /// How many units of each size there are.
    struct Totals: Hashable {
        var articles = 0
        var blocks = 0
        var sentences = 0
    }

    let database: Database
    private var changes: [Int64: (blocks: Int, sentences: Int)] = [:]
    private var totals = Totals()

    init(database: Database) {
        self.database = database
    }

    func add(_ record: UnitRecord, article: Int64) throws {
        guard !record.entities.isEmpty else { return }
        try database.cachedStatement(sql: "INSERT INTO article_unit (article, record) VALUES (?, ?)")
            .execute(arguments: [article, Data(record.encoded())])
        count(record, 1)
    }

    func remove(article: Int64) throws {
        guard let record = try record(ofArticle: article) else { return }
        try database.cachedStatement(sql: "DELETE FROM article_unit WHERE article = ?")
            .execute(arguments: [article])
        count(record, -1)
    }

    /// Puts other rows in the place of some of an article's entities.
    func replace(_ rows: [Int64: Int64], inArticle article: Int64) throws {
        guard let record = try record(ofArticle: article) else { return }
        try remove(article: article)
        try add(record.replacing(rows), article: article)
    }

    /// Writes the counts.
    func finish() throws {
        let update = try database.cachedStatement(
            sql: """
                INSERT INTO unit_count (entity, blocks, sentences) VALUES (?, ?, ?)
                ON CONFLICT DO UPDATE SET blocks = blocks + excluded.blocks, sentences = sentences + excluded.sentences
                """)
        var hasFallen = false
        for (entity, change) in changes.sorted(by: { $0.key < $1.key })
        where change.blocks != 0 || change.sentences != 0 {
            try update.execute(arguments: [entity, change.blocks, change.sentences])
            guard change.sentences < 0 else { continue }
            hasFallen = true
            try database.cachedStatement(sql: "DELETE FROM unit_count WHERE entity = ? AND sentences <= 0")
                .execute(arguments: [entity])
        }
        if totals != Totals() || hasFallen {
            try database.cachedStatement(
                sql: """
                    UPDATE unit_total SET articles = articles + ?, blocks = blocks + ?, sentences = sentences + ?
                    """
            ).execute(arguments: [totals.articles, totals.blocks, totals.sentences])
        }
        changes = [:]
        totals = Totals()
    }

    private func record(ofArticle article: Int64) throws -> UnitRecord? {
        let bytes = try Data.fetchOne(
            database.cachedStatement(sql: "SELECT record FROM article_unit WHERE article = ?"),
            arguments: [article])
        return try bytes.map { try UnitRecord.decode([UInt8]($0)) }
    }

    private func count(_ record: UnitRecord, _ sign: Int) {
        for (row, count) in zip(record.entities, record.counts) {
            changes[row, default: (0, 0)].blocks += sign * count.blocks
            changes[row, default: (0, 0)].sentences += sign * count.sentences
        }
        totals.articles += sign
        totals.blocks += sign * record.blocks.count
        totals.sentences += sign * record.blocks.reduce(0) { $0 + $1.count }
    }
}
