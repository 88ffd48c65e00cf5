import GRDB
import Timeline

/// What people decided of some articles' events, as far as their articles are there.
struct Curation {
    enum Kind: String {
        /// All are one event.
        case merge
        /// Those that are apart are in no event with those that are not.
        case split
    }

    var kind: Kind
    /// The event that it was about.
    var target: Int64?
    /// Whether each row is apart.
    var rows: [Int64: Bool] = [:]
    /// It held until this transaction.
    var isUndone = false
}

/// Has people's decisions hold, the latest last, whatever the rules say.
extension TimelineWriter {
    /// The events that decisions tie to `event`, which was just read.
    func meetCurations(ofEvent event: Int64) throws -> [Int64] {
        let operations = try Int64.fetchAll(
            database.direct(
                """
                SELECT DISTINCT curation_member.operation FROM article_event
                JOIN article ON article.row = article_event.article
                JOIN curation_member ON curation_member.content_hash = article.content_hash
                  AND curation_member.given_title = article.given_title
                  AND curation_member.ordinal = article_event.ordinal
                JOIN standing_curation ON standing_curation.operation = curation_member.operation
                WHERE article_event.event = ?
                """), event)
        return try operations.flatMap { try meet($0) }
    }

    /// The decisions that name what is about to be added.
    func meetCurations(ofArticle article: Int64, rows: [Int64]) throws {
        let named = try Row.fetchAll(
            database.cachedStatement(
                sql: """
                    SELECT curation_member.operation, curation_member.ordinal, curation_member.apart FROM article
                    JOIN curation_member ON curation_member.content_hash = article.content_hash
                      AND curation_member.given_title = article.given_title
                    JOIN standing_curation ON standing_curation.operation = curation_member.operation
                    WHERE article.row = ?
                    """), arguments: [article])
        for row in named {
            let operation: Int64 = row[0]
            guard let ordinal = row[1] as Int?, rows.indices.contains(ordinal) else {
                continue
            }
            for event in try meet(operation) { try load(event) }
            name(rows[ordinal], in: operation, isApart: row[2])
        }
    }

    /// Reads a decision unless it is known; returns the events of what it names.
    func meet(_ operation: Int64) throws -> [Int64] {
        guard curations[operation] == nil else { return [] }
        let decision = try Row.fetchOne(
            database.cachedStatement(sql: "SELECT kind, target FROM curation WHERE operation = ?"),
            arguments: [operation])
        guard let decision, let kind = Curation.Kind(rawValue: decision[0]) else { throw RecordError() }
        curations[operation] = Curation(kind: kind, target: Identifier.eventRow(decision[1]))
        let members = try Row.fetchAll(
            database.cachedStatement(
                sql: """
                    SELECT article_event.row, article_event.event, curation_member.apart FROM curation_member
                    JOIN article ON article.content_hash = curation_member.content_hash
                      AND article.given_title = curation_member.given_title
                    JOIN article_event ON article_event.article = article.row
                      AND article_event.ordinal = curation_member.ordinal
                    WHERE curation_member.operation = ?
                    """), arguments: [operation])
        for member in members { name(member[0], in: operation, isApart: member[2]) }
        let events = Set(members.map { $0[1] as Int64 })
        curatedEvents.formUnion(events)
        return events.sorted()
    }

    private func name(_ row: Int64, in operation: Int64, isApart: Bool) {
        guard curations[operation]?.rows.updateValue(isApart, forKey: row) == nil else { return }
        namedIn[row, default: []].append(operation)
    }

    /// Has a decision that was just written hold from now on, or no longer, where it `isUndone`.
    func settle(_ operation: Int64, isUndone: Bool) throws {
        isCurated = true
        for event in try meet(operation) { try load(event) }
        curations[operation]?.isUndone = isUndone
        for row in curations[operation]?.rows.keys.sorted() ?? [] {
            moved.insert(row)
            if try event(row).days.isPeriod { unsettled.insert(row) }
        }
    }

    /// The id of the event that people merged a group into, if the group still holds it.
    func chosenID(of rows: [Int64]) throws -> Int64? {
        guard !curations.isEmpty else { return nil }
        let operations = Set(rows.flatMap { namedIn[$0] ?? [] })
        for operation in operations.sorted(by: >) {
            guard let curation = curations[operation], curation.kind == .merge, !curation.isUndone,
                let target = curation.target
            else { continue }
            let holder = try Int64.fetchOne(
                database.direct("SELECT holder FROM event_id WHERE event = ?"), target)
            if let holder, rows.contains(holder) { return target }
        }
        return nil
    }

    /// `rows` and all that decisions tie to them, each with its event and its core.
    func curationClosure(of rows: Set<Int64>) -> Set<Int64> {
        guard !curations.isEmpty else { return rows }
        var all = rows
        var open = Array(rows)
        var taken: Set<Int64> = []
        while let row = open.popLast() {
            for operation in namedIn[row] ?? [] where taken.insert(operation).inserted {
                for named in curations[operation]?.rows.keys.sorted() ?? [] {
                    guard let state = states[named] else { continue }
                    let parts = (events[state.event] ?? []) + (cores[state.core] ?? [])
                    for part in parts + [named] where all.insert(part).inserted { open.append(part) }
                }
            }
        }
        return all
    }

    /// The groups that the rules make as people want them. A decision makes of the groups that the earlier ones left one that has
    /// all that it merges, or of each that has what it splits, two. What it does not name stays with what was not taken apart.
    func curated(_ groups: [[Int64]]) -> [[Int64]] {
        guard !curations.isEmpty else { return groups }
        var groups = groups
        var groupOf: [Int64: Int] = [:]
        for (index, rows) in groups.enumerated() { for row in rows { groupOf[row] = index } }
        for (_, curation) in curations.sorted(by: { $0.key < $1.key }) where !curation.isUndone {
            let named = curation.rows.filter { groupOf[$0.key] != nil }
            let parts = Dictionary(grouping: named.keys) { groupOf[$0] ?? 0 }
            switch curation.kind {
            case .merge:
                guard let first = parts.keys.min() else { continue }
                for part in parts.keys.sorted() where part != first {
                    for row in groups[part] { groupOf[row] = first }
                    groups[first] += groups[part]
                    groups[part] = []
                }
            case .split:
                for (part, rows) in parts.sorted(by: { $0.key < $1.key }) {
                    let apart = Set(rows.filter { named[$0] == true })
                    guard !apart.isEmpty, apart.count < rows.count else { continue }
                    groups[part].removeAll { apart.contains($0) }
                    for row in apart { groupOf[row] = groups.count }
                    groups.append(apart.sorted())
                }
            }
        }
        return groups.filter { !$0.isEmpty }
    }
}
