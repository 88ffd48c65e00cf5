import Articles
import GRDB

/// The statement that counts: its keys, what it reads, and under which conditions.
struct TallyStatement {
    private let query: TallyQuery
    private var conditions = Conditions()

    init(_ query: TallyQuery) {
        self.query = query
        guard query.measure != .events else {
            conditions.add(query.criteria.timelineConditions)
            return
        }
        var criteria = query.criteria
        criteria.from = nil
        criteria.to = nil
        conditions.add(criteria.articleConditions)
        let day = 86_400
        if let from = query.criteria.from {
            conditions.add("article.published_at >= ?", [Int64(from.dayNumber) * Int64(day)])
        }
        if let to = query.criteria.to {
            conditions.add("article.published_at < ?", [(Int64(to.dayNumber) + 1) * Int64(day)])
        }
        if query.measure == .mentions { addNamed(criteria.entities) }
    }

    /// Mentions of those that are asked for.
    private mutating func addNamed(_ clauses: [Criteria.Clause]) {
        let wanted = clauses.filter { !$0.negated }.flatMap(\.values)
        let refused = clauses.filter(\.negated).flatMap(\.values)
        let named = "link.entity IN (SELECT row FROM entity WHERE id IN $)"
        if !wanted.isEmpty { conditions.add([Criteria.Clause(wanted)], where: named) }
        if !refused.isEmpty { conditions.add([Criteria.Clause(refused, negated: true)], where: named) }
    }

    /// Only those whose value at `index` is one of `values`.
    mutating func restrict(_ index: Int, to values: [DatabaseValue]) {
        guard !values.isEmpty, query.dimensions[index] != .year else { return }
        let marks = Array(repeating: "?", count: values.count).joined(separator: ",")
        conditions.add("\(expression(query.dimensions[index])) IN (\(marks))", values)
    }

    /// A row for each key that there is: the values of the dimensions, a year as the number of its day, then what they count.
    func groups(in database: Database) throws -> RowCursor {
        try rows(query.dimensions.map(expression), in: database)
    }

    /// The same, with the day before the count.
    func days(in database: Database) throws -> RowCursor {
        try rows(query.dimensions.map(expression) + [day], in: database)
    }

    private func rows(_ columns: [String], in database: Database) throws -> RowCursor {
        let keys = columns.isEmpty ? "" : columns.joined(separator: ", ") + ", "
        let grouping =
            columns.isEmpty
            ? "" : " GROUP BY " + columns.indices.map { String($0 + 1) }.joined(separator: ", ")
        return try Row.fetchCursor(
            database, sql: "SELECT \(keys)\(value) FROM \(table)\(conditions.clause)\(grouping)",
            arguments: conditions.statementArguments)
    }

    // MARK: Parts

    private var value: String {
        query.measure == .mentions ? "COALESCE(SUM(link.mentions), 0)" : "COUNT(*)"
    }

    /// Division rounds to zero: the remainder is made positive first.
    private var day: String {
        guard query.measure == .events else {
            return "(article.published_at - ((article.published_at % 86400) + 86400) % 86400) / 86400"
        }
        return "CASE event.lower WHEN \(Int32.min) THEN event.upper ELSE event.lower END"
    }

    private func expression(_ dimension: TallyQuery.Dimension) -> String {
        switch dimension {
        case .entity: "link.entity"
        case .source: query.measure == .events ? "said.source" : "article.source"
        case .place: query.measure == .events ? "event.place" : "link.entity"
        case .year: day
        }
    }

    private var table: String {
        let dimensions = Set(query.dimensions)
        guard query.measure == .events else {
            let isNamed = query.measure == .mentions || !dimensions.isDisjoint(with: [.entity, .place])
            let named = isNamed ? " JOIN article_entity AS link ON link.article = article.row" : ""
            let placed =
                dimensions.contains(.place)
                ? " JOIN entity AS named ON named.row = link.entity AND named.kind = 'place'" : ""
            return "article" + named + placed
        }
        let linked =
            dimensions.contains(.entity) ? " JOIN event_entity AS link ON link.event = event.row" : ""
        let said =
            dimensions.contains(.source)
            ? """
             JOIN (SELECT DISTINCT article_event.event AS event, article.source AS source FROM article_event
            JOIN article ON article.row = article_event.article) AS said ON said.event = event.row
            """ : ""
        return "event" + linked + said
    }
}
