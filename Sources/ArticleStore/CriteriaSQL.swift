import Articles
import GRDB

/// Conditions of a WHERE clause with their values.
struct Conditions {
    private(set) var parts: [String] = []
    private(set) var arguments: [DatabaseValue] = []

    /// ` WHERE …`, or nothing without conditions.
    var clause: String {
        parts.isEmpty ? "" : " WHERE " + parts.joined(separator: " AND ")
    }

    var statementArguments: StatementArguments { StatementArguments(arguments) }

    mutating func add(_ sql: String, _ values: [any DatabaseValueConvertible] = []) {
        parts.append("(" + sql + ")")
        arguments += values.map(\.databaseValue)
    }

    /// One condition per clause; `sql` gets the list of placeholders put in for `$`.
    mutating func add(_ clauses: [Criteria.Clause], where sql: String) {
        for clause in clauses {
            let marks = Array(repeating: "?", count: clause.values.count).joined(separator: ",")
            let condition = sql.replacing("$", with: "(" + marks + ")")
            add(clause.negated ? "NOT COALESCE(" + condition + ", 0)" : condition, clause.values)
        }
    }
}

extension Criteria {
    /// Conditions on the table `article`.
    var articleConditions: Conditions {
        var conditions = Conditions()
        conditions.add(languages, where: "article.language IN $")
        conditions.add(sources, where: "article.source IN $")
        conditions.add(
            entities,
            where: """
                article.row IN (SELECT x.article FROM entity n JOIN article_entity x ON x.entity = n.row \
                WHERE n.id IN $)
                """)
        conditions.add(articleRows, where: "article.row IN $")
        let events = intervalConditions
        if !events.parts.isEmpty {
            conditions.add(
                "article.row IN (SELECT event.article FROM event" + events.clause + ")", events.arguments)
        }
        return conditions
    }

    /// Conditions on the table `event`.
    var eventConditions: Conditions {
        var conditions = intervalConditions
        let ofArticles = "event.article IN (SELECT article.row FROM article WHERE "
        conditions.add(languages, where: ofArticles + "article.language IN $)")
        conditions.add(sources, where: ofArticles + "article.source IN $)")
        conditions.add(
            entities,
            where: """
                event.row IN (SELECT x.event FROM entity n JOIN event_entity x ON x.entity = n.row \
                WHERE n.id IN $)
                """)
        conditions.add(articleRows, where: "event.article IN $")
        return conditions
    }

    private var intervalConditions: Conditions {
        var conditions = Conditions()
        if let from {
            conditions.add(certain ? "event.lower >= ?" : "event.upper >= ?", [from.dayNumber])
        }
        if let to {
            conditions.add(certain ? "event.upper <= ?" : "event.lower <= ?", [to.dayNumber])
        }
        conditions.add(precisions, where: "event.precision IN $")
        return conditions
    }

    /// The article ids as row numbers; an id that is none becomes a row that there is not.
    private var articleRows: [Clause] {
        articles.map { clause in
            let rows = clause.values.map { String(Identifier.articleRow($0) ?? -1) }
            return Clause(rows, negated: clause.negated)
        }
    }
}
