package import Articles
import Foundation
import GRDB

extension ArticleStore {
    /// An entity that another one is named together with.
    package struct Cooccurrence: Sendable, Hashable {
        package var entity: StoredEntity
        /// The other one is on the left.
        package var association: Association
    }

    /// What is asked for beside the entity itself.
    package struct CooccurrenceQuery: Sendable, Hashable {
        package var unit: TextUnit
        package var measure: Association.Measure
        /// All when empty.
        package var kinds: [Entity.Kind]
        /// Units that name both, at least.
        package var minimumCount: Int
        /// Articles to look into; those of its conditions that are on events hold when one event of an article meets them.
        package var criteria: Criteria

        package init(
            unit: TextUnit = .sentence, measure: Association.Measure = .count, kinds: [Entity.Kind] = [],
            minimumCount: Int = 1, criteria: Criteria = Criteria()
        ) {
            self.unit = unit
            self.measure = measure
            self.kinds = kinds
            self.minimumCount = minimumCount
            self.criteria = criteria
        }
    }

    /// Who and what is named together with an entity: by the measure, then the count, then the age in the store; the page's
    /// position counts from the start. `own` units name the entity, `total` any; `nil` when there is no such entity.
    package func cooccurrences(
        of id: String, _ query: CooccurrenceQuery, limit: Int, after: PagePosition?
    ) throws(StoreError) -> (page: Page<Cooccurrence>, own: Int, total: Int)? {
        let start = min(max(Int(clamping: after?.number ?? 0), 0), Self.maximumCooccurrences)
        return try reading { database in
            let row = try Int64.fetchOne(
                database.cachedStatement(sql: "SELECT row FROM entity WHERE id = ?"), arguments: [id])
            guard let row else { return nil }
            let conditions = query.criteria.articleConditions
            let counts =
                conditions.parts.isEmpty
                ? try UnitCounter(database: database).counts(around: row, by: query.unit)
                : try UnitCorpus.read(conditions, by: query.unit, in: database).counts(around: row)
            let ranking = CooccurrenceRanking(database: database, query: query, counts: counts)
            let (found, total) = try ranking.best(start + limit + 1)
            let reader = ArticleReader(database: database)
            let page = try Page(
                found.dropFirst(start).enumerated().map { offset, item in
                    (item, PagePosition(number: Int64(start + offset + 1), row: 0))
                }, limit: limit, total: total, sequence: Self.sequence(database)
            ) { item in
                try reader.entity(row: item.row).map {
                    Cooccurrence(entity: $0, association: item.association)
                }
            }
            return (page, counts.own, counts.total)
        }
    }

    /// No list goes further.
    private static let maximumCooccurrences = 100_000
}

/// How often others are named together with one entity.
struct UnitCounts {
    /// Units that name the entity.
    var own: Int
    /// Units that name any.
    var total: Int
    /// Units that name both, for each row of another.
    var both: [(row: Int64, count: Int)]
    /// Units that name the other, where only some articles count; `nil` where all do.
    var others: [Int64: Int]?
}

/// Ranks what is named together with an entity.
private struct CooccurrenceRanking {
    struct Item {
        var row: Int64
        var association: Association
        var value: Double
    }

    let database: Database
    let query: ArticleStore.CooccurrenceQuery
    let counts: UnitCounts

    /// The best `limit`, and how many there are in all.
    func best(_ limit: Int) throws -> (items: [Item], total: Int) {
        let all = try candidates()
        if query.measure == .count {
            let items = try all.prefix(limit).map { try item($0) }
            return (items, all.count)
        }
        var best = BestList<Item>(capacity: limit) { left, right in
            (right.value, right.association.both, left.row) < (left.value, left.association.both, right.row)
        }
        for candidate in all {
            // With fewer units together none can be better from here on.
            let bound = Association.bound(
                query.measure, both: candidate.count, left: counts.own, total: counts.total)
            if let bar = best.bar, bound <= bar.value { break }
            best.insert(try item(candidate))
        }
        return (best.sorted, all.count)
    }

    /// Who or what meets the query: by count, then by row.
    private func candidates() throws -> some RandomAccessCollection<(row: Int64, count: Int)> {
        var keys: [UInt64] = []
        keys.reserveCapacity(counts.both.count)
        let kinds = Set(query.kinds.map(\.rawValue))
        for (row, count) in counts.both where count >= query.minimumCount {
            if !kinds.isEmpty, !kinds.contains(try kind(of: row)) { continue }
            // One number is sorted in half the time of two.
            keys.append(UInt64(clamping: count) << 32 | UInt64(UInt32.max - UInt32(clamping: row)))
        }
        keys.sort(by: >)
        return keys.lazy.map { key in
            (
                row: Int64(UInt32.max - UInt32(truncatingIfNeeded: key)),
                count: Int(truncatingIfNeeded: key >> 32)
            )
        }
    }

    private func item(_ candidate: (row: Int64, count: Int)) throws -> Item {
        let row = candidate.row
        let other = try counts.others?[row] ?? UnitCounter(database: database).count(of: row, by: query.unit)
        let association = Association(
            both: candidate.count, left: counts.own, right: other, total: counts.total)
        return Item(row: row, association: association, value: association.value(query.measure))
    }

    private func kind(of row: Int64) throws -> String {
        try String.fetchOne(
            database.cachedStatement(sql: "SELECT kind FROM entity WHERE row = ?"), arguments: [row]) ?? ""
    }
}
