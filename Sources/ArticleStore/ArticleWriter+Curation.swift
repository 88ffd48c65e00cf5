import Articles
import Foundation
import GRDB
import Timeline

/// Writes what people decide, of the timeline first of all.
extension ArticleWriter {
    /// What came of a decision, before the end of the transaction.
    enum Curated: Sendable {
        case done(operation: Int64, sequence: Int64)
        case not(CurationOutcome)
    }

    func merge(_ ids: [String], into id: String, reason: String?, at now: Int64) throws -> Curated {
        guard let target = try event(id) else { return .not(.unknown) }
        var events = [target]
        for (index, id) in ids.enumerated() {
            guard let event = try event(id) else { return .not(.refused(.unknown, item: index)) }
            guard event != target else { return .not(.refused(.same, item: index)) }
            if !events.contains(event) { events.append(event) }
        }
        let operation = try record(.merge, .event, Identifier.event(target), ids, reason, at: now)
        for event in events { try nameMembers(of: event, in: operation) }
        return try settle(operation, at: now)
    }

    func split(_ claims: [String], from id: String, reason: String?, at now: Int64) throws -> Curated {
        guard let event = try event(id) else { return .not(.unknown) }
        let rows: Set<Int64>
        switch try parts(claims, of: event) {
        case .found(let found): rows = found
        case .refused(let refusal, let index): return .not(.refused(refusal, item: index))
        }
        let members = try Int64.fetchAll(
            database, sql: "SELECT row FROM article_event WHERE event = ? ORDER BY row", arguments: [event])
        guard let rest = members.first(where: { !rows.contains($0) }) else {
            return .not(.refused(.nothingLeft, item: 0))
        }
        let operation = try record(.split, .event, Identifier.event(event), claims, reason, at: now)
        try nameMembers(of: event, apart: rows, in: operation)
        for row in rows.sorted() {
            // The id stays with what is left.
            try database.execute(
                sql: "UPDATE event_id SET holder = ? WHERE event = ? AND holder = ?",
                arguments: [rest, event, row])
        }
        return try settle(operation, at: now)
    }

    func undo(_ id: String, reason: String?, at now: Int64) throws -> Curated {
        guard let operation = Identifier.operationRow(id) else { return .not(.unknown) }
        let row = try Row.fetchOne(
            database,
            sql: """
                SELECT kind, subject, target, EXISTS (SELECT 1 FROM curation AS undo WHERE undo.undoes = curation.operation)
                FROM curation WHERE operation = ?
                """, arguments: [operation])
        guard let row else { return .not(.unknown) }
        guard row[0] != StoredCuration.Kind.undo.rawValue else { return .not(.isUndo) }
        guard row[3] == false else { return .not(.alreadyUndone) }
        // What is decided of events is read while it still holds.
        let subject = StoredCuration.Subject(rawValue: row[1])
        if subject == .event { try timeline.settle(operation, isUndone: true) }
        try database.execute(
            sql: """
                INSERT INTO curation (kind, subject, target, items, reason, at, undoes) VALUES ('undo', ?, ?, '', ?, ?, ?)
                """, arguments: [row[1] as String, row[2] as String, reason, now, operation])
        let undo = database.lastInsertedRowID
        if subject == .entity { try settleEntities(undone: operation, kind: row[0], target: row[2]) }
        return .done(operation: undo, sequence: try recordCuration(undo, at: now))
    }

    // MARK: Parts

    /// The event that an id leads to now.
    private func event(_ id: String) throws -> Int64? {
        guard let row = Identifier.eventRow(id) else { return nil }
        return try Int64.fetchOne(
            database.cachedStatement(
                sql: """
                    SELECT article_event.event FROM event_id
                    JOIN article_event ON article_event.row = event_id.holder WHERE event_id.event = ?
                    """), arguments: [row])
    }

    private enum Parts {
        case found(Set<Int64>)
        case refused(CurationRefusal, Int)
    }

    /// The articles' events that `claims` are all claims of.
    private func parts(_ claims: [String], of event: Int64) throws -> Parts {
        var named: [Int64: (claims: Set<Int64>, count: Int, item: Int)] = [:]
        for (index, claim) in claims.enumerated() {
            guard let place = Identifier.claimPlace(claim) else { return .refused(.unknown, index) }
            let found = try Row.fetchOne(
                database.cachedStatement(
                    sql: "SELECT row, event, record FROM article_event WHERE article = ? AND ordinal = ?"),
                arguments: [place.article, place.ordinal])
            guard let found else { return .refused(.unknown, index) }
            let row: Int64 = found[0]
            let count =
                try named[row]?.count ?? EventRecord.decode([UInt8](found[2] as Data)).event.claims.count
            guard place.index < count else { return .refused(.unknown, index) }
            guard found[1] == event else { return .refused(.other, index) }
            named[row, default: ([], count, index)].claims.insert(place.index)
        }
        let divided = named.values.filter { $0.claims.count < $0.count }
        if let first = divided.map(\.item).min() { return .refused(.divided, first) }
        return .found(Set(named.keys))
    }

    /// Adds a decision to the log.
    func record(
        _ kind: StoredCuration.Kind, _ subject: StoredCuration.Subject, _ target: String, _ items: [String],
        _ reason: String?, at now: Int64
    ) throws -> Int64 {
        try database.execute(
            sql: "INSERT INTO curation (kind, subject, target, items, reason, at) VALUES (?, ?, ?, ?, ?, ?)",
            arguments: [
                kind.rawValue, subject.rawValue, target, items.joined(separator: " "), reason, now,
            ])
        return database.lastInsertedRowID
    }

    private func nameMembers(of event: Int64, apart: Set<Int64> = [], in operation: Int64) throws {
        let members = try Row.fetchAll(
            database, sql: "SELECT row, article, ordinal FROM article_event WHERE event = ? ORDER BY row",
            arguments: [event])
        var anchors: [Int64: [String]] = [:]
        for member in members {
            let article: Int64 = member[1]
            let ordinal: Int = member[2]
            let all =
                try anchors[article]
                ?? EventAnchor.all(of: ArticleReader(database: database).events(ofArticle: article))
            anchors[article] = all
            guard all.indices.contains(ordinal) else { throw RecordError() }
            try database.execute(
                sql: """
                    INSERT INTO curation_member (content_hash, given_title, anchor, operation, ordinal, apart)
                    SELECT content_hash, given_title, ?, ?, ?, ? FROM article WHERE row = ?
                    """,
                arguments: [all[ordinal], operation, ordinal, apart.contains(member[0]), article])
        }
    }

    private func settle(_ operation: Int64, at now: Int64) throws -> Curated {
        try timeline.settle(operation, isUndone: false)
        return .done(operation: operation, sequence: try recordCuration(operation, at: now))
    }

    /// Notes that something was decided, which is in the log of decisions unless `operation` is `nil`; returns the sequence number of
    /// the change.
    func recordCuration(_ operation: Int64?, at now: Int64) throws -> Int64 {
        try database.execute(
            sql: "INSERT INTO change (operation, article, at, curation) VALUES ('curate', NULL, ?, ?)",
            arguments: [now, operation])
        return database.lastInsertedRowID
    }
}

/// What was decided of an article's events holds for what is read from it now.
extension ArticleWriter {
    /// Finds the events of `article`, which is about to be written, that decisions are about.
    func placeMembers(of article: PreparedArticle) throws {
        let title = article.article.metadata.title ?? ""
        let anchors = try String.fetchSet(
            database.cachedStatement(
                sql: "SELECT anchor FROM curation_member WHERE content_hash = ? AND given_title = ?"),
            arguments: [article.contentHash, title])
        guard !anchors.isEmpty else { return }
        let ordinals = EventAnchor.ordinals(of: anchors, in: article.annotations.events)
        for anchor in anchors.sorted() {
            try database.cachedStatement(
                sql: """
                    UPDATE curation_member SET ordinal = ? WHERE content_hash = ? AND given_title = ? AND anchor = ?
                    """
            ).execute(arguments: [ordinals[anchor], article.contentHash, title, anchor])
        }
    }
}
