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
    /// What is read first: for the events of one entity those alone.
    private let source: String
    /// The table that has the days.
    private let table: String
    private let conditions: Conditions
    /// The days and the entity decide alone, so that counting needs no more.
    private let isCovered: Bool

    init(_ criteria: Criteria, order: ArticleStore.EventOrder) {
        self.order = order
        let first = criteria.entities.firstIndex { !$0.negated && $0.values.count == 1 }
        var others = criteria.entities
        var conditions = Conditions()
        if let first {
            let entity = others.remove(at: first)
            table = "x"
            source = " FROM event_entity AS x CROSS JOIN event ON event.row = x.event"
            conditions.add("x.entity = (SELECT row FROM entity WHERE id = ?)", [entity.values[0]])
        } else {
            table = "event"
            source = " FROM event"
        }
        conditions.add(criteria.intervalConditions(table))
        let count = conditions.parts.count
        conditions.add(criteria.entityConditions(others))
        conditions.add(criteria.eventConditions)
        isCovered = first != nil && conditions.parts.count == count
        self.conditions = conditions
    }

    func rows(after: PagePosition?, limit: Int, in database: Database) throws -> [Found] {
        var rest = conditions
        let row = table == "x" ? "x.event" : "event.row"
        let columns = order == .date ? "\(table).lower, \(table).upper" : "event.salience"
        if let after { add(after, row, to: &rest) }
        let sql =
            "SELECT \(row), \(columns)" + source + rest.clause
            + (order == .date
                ? " ORDER BY \(columns), \(row)" : " ORDER BY event.salience DESC, event.row DESC")
            + " LIMIT ?"
        return try Row.fetchAll(
            database.cachedStatement(sql: sql), arguments: rest.statementArguments + [limit]
        ).map { found in
            Found(event: found[0], position: position(found))
        }
    }

    func total(in database: Database) throws -> Int {
        let from = isCovered ? " FROM event_entity AS x" : source
        return try Int.fetchOne(
            database.cachedStatement(sql: "SELECT COUNT(*)" + from + conditions.clause),
            arguments: conditions.statementArguments) ?? 0
    }

    private func add(_ after: PagePosition, _ row: String, to rest: inout Conditions) {
        guard let number = after.number else { return }
        switch order {
        case .date:
            let bits = UInt64(bitPattern: number)
            let lower = Int64(bits >> 32) + Int64(Int32.min)
            let upper = Int64(bits & 0xffff_ffff) + Int64(Int32.min)
            rest.add("(\(table).lower, \(table).upper, \(row)) > (?, ?, ?)", [lower, upper, after.row])
        case .mostSalient:
            rest.add("(event.salience, event.row) < (?, ?)", [Double(number) / 100, after.row])
        }
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
