import Articles
import Foundation
import GRDB
import TestSupport
import Testing
import TextAnalysis

@testable import ArticleStore

/// Who is who depends on what is stored, not on the order in which it came.
struct EntityOrderTests {
    typealias Sample = (article: Article, annotations: Annotations)

    /// Every entity with everything but its id: what it is called and which characters of which texts name it.
    static func lines(_ store: ArticleStore) throws -> [String] {
        let entities = try store.entities(
            named: nil, kinds: [], minimumArticles: 0, order: .label, limit: 100_000, after: nil
        ).items
        let texts = try Dictionary(
            uniqueKeysWithValues: store.articles(Criteria(), order: .title, limit: 100_000, after: nil).items
                .map { ($0.id, String(decoding: $0.article.text, as: UTF8.self)) })
        return try entities.map { stored in
            let mentions = try store.mentions(of: stored.entity.id, limit: 100_000, after: nil).items.map {
                "\(texts[$0.articleID] ?? "?")@\($0.codePoints)"
            }.sorted()
            var criteria = Criteria()
            criteria.entities = [Criteria.Clause([stored.entity.id])]
            let events = try store.events(criteria, limit: 100_000, after: nil).items.map {
                "\($0.title):" + $0.event.participants.compactMap { $0.role }.joined()
            }.sorted()
            return "\(stored.entity.kind) \(stored.labels.map(\.text)) \(stored.entity.aliases.map(\.text)) "
                + "\(stored.articleCount) \(stored.mentionCount) \(stored.firstDate ?? "-") \(stored.lastDate ?? "-") "
                + "\(Set(stored.merged.map(\.reason)).sorted()) " + mentions.joined(separator: "|") + " "
                + events.joined(separator: "|")
        }.sorted()
    }

    @Test(arguments: [1, 2]) func `any order gives the same entities`(_ seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let articles = (0..<120).map { EntitySamples.random($0, using: &random) }
        let first = try RandomFilling.lines(articles, batch: 120, detours: false, using: &random, Self.lines)
        #expect(first.contains { $0.contains("transliteration") })
        #expect(first.contains { $0.contains("same letters") })
        #expect(first.contains { $0.contains("acronym") })
        for (batch, detours) in [(120, false), (19, true), (6, false), (1, true)] {
            let next = try RandomFilling.lines(
                articles, batch: batch, detours: detours, using: &random, Self.lines)
            let difference = Set(next).symmetricDifference(first).sorted().map { $0.prefix(200) }
            #expect(difference == [], "batches of \(batch), \(detours)")
            #expect(next.count == first.count)
        }
    }

    @Test(arguments: [7, 8]) func `deleted articles leave entities as if they had never come`(_ seed: UInt64)
        throws
    {
        var random = SeededGenerator(seed: seed)
        let articles = (0..<90).map { EntitySamples.random($0, using: &random) }
        let folder = try TemporaryFolder()
        let store = try ArticleStore(folder: folder.path, access: .readWrite)
        let ids = try store.insert(articles).map(\.id)
        for index in articles.indices where index % 3 != 0 { _ = try store.delete(ids[index]) }
        let kept = articles.indices.filter { $0 % 3 == 0 }.map { articles[$0] }
        let fresh = try RandomFilling.lines(kept, batch: 7, detours: false, using: &random, Self.lines)
        #expect(try Set(Self.lines(store)).symmetricDifference(fresh).sorted() == [])
        #expect(try store.check() == [])
        for index in articles.indices where index % 3 == 0 { _ = try store.delete(ids[index]) }
        #expect(try store.statistics().entities == 0)
        for table in [
            "name", "naming", "name_alias", "article_name", "name_block", "name_pair", "name_link",
            "entity_id",
        ] {
            let count = try store.reading { try Int.fetchOne($0, sql: "SELECT COUNT(*) FROM \(table)") }
            #expect(count == 0, "\(table)")
        }
        #expect(try store.check() == [])
    }
}
