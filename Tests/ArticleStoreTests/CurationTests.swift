import Articles
import Foundation
import GRDB
import TestSupport
import Testing

@testable import ArticleStore

/// What people decide of the timeline holds while articles come and go, and leaves nothing behind when it is undone.
struct CurationTests {
    private static let words = [
        "وصلت مفاوضات السلام الطويلة", "افتتح الجسر الحديدي الكبير", "جرت الانتخابات",
    ]

    /// An article with one event, whose title is the whole sentence.
    private func sample(
        _ word: Int, _ year: Int, _ tail: String = ""
    ) -> (article: Article, annotations: Annotations) {
        var sample = Samples.article(Self.words[word] + tail, year: year)
        sample.annotations.events[0].titleRange = 0..<sample.article.text.count
        return sample
    }

    private func events(_ store: ArticleStore) throws -> [StoredEvent] {
        try store.events(Criteria(), limit: 100, after: nil).items
    }

    /// The events as the words of their articles.
    private func groups(_ store: ArticleStore) throws -> Set<Set<String>> {
        let texts = try Dictionary(
            uniqueKeysWithValues: store.articles(Criteria(), order: .title, limit: 100, after: nil).items
                .map { ($0.id, String(decoding: $0.article.text, as: UTF8.self)) })
        return Set(try events(store).map { Set($0.articleIDs.compactMap { texts[$0] }) })
    }

    private func done(_ outcome: CurationOutcome) throws -> (operation: StoredCuration, events: [StoredEvent])
    {
        guard case .done(let operation, let events, _) = outcome else {
            Issue.record("not done: \(outcome)")
            throw CocoaError(.featureUnsupported)
        }
        return (operation, events)
    }

    @Test func `merged events stay one until it is undone`() throws {
        let folder = try TemporaryFolder()
        let store = try ArticleStore(folder: folder.path, access: .readWrite)
        let articles = try store.insert([sample(0, 1992), sample(1, 1995)])
        let ids = try events(store).map(\.id)
        let before = try TimelineOrderTests.lines(store)
        let sequence = try store.sequence()
        let merge = try done(store.merge(events: [ids[1]], into: ids[0], reason: "one"))
        #expect(merge.events.map(\.id) == [ids[0]])
        #expect(merge.events[0].articleIDs.count == 2)
        #expect(try store.survivor(ofEvent: ids[1]) == ids[0])
        #expect(try store.sequence() > sequence)
        #expect(try store.check() == [])

        _ = try store.insert([sample(2, 1999)])
        _ = try store.delete(articles[1].id)
        #expect(try events(store).count == 2)
        #expect(try store.check() == [])
        _ = try store.insert([sample(1, 1995)])
        try store.rebuildIndex()
        #expect(try events(store).map(\.articleIDs.count).sorted() == [1, 2])
        #expect(try store.check() == [])

        let undone = try done(store.undo(curation: merge.operation.id, reason: nil))
        #expect(undone.events.count == 2)
        #expect(undone.operation.undoes == merge.operation.id && undone.operation.undoneAt == nil)
        #expect(try store.curations(limit: 9, after: nil).items.map { $0.undoneAt != nil } == [false, true])
        #expect(try store.check() == [])
        let third = try #require(try events(store).last?.articleIDs.first)
        _ = try store.delete(third)
        #expect(try TimelineOrderTests.lines(store) == before)
        guard case .alreadyUndone = try store.undo(curation: merge.operation.id, reason: nil) else {
            Issue.record("it was undone twice")
            return
        }
        guard case .isUndo = try store.undo(curation: undone.operation.id, reason: nil) else {
            Issue.record("an undo was undone")
            return
        }
    }

    @Test func `an undone merge gives both ids back`() throws {
        let folder = try TemporaryFolder()
        let store = try ArticleStore(folder: folder.path, access: .readWrite)
        _ = try store.insert([sample(0, 1992), sample(1, 1995)])
        let before = try events(store)
        let merge = try done(store.merge(events: [before[0].id], into: before[1].id, reason: nil))
        #expect(merge.events.map(\.id) == [before[1].id])
        _ = try store.undo(curation: merge.operation.id, reason: nil)
        #expect(try events(store) == before)
    }

    @Test func `claims that were split off stay apart until it is undone`() throws {
        let folder = try TemporaryFolder()
        let store = try ArticleStore(folder: folder.path, access: .readWrite)
        let copy = sample(0, 1992, " أيضا")
        let third = sample(0, 1992, " اليوم")
        _ = try store.insert([sample(0, 1992), copy])
        let whole = try #require(try events(store).first)
        #expect(whole.articleIDs.count == 2)
        let claim = whole.claimSources[0]
        let split = try done(store.split(claims: [claim.id], from: whole.id, reason: nil))
        #expect(split.events.count == 2)
        let rest = try #require(split.events.first { $0.id == whole.id })
        #expect(!rest.articleIDs.contains(claim.articleID))
        let apart = try groups(store)
        #expect(apart.count == 2)
        #expect(try store.check() == [])

        // What comes later is not with what was split off; that goes and comes again.
        let added = try store.insert([third])
        #expect(try events(store).map(\.articleIDs.count).sorted() == [1, 2])
        _ = try store.delete(claim.articleID)
        #expect(try events(store).map(\.articleIDs.count) == [2])
        _ = try store.insert([sample(0, 1992), copy])
        _ = try store.delete(added[0].id)
        #expect(try groups(store) == apart)
        #expect(try store.check() == [])

        _ = try store.undo(curation: split.operation.id, reason: nil)
        #expect(try events(store).map(\.articleIDs.count) == [2])
        #expect(try events(store).map(\.id) == [whole.id])
        #expect(try store.check() == [])
    }

    @Test func `a later decision takes precedence`() throws {
        let folder = try TemporaryFolder()
        let store = try ArticleStore(folder: folder.path, access: .readWrite)
        _ = try store.insert([sample(0, 1992), sample(1, 1995)])
        let all = try events(store)
        let ids = all.map(\.id)
        _ = try store.merge(events: [ids[1]], into: ids[0], reason: nil)
        let claim = all[1].claimSources[0].id
        let split = try done(store.split(claims: [claim], from: ids[0], reason: nil))
        #expect(split.events.map(\.id) == ids)
        let again = try done(store.merge(events: [ids[0]], into: ids[1], reason: nil))
        #expect(again.events.count == 1)
        #expect(try store.check() == [])
        _ = try store.undo(curation: again.operation.id, reason: nil)
        #expect(try events(store).count == 2)
        _ = try store.undo(curation: split.operation.id, reason: nil)
        #expect(try events(store).count == 1)
        #expect(try store.check() == [])
        #expect(try store.curations(limit: 2, after: nil).items.map(\.id) == ["o_5", "o_4"])
        #expect(try store.curations(kinds: [.split], limit: 9, after: nil).items.map(\.id) == ["o_2"])
    }

    @Test func `what can't be done is refused and changes nothing`() throws {
        let folder = try TemporaryFolder()
        let store = try ArticleStore(folder: folder.path, access: .readWrite)
        _ = try store.insert([sample(0, 1992), sample(1, 1995)])
        let all = try events(store)
        let (id, other) = (all[0].id, all[1].id)
        let (claim, foreign) = (all[0].claimSources[0].id, all[1].claimSources[0].id)
        let outcomes = try [
            store.merge(events: [other, id], into: id, reason: nil),
            store.merge(events: [other, "e_zz"], into: id, reason: nil),
            store.merge(events: [other], into: "e_zz", reason: nil),
            store.split(claims: [foreign], from: id, reason: nil),
            store.split(claims: [claim + "z"], from: id, reason: nil),
            store.split(claims: ["c_1"], from: id, reason: nil),
            store.split(claims: [claim], from: id, reason: nil),
            store.split(claims: [claim], from: "e_zz", reason: nil),
            store.undo(curation: "o_1", reason: nil),
        ].map { outcome in
            switch outcome {
            case .refused(let refusal, let item): "\(refusal) \(item)"
            case .unknown: "unknown"
            case .done: "done"
            case .alreadyUndone, .isUndo, .exists, .outdated: "not"
            }
        }
        #expect(
            outcomes == [
                "same 1", "unknown 1", "unknown", "other 0", "unknown 0", "unknown 0",
                "nothingLeft 0", "unknown", "unknown",
            ])
        #expect(try events(store) == all)
        #expect(try store.curations(limit: 10, after: nil).total == 0)
    }

    @Test func `the log is only added to`() throws {
        let folder = try TemporaryFolder()
        let store = try ArticleStore(folder: folder.path, access: .readWrite)
        _ = try store.insert([sample(0, 1992), sample(1, 1995)])
        let ids = try events(store).map(\.id)
        _ = try done(store.merge(events: [ids[1]], into: ids[0], reason: "one"))
        for statement in ["UPDATE curation SET reason = 'two'", "DELETE FROM curation"] {
            #expect(throws: (any Error).self) { try store.pool.write { try $0.execute(sql: statement) } }
        }
        #expect(try store.curations(limit: 9, after: nil).items.map(\.reason) == ["one"])
    }

    /// Of two events of one article the second is merged; then the article is read anew with the two the other way round.
    @Test func `decisions hold for what an article says when it is read anew`() throws {
        let folder = try TemporaryFolder()
        let store = try ArticleStore(folder: folder.path, access: .readWrite)
        var first = sample(0, 1992)
        var second = first.annotations.events[0]
        second.claims[0].range = 0..<20
        second.claims[0].date = Samples.date(1993)
        second.date = Samples.date(1993)
        first.annotations.events.append(second)
        let id = try store.insert([first, sample(1, 1995)])[0].id
        let all = try events(store)
        #expect(all.map { $0.event.date?.edtf } == ["1992", "1993", "1995"])
        _ = try done(store.merge(events: [all[1].id], into: all[2].id, reason: nil))
        #expect(try events(store).map { $0.event.claims.count } == [1, 2])

        _ = try store.delete(id)
        first.annotations.events.swapAt(0, 1)
        _ = try store.insert([first])
        let anew = try events(store)
        #expect(anew.map { $0.event.claims.count } == [1, 2])
        #expect(anew.map { $0.event.claims.map { $0.date?.edtf } } == [["1992"], ["1993", "1995"]])
        #expect(try store.check() == [])
    }

    @Test(arguments: [1, 2, 3, 5]) func `decisions hold in whatever order articles go and come`(
        _ seed: UInt64
    )
        throws
    {
        var random = SeededGenerator(seed: seed)
        let articles = (0..<60).map { TimelineSamples.article($0, hot: seed % 2 == 1, using: &random) }
        let folder = try TemporaryFolder()
        let store = try ArticleStore(folder: folder.path, access: .readWrite)
        var ids = try store.insert(articles).map(\.id)
        let untouched = try TimelineOrderTests.lines(store)
        var operations: [String] = []
        for round in 0..<12 {
            let all = try store.events(Criteria(), limit: 1000, after: nil).items
            if round % 2 == 0 {
                let chosen = all.shuffled(using: &random).prefix(3).map(\.id)
                operations += [
                    try done(store.merge(events: Array(chosen.dropFirst()), into: chosen[0], reason: nil))
                        .operation.id
                ]
            } else if let event = all.filter({ $0.articleIDs.count > 1 }).randomElement(using: &random) {
                let claims = event.claimSources.filter { $0.articleID != event.articleIDs[0] }.map(\.id)
                let some = Array(claims.prefix(max(1, claims.count / 2)))
                operations += [try done(store.split(claims: some, from: event.id, reason: nil)).operation.id]
            }
        }
        #expect(try store.check() == [])
        let decided = try TimelineOrderTests.lines(store)
        #expect(decided != untouched)
        for index in articles.indices.shuffled(using: &random) {
            _ = try store.delete(ids[index])
            if Int.random(in: 0..<2, using: &random) == 0 {
                ids[index] = try store.insert([articles[index]])[0].id
            }
            if index % 20 == 0 { #expect(try store.check() == []) }
        }
        ids = try store.insert(articles.shuffled(using: &random)).map(\.id)
        #expect(try Set(TimelineOrderTests.lines(store)).symmetricDifference(decided).sorted() == [])
        #expect(try store.check() == [])
        for operation in operations.shuffled(using: &random) {
            _ = try done(store.undo(curation: operation, reason: nil))
            #expect(try store.check() == [])
        }
        #expect(try Set(TimelineOrderTests.lines(store)).symmetricDifference(untouched).sorted() == [])
    }
}
