import Articles
import Foundation
import GRDB
import Testing
import TextAnalysis

@testable import ArticleStore

/// A folder of the first version opens with its events put together.
struct MigrationTests {
    /// The first migration alone, filled as its version did.
    private func firstVersion(_ folder: TemporaryFolder) throws {
        let queue = try DatabaseQueue(path: folder.path + "/tarikh.sqlite")
        try Migrations.all.migrate(queue, upTo: "2026-11 articles, entities, events")
        try queue.write { database in
            for (index, year) in [1992, 1992, 1995].enumerated() {
                let (article, annotations) = Samples.article(
                    "وصلت مفاوضات السلام الطويلة\(index == 1 ? " أيضا" : "")", year: year)
                try insert(article, annotations, Int64(index + 1), database)
            }
        }
        try queue.close()
    }

    private func insert(
        _ article: Article, _ annotations: Annotations, _ row: Int64, _ database: Database
    ) throws {
        try OldArticle.insert(article, annotations, row, database)
        let entity = annotations.entities[0]
        try database.execute(
            sql: """
                INSERT INTO entity (row, id, kind, folded_label, articles, mentions, first_day, first_date, last_day,
                  last_date, record)
                VALUES (1, ?, 'place', '', 1, 1, 8035, '1992', 9495, '1995', ?)
                ON CONFLICT DO UPDATE SET articles = articles + 1, mentions = mentions + 1
                """, arguments: [entity.id, Data(Self.record(entity))])
        try database.execute(
            sql: "INSERT INTO article_entity (entity, article, mentions) VALUES (1, ?, 1)", arguments: [row])
        let event = annotations.events[0]
        let days = event.date?.days ?? 0...0
        try database.execute(
            sql: """
                INSERT INTO event (row, article, ordinal, lower, upper, edtf, precision, title, title_language,
                  title_direction, record)
                VALUES (?, ?, 0, ?, ?, ?, 'year', '', 'ar', 'rtl', ?)
                """,
            arguments: [
                row + 10, row, days.lowerBound, days.upperBound, event.date?.edtf, Data(record(event)),
            ])
        try database.execute(
            sql: "INSERT INTO event_entity (entity, event) VALUES (1, ?)", arguments: [row + 10])
    }

    /// An entity's record as version 1 wrote it.
    private static func record(_ entity: Entity) -> [UInt8] {
        var writer = RecordWriter()
        writer.append(1)
        writer.append(entity.subtype) { $0.append($1) }
        writer.append(entity.label)
        writer.append(entity.labelLanguage.rawValue)
        writer.append(list: entity.adjectives) { $0.append($1) }
        for text in [entity.wikidata, entity.iso3166] { writer.append(text) { $0.append($1) } }
        for degrees in [entity.latitude, entity.longitude] { writer.append(degrees) { $0.append($1) } }
        return writer.bytes
    }

    /// A record as version 1 wrote it.
    private func record(_ event: Event) throws -> [UInt8] {
        let date = try #require(event.date)
        var writer = RecordWriter()
        writer.append(1)
        writer.append(event.claims[0].range)
        writer.append("opening") { $0.append($1) }
        Self.append(date, to: &writer)
        writer.append(list: event.participants) {
            $0.append($1.entityID)
            $0.append($1.role)
        }
        writer.append(String?.none) { $0.append($1) }
        writer.append(event.status.rawValue)
        writer.append(event.confidence)
        writer.append(list: event.claims) { writer, claim in
            writer.append(claim.range)
            writer.append(claim.dateRange ?? 0..<0)
            Self.append(date, to: &writer)
            writer.append(claim.block)
            writer.append(claim.relation.rawValue)
        }
        writer.append(0)
        writer.append(list: event.claims) { writer, claim in
            writer.append(0..<5)
            writer.append(0..<4)
        }
        return writer.bytes
    }

    /// A date as the first version wrote it.
    private static func append(_ date: WorldDate, to writer: inout RecordWriter) {
        writer.append(date.edtf)
        writer.append(date.lower) { $0.append(signed: Int64($1.dayNumber)) }
        writer.append(date.upper) { $0.append(signed: Int64($1.dayNumber)) }
        writer.append(date.precision.rawValue)
        writer.append(date.qualifier) { $0.append($1.rawValue) }
        writer.append(date.calendar.rawValue)
        writer.append(date.basis.rawValue)
    }

    @Test func `old events keep their ids and are put together`() throws {
        let folder = try TemporaryFolder()
        try firstVersion(folder)
        let store = try ArticleStore(folder: folder.path, access: .readWrite)
        let events = try store.events(Criteria(), limit: 10, after: nil).items
        #expect(events.map(\.id) == [Identifier.event(11), Identifier.event(13)])
        #expect(events.map(\.articleIDs.count) == [2, 1])
        #expect(try store.survivor(ofEvent: Identifier.event(12)) == Identifier.event(11))
        #expect(events[0].claimSpans[0].claim == 0..<5)
        #expect(try store.check() == [])
        let added = try store.insert([Samples.article("جديد", year: 2020)])
        #expect(added[0].outcome == .created)
        #expect(
            try store.events(Criteria(), limit: 10, after: nil).items.map(\.id).contains(Identifier.event(14))
        )
        #expect(try store.check() == [])
    }

    @Test func `an empty folder of the first version migrates too`() throws {
        let folder = try TemporaryFolder()
        let queue = try DatabaseQueue(path: folder.path + "/tarikh.sqlite")
        try Migrations.all.migrate(queue, upTo: "2026-11 articles, entities, events")
        try queue.close()
        let store = try ArticleStore(folder: folder.path, access: .readWrite)
        _ = try store.insert([Samples.article("كلمة", year: 1990)])
        #expect(try store.check() == [])
    }
}
