import Articles
import Foundation
import GRDB

extension ArticleReader {
    /// What an article names together, read anew from its text and mentions; `nil` when it names nothing.
    func units(ofArticle row: Int64) throws -> UnitRecord? {
        guard let stored = try annotatedArticle(row), !stored.annotations.entities.isEmpty else {
            return nil
        }
        var rows: [Int64] = []
        for entity in stored.annotations.entities { rows.append(try entityRow(entity.id) ?? 0) }
        return UnitRecord(NamedUnits(stored.article, stored.annotations), rows: rows)
    }

    private func entityRow(_ id: String) throws -> Int64? {
        try Int64.fetchOne(
            database.cachedStatement(sql: "SELECT row FROM entity WHERE id = ?"), arguments: [id])
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
