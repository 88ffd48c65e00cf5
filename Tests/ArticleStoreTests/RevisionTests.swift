import Articles
import GRDB
import TestSupport
import Testing

@testable import ArticleStore

/// A new revision takes the place of the one before, which stays readable as it was.
struct RevisionTests {
    private func found(_ lookup: ArticleStore.Lookup<StoredArticle?>) -> StoredArticle? {
        if case .found(let stored) = lookup { stored } else { nil }
    }

    private func revise(
        _ store: ArticleStore, _ id: String, _ sample: (article: Article, annotations: Annotations),
        seen: Int? = nil
    ) throws -> RevisionOutcome {
        try store.revise(id, with: sample.article, sample.annotations, seen: seen)
    }

    @Test func `what was before stays as it was, with its claims and mentions`() throws {
        let folder = try TemporaryFolder()
        let store = try ArticleStore(folder: folder.path, access: .readWrite)
        let first = Samples.article("افتتحت سفارة", year: 1992)
        let second = Samples.article("أغلقت سفارة", year: 1995, entity: Samples.israel)
        let id = try store.insert([first])[0].id
        #expect(try revise(store, id, second, seen: 1) == .written)
        #expect(try revise(store, id, second) == .unchanged)
        #expect(try revise(store, id, first, seen: 1) == .outdated)
        let old = try #require(found(try store.article(id, revision: 1)))
        #expect(old.article == first.article)
        #expect(old.annotations.events == first.annotations.events)
        #expect(old.annotations.mentions.map(\.range) == first.annotations.mentions.map(\.range))
        #expect(old.revision == 1 && old.contentHash == ContentHash.of(first.article.text))
        let new = try #require(found(try store.article(id, revision: 2)))
        #expect(new.article == second.article && new.annotations.entities.map(\.id) == [Samples.israel.id])
        #expect(found(try store.article(id, revision: 3)) == nil)
        guard case .found(let revisions) = try store.revisions(id) else {
            Issue.record("no revisions")
            return
        }
        #expect(revisions.map(\.number) == [1, 2])
        #expect(revisions[0].replacedAt == revisions[1].writtenAt && revisions[1].replacedAt == nil)
        let events = try store.events(Criteria(), limit: 9, after: nil).items
        #expect(events.map { $0.claimSources.map(\.revision) } == [[2]])
        #expect(events.map(\.event.date?.edtf) == ["1995"])
        #expect(try store.check() == [])
    }

    @Test func `a text that stays is kept once, and other metadata is another revision`() throws {
        let folder = try TemporaryFolder()
        let store = try ArticleStore(folder: folder.path, access: .readWrite)
        let id = try store.insert([Samples.article("كلمة", year: 1990)])[0].id
        for source in ["A", "B"] {
            let sample = Samples.article("كلمة", year: 1990, metadata: ArticleMetadata(source: source))
            #expect(try revise(store, id, sample) == .written)
        }
        #expect(try revise(store, id, Samples.article("آخر", year: 1991)) == .written)
        for (revision, source) in [(1, nil), (2, "A"), (3, "B")] as [(Int, String?)] {
            let stored = try #require(found(try store.article(id, revision: revision)))
            #expect(stored.article.metadata.source == source)
            #expect(stored.article.text == Samples.article("كلمة", year: 1990).article.text)
        }
        let texts = try store.reading { database in
            try Int.fetchOne(database, sql: "SELECT COUNT(*) FROM article_past WHERE text IS NOT NULL")
        }
        #expect(texts == 1)
        #expect(try store.check() == [])
    }

    @Test func `another article's content and external id are refused, and what is deleted is gone whole`()
        throws
    {
        let folder = try TemporaryFolder()
        let store = try ArticleStore(folder: folder.path, access: .readWrite)
        let taken = ArticleMetadata(externalID: "x")
        let ids = try store.insert([
            Samples.article("واحد", year: 1990), Samples.article("اثنان", year: 1991, metadata: taken),
        ]).map(\.id)
        #expect(
            try revise(store, ids[0], Samples.article("اثنان", year: 1991)) == .duplicate(id: ids[1]))
        #expect(
            try revise(store, ids[0], Samples.article("ثلاثة", year: 1992, metadata: taken))
                == .externalIDTaken(id: ids[1]))
        #expect(try revise(store, ids[0], Samples.article("ثلاثة", year: 1992)) == .written)
        _ = try store.delete(ids[0])
        #expect(try revise(store, ids[0], Samples.article("أربعة", year: 1993)) == .deleted)
        #expect(try revise(store, "a_zzz", Samples.article("أربعة", year: 1993)) == .unknown)
        guard case .deleted = try store.article(ids[0], revision: 1) else {
            Issue.record("a revision is left")
            return
        }
        #expect(try store.check() == [])
    }

    /// Whatever came before, the timeline and the entities are those of what the articles say now.
    @Test(arguments: [1, 2, 3]) func `replaced articles are as if they had come so`(_ seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let texts = (0..<80).map { TimelineSamples.article($0, hot: seed % 2 == 1, using: &random) }
        let folder = try TemporaryFolder()
        let store = try ArticleStore(folder: folder.path, access: .readWrite)
        let ids = try store.insert(Array(texts.prefix(40))).map(\.id)
        var now = Array(texts.prefix(40))
        for index in (0..<40).shuffled(using: &random).prefix(20) {
            now[index] = texts[40 + index]
            #expect(try revise(store, ids[index], now[index]) == .written)
        }
        #expect(try store.check() == [])
        let other = try TemporaryFolder()
        let fresh = try ArticleStore(folder: other.path, access: .readWrite)
        _ = try fresh.insert(now)
        let difference = try Set(TimelineOrderTests.lines(store)).symmetricDifference(
            TimelineOrderTests.lines(fresh))
        #expect(difference.sorted() == [])
        #expect(try store.statistics().entities == fresh.statistics().entities)
    }
}
