import Foundation
import GRDB

/// Keeps what articles name together, and how many articles, blocks and sentences name each entity, in step with the articles of one
/// transaction; `finish` ends it.
final class UnitWriter {
    /// How many units of each size there are.
    private struct Counts: Hashable {
        var articles = 0
        var blocks = 0
        var sentences = 0

        mutating func add(_ articles: Int, _ blocks: Int, _ sentences: Int) {
            self.articles += articles
            self.blocks += blocks
            self.sentences += sentences
        }
    }

    let database: Database
    private var changes: [Int64: Counts] = [:]
    private var totals = Counts()
    private var waiting: [Waiting] = []

    /// What an article names together by what extraction calls its entities.
    struct Waiting {
        var article: Int64
        var units: NamedUnits
        var locals: [String]
    }

    init(database: Database) {
        self.database = database
    }

    /// Keeps what an article names together until its entities are known.
    func wait(_ units: NamedUnits, of locals: [String], article: Int64) {
        waiting.append(Waiting(article: article, units: units, locals: locals))
    }

    /// What waits; nothing does after it.
    func takeWaiting() -> [Waiting] {
        defer { waiting = [] }
        return waiting
    }

    func add(_ record: UnitRecord, article: Int64) throws {
        guard !record.entities.isEmpty else { return }
        try database.direct("INSERT INTO article_unit (article, record) VALUES (?, ?)").run(
            article, record.encoded())
        count(record, 1)
    }

    func remove(article: Int64) throws {
        guard let record = try record(ofArticle: article) else { return }
        try database.direct("DELETE FROM article_unit WHERE article = ?").run(article)
        count(record, -1)
    }

    /// Writes the counts.
    func finish() throws {
        let update = try database.direct(
            """
            INSERT INTO unit_count (entity, articles, blocks, sentences) VALUES (?, ?, ?, ?)
            ON CONFLICT DO UPDATE SET articles = articles + excluded.articles,
              blocks = blocks + excluded.blocks, sentences = sentences + excluded.sentences
            """)
        for (entity, change) in changes.sorted(by: { $0.key < $1.key }) where change != Counts() {
            try update.run(entity, change.articles, change.blocks, change.sentences)
            guard change.articles < 0 else { continue }
            try database.direct("DELETE FROM unit_count WHERE entity = ? AND articles <= 0").run(entity)
        }
        if totals != Counts() {
            try database.direct(
                """
                UPDATE unit_total SET articles = articles + ?, blocks = blocks + ?, sentences = sentences + ?
                """
            ).run(totals.articles, totals.blocks, totals.sentences)
        }
        changes = [:]
        totals = Counts()
    }

    private func record(ofArticle article: Int64) throws -> UnitRecord? {
        let bytes = try [UInt8].fetchOne(
            database.direct("SELECT record FROM article_unit WHERE article = ?"), article)
        return try bytes.map { try UnitRecord.decode($0) }
    }

    private func count(_ record: UnitRecord, _ sign: Int) {
        for (row, count) in zip(record.entities, record.counts) {
            changes[row, default: Counts()].add(sign, sign * count.blocks, sign * count.sentences)
        }
        totals.add(
            sign, sign * record.blocks.count, sign * record.blocks.reduce(0) { $0 + $1.count })
    }
}
