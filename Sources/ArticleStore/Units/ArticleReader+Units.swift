import Articles
import Foundation
import GRDB

extension ArticleReader {
    /// What an article names together, read anew from its text and mentions, with what extraction calls its entities; `nil` when
    /// there is no such article.
    func namedUnits(ofArticle row: Int64) throws -> (units: NamedUnits, locals: [String])? {
        guard let stored = try article(row) else { return nil }
        let bytes = try Data.fetchOne(
            database.cachedStatement(sql: "SELECT annotations FROM article WHERE row = ?"), arguments: [row])
        let record = try AnnotationRecord.decode([UInt8](bytes ?? Data()))
        return (NamedUnits(stored.article, record.entityIDs, record.mentions), record.entityIDs)
    }

    /// The same by the entities' rows; `nil` when it names none.
    func units(ofArticle row: Int64) throws -> UnitRecord? {
        guard let (units, locals) = try namedUnits(ofArticle: row), !locals.isEmpty else { return nil }
        var lookup = EntityLookup(database: database)
        var rows: [Int64] = []
        for local in locals { rows.append(try lookup.entity(local, article: row)?.row ?? 0) }
        return UnitRecord(units, rows: rows)
    }
}

extension UnitRecord {
    /// - Parameter rows: of all entities of the article, in the order of its annotations; 0 for one that is not stored.
    init(_ units: NamedUnits, rows: [Int64]) {
        self.init(
            rows.filter { $0 > 0 },
            blocks: units.blocks.map { block in
                block.map { sentence in sentence.map { rows[$0] }.filter { $0 > 0 } }
            })
    }
}
