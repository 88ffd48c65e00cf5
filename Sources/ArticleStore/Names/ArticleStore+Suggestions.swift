package import Articles
import GRDB
import TextAnalysis

extension ArticleStore {
    /// An entity that may be meant by what was typed so far.
    package struct Suggestion: Sendable, Hashable {
        package var entity: StoredEntity
        package var match: NameMatch
    }

    /// Entities with a name that begins with `prefix`, or that has a word from which on it does: those named in most articles
    /// first, then the closest. `isComplete`: no other entity would come before the last.
    package func suggestions(
        _ prefix: String, reach: NameReach, kinds: [Entity.Kind], limit: Int
    ) throws(StoreError) -> (items: [Suggestion], isComplete: Bool, sequence: Int64) {
        try reading { database in
            let reader = SuggestionReader(database: database, kinds: kinds)
            let (items, isComplete) = try reader.suggestions(prefix, reach: reach, limit: limit)
            return (items, isComplete, try Self.sequence(database))
        }
    }
}

/// Finds entities by the beginnings of names, inside a transaction.
private struct SuggestionReader {
    /// Beyond this many names it is faster to go through the entities, the most frequent first.
    private static let fewNames = 1500
    private static let frequentEntities = 5000
    private static let manyNames = 20_000
    private static let soundLimit = 200

    let database: Database
    let kinds: [Entity.Kind]

    private struct Candidate {
        var row: Int64
        var articles: Int
    }

    func suggestions(
        _ prefix: String, reach: NameReach, limit: Int
    ) throws -> (items: [ArticleStore.Suggestion], isComplete: Bool) {
        let key = NameTail.prefix(of: prefix)
        guard !key.isEmpty else { return ([], true) }
        var (candidates, isComplete) = try candidates(key, limit: reach == .off ? limit * 4 : limit)
        if reach == .translit {
            var known = Set(candidates.map(\.row))
            for sound in NameSound.all(of: prefix) {
                candidates += try alike(sound).filter { known.insert($0.row).inserted }
            }
            candidates.sort { ($1.articles, $0.row) < ($0.articles, $1.row) }
        }
        return (try items(candidates, NameQuery(prefix, reach: reach), limit), isComplete)
    }

    /// The first `limit` candidates with what was found of them, those named equally often by how close they are.
    private func items(
        _ candidates: [Candidate], _ query: NameQuery, _ limit: Int
    ) throws -> [ArticleStore.Suggestion] {
        let reader = ArticleReader(database: database)
        var items: [ArticleStore.Suggestion] = []
        for candidate in candidates where items.count < limit {
            guard let entity = try reader.entity(row: candidate.row),
                let match = query.best(of: entity.entity)
            else { continue }
            items.append(ArticleStore.Suggestion(entity: entity, match: match))
        }
        return items.enumerated().sorted { left, right in
            let (first, second) = (left.element, right.element)
            return (second.entity.articleCount, first.match.extent, left.offset)
                < (first.entity.articleCount, second.match.extent, right.offset)
        }.map(\.element)
    }

    // MARK: Candidates

    private func candidates(_ key: String, limit: Int) throws -> (found: [Candidate], isComplete: Bool) {
        let end = key + "\u{10ffff}"
        let count = try Int.fetchOne(
            database.cachedStatement(
                sql: """
                    SELECT COUNT(*) FROM (SELECT 1 FROM name_tail INDEXED BY name_tail_tail
                    WHERE tail >= ? AND tail < ? LIMIT ?)
                    """), arguments: [key, end, Self.fewNames + 1])
        if count ?? 0 <= Self.fewNames { return (try byName(key, end, Self.fewNames), true) }
        let frequent = try byFrequency(key, end, limit: limit)
        if frequent.count >= limit { return (frequent, true) }
        let all = try byName(key, end, Self.manyNames)
        return (all, all.count < Self.manyNames)
    }

    /// All that have such a name; the closest of those named equally often first.
    private func byName(_ key: String, _ end: String, _ limit: Int) throws -> [Candidate] {
        let rows = try Row.fetchCursor(
            database.cachedStatement(
                sql: """
                    SELECT entity.row, entity.articles, MIN(found.far) FROM (
                      SELECT entity, 2 * place + (tail <> ?1) AS far FROM name_tail INDEXED BY name_tail_tail
                      WHERE tail >= ?1 AND tail < ?2 LIMIT ?3) AS found
                    CROSS JOIN entity ON entity.row = found.entity \(condition)
                    GROUP BY entity.row ORDER BY 2 DESC, 3, 1
                    """), arguments: [key, end, limit])
        return try candidates(rows)
    }

    /// Those of the entities that are named most often.
    private func byFrequency(_ key: String, _ end: String, limit: Int) throws -> [Candidate] {
        let rare = try Int.fetchOne(
            database.cachedStatement(
                sql: "SELECT articles FROM entity ORDER BY articles DESC LIMIT 1 OFFSET ?"),
            arguments: [Self.frequentEntities])
        // Goes through the index from its end, and no further than it must.
        let rows = try Row.fetchCursor(
            database.cachedStatement(
                sql: """
                    SELECT row, articles FROM entity INDEXED BY entity_articles
                    WHERE articles > ?4 \(condition) AND EXISTS (SELECT 1 FROM name_tail
                      WHERE name_tail.entity = entity.row AND tail >= ?1 AND tail < ?2)
                    ORDER BY articles DESC LIMIT ?3
                    """), arguments: [key, end, limit, rare ?? 0])
        return try candidates(rows)
    }

    /// Those with a name that sounds as if it began like that.
    private func alike(_ sound: String) throws -> [Candidate] {
        let rows = try Row.fetchCursor(
            database.cachedStatement(
                sql: """
                    SELECT DISTINCT entity.row, entity.articles FROM (
                      SELECT entity FROM name_sound WHERE sound >= ? AND sound < ? LIMIT ?) AS found
                    CROSS JOIN entity ON entity.row = found.entity \(condition)
                    """), arguments: [sound, NameSound.end(of: sound), Self.soundLimit])
        return try candidates(rows)
    }

    /// Of a closed list of words, none from outside.
    private var condition: String {
        guard !kinds.isEmpty else { return "" }
        return "AND kind IN (" + kinds.map { "'" + $0.rawValue + "'" }.joined(separator: ",") + ")"
    }

    private func candidates(_ rows: RowCursor) throws -> [Candidate] {
        var found: [Candidate] = []
        while let row = try rows.next() { found.append(Candidate(row: row[0], articles: row[1])) }
        return found
    }
}
