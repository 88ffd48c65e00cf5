import Articles
import GRDB
import Timeline

/// Conditions of a WHERE clause with their values.
struct Conditions {
    private(set) var parts: [String] = []
    private(set) var arguments: [DatabaseValue] = []

    /// ` WHERE …`, or nothing without conditions.
    var clause: String {
        parts.isEmpty ? "" : " WHERE " + parts.joined(separator: " AND ")
    }

    var statementArguments: StatementArguments { StatementArguments(arguments) }

    mutating func add(_ other: Conditions) {
        parts += other.parts
        arguments += other.arguments
    }

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
        var events = intervalConditions("event")
        events.add(precisions, where: "event.precision IN $")
        if !events.parts.isEmpty {
            conditions.add(
                """
                article.row IN (SELECT article_event.article FROM event \
                JOIN article_event ON article_event.event = event.row
                """ + events.clause + ")", events.arguments)
        }
        return conditions
    }

    /// Conditions on the table `event`, but for those on its dates.
    var eventConditions: Conditions {
        var conditions = Conditions()
        conditions.add(precisions, where: "event.precision IN $")
        if minimumSources > 0 { conditions.add("event.sources >= ?", [minimumSources]) }
        if minimumConfidence > 0 { conditions.add("event.confidence >= ?", [minimumConfidence]) }
        let ofArticles = """
            EXISTS (SELECT 1 FROM article_event JOIN article ON article.row = article_event.article \
            WHERE article_event.event = event.row AND
            """
        conditions.add(languages, where: ofArticles + " article.language IN $)")
        conditions.add(sources, where: ofArticles + " article.source IN $)")
        conditions.add(
            articleRows, where: "event.row IN (SELECT event FROM article_event WHERE article IN $)")
        return conditions
    }

    /// Conditions on who takes part in an event.
    func entityConditions(_ clauses: [Clause]) -> Conditions {
        var conditions = Conditions()
        conditions.add(
            clauses,
            where: """
                event.row IN (SELECT x.event FROM entity n JOIN event_entity x ON x.entity = n.row \
                WHERE n.id IN $)
                """)
        return conditions
    }

    /// Conditions on the days of `table`: `lower` and `upper`, both the greatest number without a date; of its wide rows, of the
    /// others, or of all.
    func intervalConditions(_ table: String, wide: Bool? = nil) -> Conditions {
        var conditions = Conditions()
        if let wide { conditions.add("\(table).wide = ?", [wide]) }
        if let from {
            conditions.add("\(table).\(certain ? "lower" : "upper") >= ?", [from.dayNumber])
            // Says nothing new, but where to start.
            if wide == false, !certain {
                conditions.add("\(table).lower >= ?", [from.dayNumber - DayInterval.narrowWidth])
            }
        }
        if let to {
            conditions.add("\(table).\(certain ? "upper" : "lower") <= ?", [to.dayNumber])
            if certain { conditions.add("\(table).lower <= ?", [to.dayNumber]) }
        }
        // A bound above leaves the undated out already.
        if to == nil, from != nil || !includesUndated { conditions.add("\(table).lower < ?", [Int32.max]) }
        if onlyUndated { conditions.add("\(table).lower = ?", [Int32.max]) }
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
