import Articles
import EntityLinking
import GRDB
import Testing

@testable import ArticleStore

/// What people decide of who is who enters by one place and holds whatever the rules say.
struct EntityDecisionTests {
    private typealias Names = EntitySamples

    private struct Source: EntityDecisionSource {
        var all: [EntityDecision]
        var isEmpty: Bool { all.isEmpty }

        func decisions(onNames ids: Set<String>) -> [EntityDecision] {
            all.filter { decision in
                (decision.together + decision.apart).contains { ids.contains($0.name) }
            }
        }
    }

    /// Adds articles one by one under `decisions`, then reconsiders; returns the articles of each entity.
    private func articles(
        _ samples: [[EntitySamples.Named]], _ decisions: [EntityDecision], later: [EntityDecision]? = nil
    ) throws -> Set<[Int64]> {
        let queue = try DatabaseQueue()
        try Migrations.all.migrate(queue)
        return try queue.write { database in
            var cache = EntityCache()
            for (index, names) in samples.enumerated() {
                let (article, annotations) = Names.article(index, names)
                try database.execute(
                    sql: """
                        INSERT INTO article (revision, sequence, content_hash, given_title, title, language, ingested_at,
                          record, annotations)
                        VALUES (1, 0, ?, '', '', 'ar', 0, x'', x'')
                        """, arguments: [ContentHash.of(article.text)])
                let writer = EntityWriter(database: database, cache: cache, decisions: Source(all: decisions))
                try writer.add(
                    PreparedEntity.all(annotations), article: database.lastInsertedRowID, rank: Int64(index))
                _ = try writer.finish()
                cache = writer.cache
            }
            if let later {
                let writer = EntityWriter(database: database, cache: cache, decisions: Source(all: later))
                try writer.reconsider(
                    Set((decisions + later).flatMap { ($0.together + $0.apart).map(\.name) }))
                _ = try writer.finish()
            }
            let rows = try Row.fetchAll(
                database, sql: "SELECT entity, article FROM article_entity ORDER BY article")
            let entities = Dictionary(grouping: rows) { $0["entity"] as Int64 }
            #expect(
                try String.fetchAll(
                    database, sql: "SELECT id FROM entity WHERE id NOT LIKE 'n\\_%' ESCAPE '\\'")
                    == [])
            return Set(entities.values.map { $0.map { $0["article"] as Int64 } })
        }
    }

    private let one = EntitySamples.person("سامي الحاج")
    private let other = EntitySamples.person("أبو محمد")

    private func mark(
        _ named: EntitySamples.Named, _ numbers: [Int]? = nil, _ samples: [[EntitySamples.Named]] = []
    )
        -> EntityDecision.Mark
    {
        EntityDecision.Mark(
            name: Names.id(named),
            articles: numbers.map {
                Set($0.map { ContentHash.of(Names.article($0, samples[$0]).article.text) })
            })
    }

    @Test func `a merge joins what no rule would, and undoing it parts them`() throws {
        let samples = [[one], [other], [one]]
        let merge = EntityDecision(order: 1, together: [mark(one), mark(other)], reason: "a nickname")
        #expect(try articles(samples, []) == [[1, 3], [2]])
        #expect(try articles(samples, [merge]) == [[1, 2, 3]])
        #expect(try articles(samples, [], later: [merge]) == [[1, 2, 3]])
        #expect(try articles(samples, [merge], later: []) == [[1, 3], [2]])
    }

    @Test func `a split takes articles of a name apart, and the later decision counts`() throws {
        let samples = [[one], [one], [one], [other]]
        let split = EntityDecision(order: 1, together: [mark(one, [1, 2], samples)], apart: [mark(one)])
        #expect(try articles(samples, [split]) == [[1], [2, 3], [4]])
        #expect(try articles(samples, [], later: [split]) == [[1], [2, 3], [4]])
        #expect(try articles(samples, [split], later: []) == [[1, 2, 3], [4]])
        let merge = EntityDecision(order: 2, together: [mark(one, [1], samples), mark(other)])
        #expect(try articles(samples, [split], later: [split, merge]) == [[1], [3], [2, 4]])
        let again = EntityDecision(order: 3, together: [mark(one, [1, 2], samples), mark(one)])
        #expect(try articles(samples, [split, again]) == [[1, 2, 3], [4]])
    }

    @Test func `what the rules join is taken apart`() throws {
        let written = EntitySamples.person("عبد الفتاح البرهان")
        let together = EntitySamples.person("عبدالفتاح البرهان")
        let samples = [[written], [together]]
        let split = EntityDecision(order: 1, together: [mark(written)], apart: [mark(together)])
        #expect(try articles(samples, []) == [[1, 2]])
        #expect(try articles(samples, [split]) == [[1], [2]])
        #expect(try articles(samples, [split], later: []) == [[1, 2]])
    }
}
