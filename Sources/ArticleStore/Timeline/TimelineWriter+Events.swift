import Articles
import Foundation
import GRDB
import TextAnalysis
import Timeline

/// Puts cores together to events, gives them ids, and writes all that changed.
extension TimelineWriter {
    /// Rows that are one event from now on.
    struct Group {
        var rows: [Int64]
        var event: Int64 = 0
    }

    /// Writes the timeline. `entity` finds the row of an entity by its id in an article's annotations; articles that are `affected`
    /// name other entities now. Returns what was read of articles' events, for the next transaction.
    func finish(
        affected articles: Set<Int64> = [], entity: (_ id: String, _ article: Int64) throws -> Int64?
    ) throws -> [Int64: ArticleEvent] {
        try settleDoubtful()
        let unsettled = try unsettledCores()
        let parents = try parents(of: unsettled)
        var groups = try regroup(parents, unsettled: unsettled)
        for index in groups.indices { groups[index].event = try eventID(of: groups[index].rows) }
        for group in groups { for row in group.rows { states[row]?.event = group.event } }
        try writeArticleEvents()
        for group in groups { try writeEvent(group.event, rows: group.rows, entity) }
        let written = Set(groups.map(\.event))
        let vanished = affected.subtracting(written)
        for event in vanished.sorted() { try deleteEvent(event) }
        try rewrite(try events(ofArticles: articles).subtracting(written).subtracting(vanished), entity)
        try settleEntityDates()
        try settleLinks()
        try writeContradictions(groups, vanished: vanished)
        for row in removed { features[row] = nil }
        return features
    }

    /// Writes events anew whose claims are the same, but whose participants may be others now.
    func rewrite(
        _ rewritten: Set<Int64>, _ entity: (_ id: String, _ article: Int64) throws -> Int64?
    ) throws {
        for event in rewritten.sorted() {
            try load(event)
            affected.insert(event)
            try writeEvent(event, rows: (events[event] ?? []).sorted(), entity)
        }
        try writeReach()
    }

    private func events(ofArticles articles: Set<Int64>) throws -> Set<Int64> {
        var events: Set<Int64> = []
        for article in articles {
            events.formUnion(
                try Int64.fetchAll(
                    database.direct("SELECT event FROM article_event WHERE article = ?"), article))
        }
        return events
    }

    /// The groups of all events that anything changed in.
    private func regroup(_ parents: [Int64: Int64], unsettled: Set<Int64>) throws -> [Group] {
        var changed = Set(pending.keys).union(moved).union(removed)
        for core in unsettled.union(parents.values) { changed.formUnion(cores[core] ?? []) }
        // A row that joins a core changes the event of that core.
        for row in changed { if let core = states[row]?.core { changed.formUnion(cores[core] ?? []) } }
        var rows = changed
        for event in Set(changed.compactMap { states[$0]?.event }) { rows.formUnion(events[event] ?? []) }
        rows = curationClosure(of: rows)
        affected = Set(rows.compactMap { states[$0]?.event }).subtracting([0])
        rows.subtract(removed)
        var groups: [Int64: [Int64]] = [:]
        for core in Set(rows.compactMap { states[$0]?.core }) {
            groups[try root(of: core, parents, unsettled: unsettled), default: []] += cores[core] ?? []
        }
        return curated(Array(groups.values)).map { Group(rows: $0.sorted()) }
            .sorted { ($0.rows.first ?? 0) < ($1.rows.first ?? 0) }
    }

    // MARK: Ids

    /// The event that others were merged into last, or else the oldest whose first claim is in a group, gives it its id; the ids of
    /// the others lead to it from then on.
    private func eventID(of rows: [Int64]) throws -> Int64 {
        if let chosen = try chosenID(of: rows) { return chosen }
        let members = Set(rows)
        let old = Set(rows.compactMap { states[$0]?.event }).subtracting([0])
        let areWhole = old.allSatisfy { event in
            (events[event] ?? []).allSatisfy { members.contains($0) || removed.contains($0) }
        }
        if let oldest = old.min(), areWhole, !inherited.contains(oldest) { return oldest }
        var known: Int64?
        if !old.isEmpty || holdsIDs {
            let held = try database.direct("SELECT MIN(event) FROM event_id WHERE holder = ?")
            for row in rows {
                guard let event = try Int64.fetchOne(held, row) else { continue }
                known = min(known ?? event, event)
            }
        }
        if let known { return known }
        try database.direct("INSERT INTO event_id (holder) VALUES (?)").run(rows.first ?? 0)
        return database.lastInsertedRowID
    }

    /// The ids that a row holds go over to its heir, or else to the next of its event, or end with it.
    func releaseIDs(of row: Int64) throws {
        let held = try Int64.fetchAll(database.direct("SELECT event FROM event_id WHERE holder = ?"), row)
        guard !held.isEmpty, let state = states[row] else { return }
        let rest = (events[state.event] ?? []).filter { !removed.contains($0) }
        let heir = heirs[row]
        if heir != nil { inherited.formUnion(held) }
        for event in held {
            if let next = heir ?? rest.min() {
                try database.execute(
                    sql: "UPDATE event_id SET holder = ? WHERE event = ?", arguments: [next, event])
            } else {
                try database.execute(sql: "DELETE FROM event_id WHERE event = ?", arguments: [event])
            }
        }
    }

    // MARK: Rows

    private func writeArticleEvents() throws {
        for (row, new) in pending.sorted(by: { $0.key < $1.key }) {
            guard let state = states[row] else { continue }
            try database.direct(
                """
                INSERT INTO article_event (row, article, ordinal, core, event, features, record)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """
            ).run(row, new.article, new.ordinal, state.core, state.event, new.features, new.record)
        }
        for (row, state) in states where !state.isNew && state.isChanged && !removed.contains(row) {
            try database.direct("UPDATE article_event SET core = ?, event = ? WHERE row = ?").run(
                state.core, state.event, row)
        }
    }

    private func writeEvent(
        _ event: Int64, rows: [Int64], _ entity: (_ id: String, _ article: Int64) throws -> Int64?
    ) throws {
        let members = try rows.map { try self.event($0) }
        let articles = rows.compactMap { states[$0]?.article }
        guard let summary = EventSummary(members, articles: articles) else { return }
        let days = DayInterval(summary.date)
        var entities: Set<Int64> = []
        var place: Int64?
        for (member, article) in zip(members, articles) {
            for name in member.names {
                guard let row = try entity(name.id, article) else { continue }
                entities.insert(row)
                if name.id == summary.placeID { place = min(place ?? row, row) }
            }
        }
        try database.direct(
            """
            INSERT OR REPLACE INTO event (row, wide, lower, upper, edtf, precision, kind, repeatable, status, title,
              title_language, title_direction, place, articles, claims, sources, confidence, salience,
              date)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """
        ).run(
            event, days.isWide, days.lower, days.upper, summary.date?.edtf, summary.date?.precision.rawValue,
            summary.kind,
            summary.isRepeatable, summary.status.rawValue, summary.title, summary.titleLanguage.rawValue,
            summary.titleDirection.rawValue, place, summary.articles, summary.claims, summary.sources,
            summary.confidence, summary.salience, summary.date.map(DateRecord.encode))
        try writeEntities(
            of: event, entities, days: days, edtf: summary.date?.edtf, isOld: affected.contains(event))
    }

    private func deleteEvent(_ event: Int64) throws {
        try writeEntities(of: event, [], days: .undated, edtf: nil, isOld: true)
        try database.execute(sql: "DELETE FROM event WHERE row = ?", arguments: [event])
    }
}

/// A date in a column of its own.
enum DateRecord {
    static func encode(_ date: WorldDate) -> [UInt8] {
        var writer = RecordWriter()
        writer.append(date)
        return writer.bytes
    }

    static func decode(_ bytes: [UInt8]) throws(RecordError) -> WorldDate {
        var reader = RecordReader(bytes)
        return try reader.worldDate()
    }
}
