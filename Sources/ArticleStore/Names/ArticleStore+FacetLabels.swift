package import Articles
import Foundation
import GRDB
package import TextAnalysis

extension ArticleStore {
    /// An entity as a value of the index's field `entity`.
    package struct LabelledValue: Sendable, Hashable {
        package var id: String
        package var kind: Entity.Kind
        package var label: String
        package var labelLanguage: Language
    }

    private static let mostMatches = 5000

    /// What values of the index's field `entity` stand for; those that stand for nothing any more are left out.
    package func labels(ofIndexValues values: [String]) throws(StoreError) -> [String: LabelledValue] {
        try reading { database in
            let statement = try database.cachedStatement(
                sql: "SELECT id, kind, record FROM entity WHERE row = ?")
            var labels: [String: LabelledValue] = [:]
            for value in values {
                guard let number = Int64(value, radix: 32),
                    let row = try Row.fetchOne(statement, arguments: [number]),
                    let kind = Entity.Kind(rawValue: row[1])
                else { continue }
                let record: Data = row[2]
                let entity = try EntityRecord.decode([UInt8](record), id: row[0], kind: kind).entity
                labels[value] = LabelledValue(
                    id: entity.id, kind: kind, label: entity.label, labelLanguage: entity.labelLanguage)
            }
            return labels
        }
    }

    /// The values in the index's field `entity` of entities with a name in any language that contains `text`, compared folded; of
    /// more than 5,000 those named in most articles.
    package func indexValues(ofEntitiesNamed text: String) throws(StoreError) -> Set<String> {
        try reading { database in
            let rows = try Int64.fetchAll(
                database.cachedStatement(
                    sql: """
                        SELECT row FROM entity WHERE row IN (SELECT entity FROM alias WHERE instr(folded, ?) > 0)
                        ORDER BY articles DESC, row LIMIT ?
                        """), arguments: [LetterFolding.fold(text), Self.mostMatches])
            return Set(rows.map(IndexFeed.entityValue))
        }
    }
}
