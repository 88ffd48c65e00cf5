import Articles
import Foundation
import TestSupport
import Testing

@testable import ArticleStore

/// What is read anew takes the place of what was read before, and leaves the rest as it was.
struct ReannotationTests {
    typealias Sample = (article: Article, annotations: Annotations)

    private func key(_ id: String) throws -> Int64 { try #require(Identifier.articleRow(id)) }

    private func events(_ store: ArticleStore) throws -> [StoredEvent] {
        try store.events(Criteria(), limit: 1000, after: nil).items
    }

    /// The same article, of which something else is said: an event less, or of another kind, or another status.
    private func altered(_ sample: Sample, using random: inout SeededGenerator) -> Sample {
        var sample = sample
        var events = sample.annotations.events
        let index = Int.random(in: events.indices, using: &random)
        switch Int.random(in: 0..<4, using: &random) {
        case 0: events.remove(at: index)
        case 1: events[index].kind = events[index].kind == "visit" ? "opening" : "visit"
        case 2: events[index].participants.removeLast()
        default: events.reverse()
        }
        for index in events.indices { events[index].follows = [] }
        sample.annotations.events = events
        return sample
    }

    @Test(arguments: [1, 2, 3]) func `what is read anew is as if it had always been read so`(
        _ seed: UInt64
    ) throws {
        var random = SeededGenerator(seed: seed)
        let first = (0..<60).map { TimelineSamples.article($0, hot: seed % 2 == 1, using: &random) }
        var articles = first
        let folder = try TemporaryFolder()
        let store = try ArticleStore(folder: folder.path, access: .readWrite)
        let ids = try store.insert(articles, annotator: 1).map(\.id)
        for _ in 0..<4 {
            let chosen = articles.indices.shuffled(using: &random).prefix(15)
            for index in chosen { articles[index] = altered(first[index], using: &random) }
            let batch = try chosen.map {
                (key: try key(ids[$0]), article: articles[$0].article, annotations: articles[$0].annotations)
            }
            let result = try store.reannotate(batch, version: 2)
            #expect(result.changed + result.unchanged == 15 && result.changed > 5)
            #expect(try store.check() == [])
        }
        let other = try TemporaryFolder()
        let fresh = try ArticleStore(folder: other.path, access: .readWrite)
        _ = try fresh.insert(articles)
        let difference = try Set(TimelineOrderTests.lines(store)).symmetricDifference(
            TimelineOrderTests.lines(fresh))
        #expect(difference.sorted() == [])
        #expect(try store.statistics().entities == fresh.statistics().entities)
    }

    @Test func `ids stay, and what people decided holds`() throws {
        let folder = try TemporaryFolder()
        let store = try ArticleStore(folder: folder.path, access: .readWrite)
        let articles = [
            Samples.article("وصلت مفاوضات السلام", year: 1992), Samples.article("افتتح الجسر", year: 1995),
            Samples.article("جرت الانتخابات", year: 1999),
        ]
        let ids = try store.insert(articles, annotator: 1).map(\.id)
        let before = try events(store)
        guard
            case .done(let merge, _, _) = try store.merge(
                events: [before[1].id], into: before[0].id, reason: nil)
        else {
            Issue.record("not merged")
            return
        }
        for index in [1, 0, 2] {
            var now = articles[index].annotations
            now.events[0].kind = "meeting"
            now.events[0].confidence = 0.7
            let result = try store.reannotate(
                [(key: key(ids[index]), article: articles[index].article, annotations: now)], version: 2)
            #expect(result == ArticleStore.Reannotation(changed: 1, unchanged: 0))
            #expect(try store.check() == [])
        }
        let anew = try events(store)
        #expect(anew.map(\.id) == [before[0].id, before[2].id])
        #expect(anew.map(\.event.kind) == ["meeting", "meeting"])
        #expect(try store.survivor(ofEvent: before[1].id) == before[0].id)
        _ = try store.undo(curation: merge.id, reason: nil)
        #expect(try events(store).map(\.id) == before.map(\.id))
        #expect(try store.check() == [])
    }

    @Test func `what says the same is left alone, and a run goes on where it was stopped`() throws {
        let folder = try TemporaryFolder()
        let articles = (1990..<1994).map { Samples.article("كلمة", year: $0) }
        let ids: [String]
        do {
            let store = try ArticleStore(folder: folder.path, access: .readWrite)
            ids = try store.insert(articles, annotator: 1).map(\.id)
            #expect(try store.outdatedCount(version: 1) == 0)
            #expect(try store.outdatedCount(version: 2) == 4)
            let sequence = try store.sequence()
            let first = try store.outdated(version: 2, after: 0, limit: 2)
            #expect(try first.map(\.key) == ids.prefix(2).map(key))
            let result = try store.reannotate(
                zip(first, articles).map { ($0.key, $0.article, $1.annotations) }, version: 2)
            #expect(result == ArticleStore.Reannotation(changed: 0, unchanged: 2))
            #expect(try store.sequence() == sequence)
        }
        // As after a kill: nothing but what is on the disk is known.
        let store = try ArticleStore(folder: folder.path, access: .readWrite)
        #expect(try store.outdatedCount(version: 2) == 2)
        #expect(try store.outdated(version: 2, after: 0, limit: 9).map(\.key) == ids.suffix(2).map(key))
        _ = try store.delete(ids[3])
        let gone = try store.reannotate(
            [(key: key(ids[3]), article: articles[3].article, annotations: articles[3].annotations)],
            version: 2)
        #expect(gone == ArticleStore.Reannotation(changed: 0, unchanged: 0))
        try store.forgetAnnotators()
        #expect(try store.outdatedCount(version: 2) == 3)
        #expect(try store.check() == [])
    }

    @Test func `search finds by what is read now`() throws {
        let folder = try TemporaryFolder()
        let store = try ArticleStore(folder: folder.path, access: .readWrite)
        let (article, annotations) = Samples.article("كلمة", year: 1990)
        let id = try store.insert([(article, annotations)], annotator: 1)[0].id
        var now = annotations
        now.entities = [Samples.israel]
        now.mentions[0].entityID = Samples.israel.id
        now.events[0].participants[0].entityID = Samples.israel.id
        _ = try store.reannotate([(key: key(id), article: article, annotations: now)], version: 2)
        #expect(try store.entity(Samples.azerbaijan.id) == nil)
        #expect(try store.entity(Samples.israel.id)?.articleCount == 1)
        var criteria = Criteria()
        criteria.entities = [Criteria.Clause([Samples.israel.id])]
        #expect(try store.articles(criteria, order: .title, limit: 9, after: nil).items.map(\.id) == [id])
        #expect(try events(store)[0].event.participants.map(\.entityID) == [Samples.israel.id])
        #expect(try store.check() == [])
        try store.rebuildIndex()
        #expect(try store.check() == [])
    }
}
