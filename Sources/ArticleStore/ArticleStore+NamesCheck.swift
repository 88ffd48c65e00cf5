import Foundation
import GRDB

extension ArticleStore {
    /// Whether names are found by what they are, and articles say of themselves which names stand together in them.
    static func checkNamesAndUnits(_ database: Database) throws -> [String] {
        try checkTails(database) + checkUnits(database)
    }

    private static func checkTails(_ database: Database) throws -> [String] {
        var problems: [String] = []
        let entities = try Row.fetchCursor(database, sql: "SELECT row, id FROM entity ORDER BY row")
        while let entity = try entities.next() {
            let row: Int64 = entity[0]
            let names = try String.fetchAll(
                database.cachedStatement(sql: "SELECT DISTINCT text FROM alias WHERE entity = ?"),
                arguments: [row])
            let stored = try String.fetchSet(
                database.cachedStatement(sql: "SELECT tail FROM name_tail WHERE entity = ?"),
                arguments: [row])
            if stored != Set(names.flatMap { NameTail.all(of: $0).map(\.text) }) {
                problems.append("entity \(entity[1] as String): it is not found by its names")
            }
        }
        return problems
    }

    private static func checkUnits(_ database: Database) throws -> [String] {
        var problems: [String] = []
        var counts: [Int64: [Int]] = [:]
        var totals = [0, 0, 0]
        let reader = ArticleReader(database: database)
        let articles = try Int64.fetchCursor(database, sql: "SELECT row FROM article ORDER BY row")
        while let row = try articles.next() {
            let bytes = try Data.fetchOne(
                database.cachedStatement(sql: "SELECT record FROM article_unit WHERE article = ?"),
                arguments: [row])
            // One that can't be read is none; an article that can't be is told of elsewhere.
            let stored = try? bytes.map { try UnitRecord.decode([UInt8]($0)) }
            let expected = Result { try reader.units(ofArticle: row) }
            if case .success(let units) = expected, units != stored {
                problems.append("article \(Identifier.article(row)): what it names together is wrong")
            }
            guard let record = stored else { continue }
            for (entity, count) in zip(record.entities, record.counts) {
                let sum = counts[entity] ?? [0, 0, 0]
                counts[entity] = [sum[0] + 1, sum[1] + count.blocks, sum[2] + count.sentences]
            }
            let sentences = record.blocks.reduce(0) { $0 + $1.count }
            totals = [totals[0] + 1, totals[1] + record.blocks.count, totals[2] + sentences]
        }
        let known = try Row.fetchAll(
            database, sql: "SELECT entity, articles, blocks, sentences FROM unit_count")
        let stored = Dictionary(
            uniqueKeysWithValues: known.map { ($0[0] as Int64, [$0[1] as Int, $0[2] as Int, $0[3] as Int]) })
        let total = try Row.fetchOne(database, sql: "SELECT articles, blocks, sentences FROM unit_total")
        if stored != counts || total.map({ [$0[0], $0[1], $0[2]] }) != totals {
            problems.append("the counts of what is named together are wrong")
        }
        return problems
    }
}
