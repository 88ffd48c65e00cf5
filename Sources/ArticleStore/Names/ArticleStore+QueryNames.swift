package import Articles
import Foundation
import GRDB
import TextAnalysis

extension ArticleStore {
    /// An entity that a part of a query may name.
    package struct NamedEntity: Sendable, Hashable {
        /// `n_…`
        package var id: String
        /// The entity in the index's field `entity`.
        package var indexValue: String
        /// The name that was asked for, as the entity has it.
        package var match: Entity.Alias
        /// What else it is called, in the order of use; without acronyms and names too short to be told from words.
        package var names: [String]
    }

    /// Of one name.
    private static let mostEntities = 4

    /// The entities that have one of `names`, folded, as a whole and in any language, by that name: those named in most articles
    /// first, a few of each name.
    package func namedEntities(_ names: [String]) throws(StoreError) -> [String: [NamedEntity]] {
        guard !names.isEmpty else { return [:] }
        return try reading { database in
            var found: [String: [NamedEntity]] = [:]
            for called in try CalledEntity.all(names, in: database) {
                let known = found[called.name, default: []]
                guard known.count < Self.mostEntities, !known.contains(where: { $0.id == called.id })
                else { continue }
                found[called.name] =
                    known + [
                        NamedEntity(
                            id: called.id, indexValue: IndexFeed.entityValue(called.row),
                            match: called.alias,
                            names: try SearchedName.all(ofEntity: called.row, in: database))
                    ]
            }
            return found
        }
    }

    /// The bytes in which an article names one of `ids`, in the order of the text.
    package func mentionRanges(
        of ids: Set<String>, key: Int64
    ) throws(StoreError) -> [(id: String, range: Range<Int>)] {
        try reading { database in
            var lookup = EntityLookup(database: database)
            return try ArticleReader(database: database).mentions(ofArticle: key).compactMap { mention in
                guard let found = try lookup.entity(mention.entityID, article: key), ids.contains(found.id)
                else { return nil }
                return (found.id, mention.range)
            }
        }
    }
}

/// The names by which texts are searched for an entity.
private enum SearchedName {
    private static let mostNames = 12
    /// Shorter ones are words too often.
    private static let fewestLetters = 4
    private static let fewestArabicLetters = 3

    /// Names that are translations or official before others.
    static func all(ofEntity row: Int64, in database: Database) throws -> [String] {
        let rows = try Row.fetchAll(
            database.cachedStatement(
                sql: """
                    SELECT DISTINCT text, kind FROM alias WHERE entity = ? AND kind <> 'acronym'
                    ORDER BY CASE kind WHEN 'translation' THEN 0 WHEN 'official' THEN 1 ELSE 2 END, language, text
                    """), arguments: [row])
        var seen: Set<String> = []
        return Array(
            rows.map { $0[0] as String }.filter { text in
                let folded = FoldedName.text(of: text)
                let isLatin = folded.utf8.first.map { $0 < 0x80 } ?? true
                return folded.unicodeScalars.count >= (isLatin ? fewestLetters : fewestArabicLetters)
                    && seen.insert(folded).inserted
            }.prefix(mostNames))
    }
}

/// An entity with one of the names asked for.
private struct CalledEntity {
    /// Folded.
    var name: String
    var row: Int64
    var id: String
    var articles: Int64
    var alias: Entity.Alias

    /// Those named in most articles first.
    static func all(_ names: [String], in database: Database) throws -> [CalledEntity] {
        let marks = Array(repeating: "?", count: names.count).joined(separator: ",")
        let rows = try Row.fetchAll(
            database.cachedStatement(
                sql: "SELECT folded, entity, text, language, kind FROM alias WHERE folded IN (\(marks))"),
            arguments: StatementArguments(names))
        let statement = try database.cachedStatement(
            sql: "SELECT id, articles FROM entity WHERE row = ?")
        let called = try rows.compactMap { row -> CalledEntity? in
            guard let entity = try Row.fetchOne(statement, arguments: [row[1] as Int64]),
                let language = Language(rawValue: row[3]), let kind = Entity.Alias.Kind(rawValue: row[4])
            else { return nil }
            return CalledEntity(
                name: row[0], row: row[1], id: entity[0], articles: entity[1],
                alias: Entity.Alias(text: row[2], language: language, kind: kind))
        }
        return called.sorted { first, second in
            (second.articles, first.row, first.alias.text) < (first.articles, second.row, second.alias.text)
        }
    }
}
