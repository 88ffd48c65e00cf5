import Articles
import Foundation
import GRDB
import Testing
import TextAnalysis

@testable import ArticleStore

/// A folder whose entities are each a name opens with names put together.
struct EntityMigrationTests {
    private typealias Names = EntitySamples

    private static let old = EntitySamples.person("عبد الفتاح البرهان")
    private static let new = EntitySamples.person("عبدالفتاح البرهان")

    /// The tables as they were before, filled as they were then.
    private func before(_ folder: TemporaryFolder, _ samples: [[EntitySamples.Named]]) throws {
        let queue = try DatabaseQueue(path: folder.path + "/tarikh.sqlite")
        try Migrations.all.migrate(queue, upTo: "2026-12 curation")
        try queue.write { database in
            for (index, names) in samples.enumerated() {
                let (article, annotations) = Names.article(index, names)
                let row = Int64(index + 1)
                try insert(article, annotations, row, database)
                let timeline = TimelineWriter(database: database, features: [:], isCurated: false)
                let prepared = PreparedArticle(article, annotations)
                try timeline.add(
                    prepared.events, records: prepared.records, follows: annotations.events.map(\.follows),
                    article: row)
                _ = try timeline.finish { id, _ in
                    try Int64.fetchOne(database, sql: "SELECT row FROM entity WHERE id = ?", arguments: [id])
                }
            }
        }
        try queue.close()
    }

    private func insert(
        _ article: Article, _ annotations: Annotations, _ row: Int64, _ database: Database
    ) throws {
        try OldArticle.insert(article, annotations, row, database)
        for entity in annotations.entities {
            try database.execute(
                sql: """
                    INSERT INTO entity (id, kind, folded_label, articles, mentions, record) VALUES (?, ?, ?, 1, 1, ?)
                    ON CONFLICT DO UPDATE SET articles = articles + 1, mentions = mentions + 1
                    """,
                arguments: [
                    entity.id, entity.kind.rawValue, LetterFolding.fold(entity.label),
                    Data(EntityRecord.encode(entity, labels: [])),
                ])
            let number = try Int64.fetchOne(
                database, sql: "SELECT row FROM entity WHERE id = ?", arguments: [entity.id])
            try database.execute(
                sql: "INSERT INTO article_entity (entity, article, mentions) VALUES (?, ?, 1)",
                arguments: [number, row])
            try database.execute(
                sql:
                    "INSERT OR IGNORE INTO alias (entity, folded, text, language, kind) VALUES (?, ?, ?, ?, 'variant')",
                arguments: [
                    number, LetterFolding.fold(entity.label), entity.label, entity.labelLanguage.rawValue,
                ])
        }
    }

    @Test func `names are put together, ids stay, and all is as if it had come now`() throws {
        let gaza = Names.city("غزة", "Q39760")
        let samples = [
            [Self.old, gaza], [Self.new, gaza], [Names.body("الصناعات الجوية"), gaza], [Self.old], [gaza],
        ]
        let folder = try TemporaryFolder()
        try before(folder, samples)
        let store = try ArticleStore(folder: folder.path, access: .readWrite)
        #expect(try store.check() == [])
        #expect(try store.survivor(ofEntity: Names.id(Self.new)) == Names.id(Self.old))
        let entity = try #require(try store.entity(Names.id(Self.old)))
        #expect(entity.articleCount == 3)
        #expect(entity.entity.label == Self.old.text)
        let fresh = try TemporaryFolder()
        let other = try ArticleStore(folder: fresh.path, access: .readWrite)
        _ = try other.insert(samples.enumerated().map { Names.article($0, $1) })
        #expect(try EntityOrderTests.lines(store) == EntityOrderTests.lines(other))
        _ = try store.delete("a_1")
        #expect(try store.check() == [])
    }
}
