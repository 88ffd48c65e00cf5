import Foundation
import GRDB

/// The statements that find events.
struct EventQuery {
    /// An event's row and where it stands in the list.
    struct Found {
        var event: Int64
        var position: PagePosition
    }

    private let order: ArticleStore.EventOrder
    private let criteria: Criteria
    /// What is read first: for the events of one entity those alone.
    private let source: String
    /// The table that has the days.
    private let table: String
    /// The columns that order by date.
    private let columns: String
    private static let ofEntity = " FROM event_entity AS x"
    /// `source` where the days and the entity decide alone: then an index is all that is read.
    private var narrowSource: String { others.parts.isEmpty && table == "x" ? Self.ofEntity : source }
    /// On the entity that is read first, and on all else but the days.
    private let first: Conditions
    private let others: Conditions

    init(_ criteria: Criteria, order: ArticleStore.EventOrder) {
        self.order = order
        self.criteria = criteria
        let index = criteria.entities.firstIndex { !$0.negated && $0.values.count == 1 }
        var entities = criteria.entities
        var first = Conditions()
        if let index {
            let entity = entities.remove(at: index)
            table = "x"
            source = Self.ofEntity + " CROSS JOIN event ON event.row = x.event"
            columns = "x.event, x.lower, x.upper"
            first.add("x.entity = (SELECT row FROM entity WHERE id = ?)", [entity.values[0]])
        } else {
            table = "event"
            source = " FROM event"
            columns = "event.row, event.lower, event.upper"
        }
        self.first = first
        var others = criteria.entityConditions(entities)
        others.add(criteria.eventConditions)
        self.others = others
    }

    private func conditions(wide: Bool?) -> Conditions {
        var all = first
        all.add(criteria.intervalConditions(table, wide: wide))
        all.add(others)
        return all
    }

    func rows(after: PagePosition?, limit: Int, in database: Database) throws -> [Found] {
        switch order {
        case .date:
            // Each part is read in the order of its index, and no further than it must.
            let parts = [false, true].map { part(wide: $0, after: after, limit: limit) }
            let sql = parts.map { "SELECT * FROM (\($0.sql))" }.joined(separator: " UNION ALL ")
            return try found(
                sql + " ORDER BY 2, 3, 1 LIMIT ?", parts.flatMap(\.arguments) + [limit.databaseValue],
                database)
        case .mostSalient:
            var rest = conditions(wide: nil)
            if let after, let number = after.number {
                rest.add("(event.salience, event.row) < (?, ?)", [Double(number) / 100, after.row])
            }
            return try found(
                "SELECT event.row, event.salience" + source + rest.clause
                    + " ORDER BY event.salience DESC, event.row DESC LIMIT ?",
                rest.arguments + [limit.databaseValue], database)
        }
    }

    private func part(
        wide: Bool, after: PagePosition?, limit: Int
    ) -> (sql: String, arguments: [DatabaseValue]) {
        var rest = conditions(wide: wide)
        let row = table == "x" ? "x.event" : "event.row"
        if let number = after?.number, let after {
            let bits = UInt64(bitPattern: number)
            rest.add(
                "(\(table).lower, \(table).upper, \(row)) > (?, ?, ?)",
                [
                    Int64(bits >> 32) + Int64(Int32.min), Int64(bits & 0xffff_ffff) + Int64(Int32.min),
                    after.row,
                ])
        }
        let sql =
            "SELECT \(columns)" + narrowSource + rest.clause
            + " ORDER BY \(table).lower, \(table).upper, \(row) LIMIT ?"
        return (sql, rest.arguments + [limit.databaseValue])
    }

    private func found(
        _ sql: String, _ arguments: [DatabaseValue], _ database: Database
    ) throws -> [Found] {
        var found: [Found] = []
        let rows = try Row.fetchCursor(
            database.cachedStatement(sql: sql), arguments: StatementArguments(arguments))
        while let row = try rows.next() { found.append(Found(event: row[0], position: position(row))) }
        return found
    }

    func total(in database: Database) throws -> Int {
        try [false, true].reduce(0) { total, wide in
            let all = conditions(wide: wide)
            let count = try Int.fetchOne(
                database.cachedStatement(sql: "SELECT COUNT(*)" + narrowSource + all.clause),
                arguments: all.statementArguments)
            return total + (count ?? 0)
        }
    }

    /// How many have no date.
    func undatedCount(in database: Database) throws -> Int {
        var undated = first
        undated.add("\(table).wide = ? AND \(table).lower = ?", [false, Int32.max])
        undated.add(others)
        return try Int.fetchOne(
            database.cachedStatement(sql: "SELECT COUNT(*)" + narrowSource + undated.clause),
            arguments: undated.statementArguments) ?? 0
    }

    private func position(_ row: Row) -> PagePosition {
        switch order {
        case .date:
            let lower: Int64 = row[1]
            let upper: Int64 = row[2]
            let number = (lower - Int64(Int32.min)) << 32 | (upper - Int64(Int32.min))
            return PagePosition(number: number, row: row[0])
        case .mostSalient:
            // Saliences have two decimals.
            return PagePosition(number: Int64(((row[1] as Double) * 100).rounded()), row: row[0])
        }
    }
}
