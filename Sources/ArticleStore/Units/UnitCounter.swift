import Foundation
import GRDB

/// Counts units, inside a transaction.
struct UnitCounter {
    let database: Database

    /// How often others are named together with the entity at `row`, in all articles.
    func counts(around row: Int64, by unit: TextUnit) throws -> UnitCounts {
        let records = try Row.fetchCursor(
            database.cachedStatement(
                sql: """
                    SELECT article_unit.record FROM article_entity
                    CROSS JOIN article_unit ON article_unit.article = article_entity.article
                    WHERE article_entity.entity = ?
                    """), arguments: [row])
        var reader = UnitReader()
        var tally = UnitTally()
        while let record = try records.next() {
            try record.withUnsafeData(atIndex: 0) { try reader.read([UInt8]($0 ?? Data()), by: unit) }
            tally.add(reader, around: row)
        }
        return UnitCounts(own: tally.own, total: try total(of: unit), both: tally.both.counts, others: nil)
    }

    /// How many units name the entity at `row`.
    func count(of row: Int64, by unit: TextUnit) throws -> Int {
        let sql =
            switch unit {
            case .sentence: "SELECT sentences FROM unit_count WHERE entity = ?"
            case .block: "SELECT blocks FROM unit_count WHERE entity = ?"
            case .article: "SELECT articles FROM unit_count WHERE entity = ?"
            }
        return try Int.fetchOne(database.cachedStatement(sql: sql), arguments: [row]) ?? 0
    }

    /// How many units name any.
    func total(of unit: TextUnit) throws -> Int {
        let sql =
            switch unit {
            case .sentence: "SELECT sentences FROM unit_total"
            case .block: "SELECT blocks FROM unit_total"
            case .article: "SELECT articles FROM unit_total"
            }
        return try Int.fetchOne(database.cachedStatement(sql: sql)) ?? 0
    }
}

/// Sums up the units of many articles that name one entity.
struct UnitTally {
    /// Units that name the entity.
    private(set) var own = 0
    /// Units that name it and another, by the other's row.
    private(set) var both = RowCounter()
    /// Of the article being read, by place.
    private var counts: [Int32] = []
    private var touched: [Int32] = []

    mutating func add(_ reader: UnitReader, around row: Int64) {
        guard let own = reader.index(of: row) else { return }
        if counts.count < reader.entities.count {
            counts += repeatElement(0, count: reader.entities.count - counts.count)
        }
        var start = 0
        for end in reader.ends {
            defer { start = end }
            let unit = reader.members[start..<end]
            guard unit.contains(own) else { continue }
            self.own += 1
            for member in unit where member != own {
                if counts[Int(member)] == 0 { touched.append(member) }
                counts[Int(member)] += 1
            }
        }
        for member in touched {
            both.add(counts[Int(member)], to: reader.entities[Int(member)])
            counts[Int(member)] = 0
        }
        touched.removeAll(keepingCapacity: true)
    }
}
