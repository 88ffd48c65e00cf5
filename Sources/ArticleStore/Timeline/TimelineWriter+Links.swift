import GRDB
import Timeline

/// Pairs of events with different dates: an announcement and what came of it, and conflicts.
extension TimelineWriter {
    /// What the article itself puts in sequence.
    func linkOwn(_ row: Int64, to earlier: [Int64]) throws {
        for other in earlier where other != row {
            try insertLink(.follows, row, other, isOwn: true, score: 1)
        }
    }

    /// Links a row, whose keys are in, to all that it stands in sequence or conflict with.
    func link(_ row: Int64, _ event: ArticleEvent) throws {
        for block in BlockingKeys.once(event) {
            let count = try onceCount(of: block)
            if count == Self.onceLimit + 1 {
                // Now there are too many; what they were linked by before no longer counts.
                relinked.formUnion(try onceRows(of: block, limit: count).map(\.row))
            }
            guard count > 1, count <= Self.onceLimit else { continue }
            try link(row, event, to: onceRows(of: block, limit: count))
        }
    }

    /// How many events have a key, as far as it matters.
    private func onceCount(of block: Int64) throws -> Int {
        try Int.fetchOne(
            database.direct("SELECT COUNT(*) FROM (SELECT 1 FROM once_key WHERE block = ? LIMIT ?)"), block,
            Self.onceLimit + 2) ?? 0
    }

    private func link(
        _ row: Int64, _ event: ArticleEvent, to members: [(row: Int64, isPlan: Bool)]
    ) throws {
        let mayConflict = Conflict.isPossible(event)
        for (other, otherIsPlan) in members
        where other != row && (mayConflict || event.isPlan || otherIsPlan) {
            guard try article(of: other) != article(of: row) else { continue }
            let second = try self.event(other)
            if PairRules.isSequence(second, event) {
                try insertLink(.follows, row, other, isOwn: false, score: 1)
            } else if PairRules.isSequence(event, second) {
                try insertLink(.follows, other, row, isOwn: false, score: 1)
            }
            if let score = Conflict.score(event, second) {
                try insertLink(.conflict, min(row, other), max(row, other), isOwn: false, score: score)
            }
        }
    }

    /// Reads anew the links of rows whose blocking keys became too common, or no longer are.
    func settleLinks() throws {
        for row in relinked.sorted() where !removed.contains(row) {
            linked.formUnion(try neighbours(of: row))
            linked.insert(row)
            for column in ["earlier", "later"] {
                try database.execute(
                    sql: "DELETE FROM event_link WHERE \(column) = ? AND NOT own", arguments: [row])
            }
            let event = try event(row)
            for block in BlockingKeys.once(event) {
                let members = try onceRows(of: block, limit: Self.onceLimit + 1)
                if members.count <= Self.onceLimit { try link(row, event, to: members) }
            }
        }
    }

    /// Forgets the links of a row that goes.
    func unlink(_ row: Int64, _ event: ArticleEvent) throws {
        linked.formUnion(try neighbours(of: row))
        for column in ["earlier", "later"] {
            try database.execute(sql: "DELETE FROM event_link WHERE \(column) = ?", arguments: [row])
        }
        for block in BlockingKeys.once(event) {
            let members = try onceRows(of: block, limit: Self.onceLimit + 1)
            if members.count == Self.onceLimit { relinked.formUnion(members.map(\.row)) }
        }
    }

    private func neighbours(of row: Int64) throws -> [Int64] {
        try Int64.fetchAll(
            database.direct(
                """
                SELECT later FROM event_link WHERE earlier = ?1
                UNION SELECT earlier FROM event_link WHERE later = ?1
                """), row)
    }

    private func onceRows(of block: Int64, limit: Int) throws -> [(row: Int64, isPlan: Bool)] {
        try database.direct("SELECT article_event, plan FROM once_key WHERE block = ? LIMIT ?")
            .all(block, limit) { ($0[0], $0[1]) }
    }

    private enum Relation: String {
        case follows, conflict
    }

    private func insertLink(
        _ relation: Relation, _ later: Int64, _ earlier: Int64, isOwn: Bool, score: Double
    ) throws {
        try database.direct(
            """
            INSERT OR IGNORE INTO event_link (relation, later, earlier, own, score) VALUES (?, ?, ?, ?, ?)
            """
        ).run(relation.rawValue, later, earlier, isOwn, score)
        linked.insert(later)
        linked.insert(earlier)
    }
}
