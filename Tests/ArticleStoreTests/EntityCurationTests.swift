import Articles
import Foundation
import GRDB
import TestSupport
import Testing
import TextAnalysis

@testable import ArticleStore

/// What people decide of entities holds while articles come and go, and leaves nothing behind when it is undone.
struct EntityCurationTests {
    private static func person(_ name: String, _ id: String) -> Entity {
        Entity(id: id, kind: .person, label: name, labelLanguage: .arabic)
    }

    private static let omar = person("عمر حداد", "n_omar")
    private static let salim = person("سالم قاسم", "n_salim")
    private static let nabil = person("نبيل طويل", "n_nabil")

    private typealias Sample = (article: Article, annotations: Annotations)

    private func sample(_ word: String, _ entity: Entity, _ year: Int = 1990) -> Sample {
        var sample = Samples.article(word, year: year, entity: entity)
        sample.annotations.mentions[0].kind = .person
        return sample
    }

    private func done(
        _ outcome: CurationOutcome
    ) throws -> (operation: StoredCuration, entities: [StoredEntity]) {
        guard case .done(let operation, _, let entities) = outcome else {
            Issue.record("not done: \(outcome)")
            throw CocoaError(.featureUnsupported)
        }
        return (operation, entities)
    }

    private func all(_ store: ArticleStore) throws -> [StoredEntity] {
        try store.entities(
            named: nil, kinds: [], minimumArticles: 0, order: .label, limit: 100, after: nil
        ).items
    }

    private func ids(_ store: ArticleStore) throws -> [String] { try all(store).map(\.entity.id).sorted() }

    /// The entities as the texts of the articles that name them.
    private func groups(_ store: ArticleStore) throws -> Set<Set<String>> {
        var groups: Set<Set<String>> = []
        for entity in try all(store) {
            var criteria = Criteria()
            criteria.entities = [Criteria.Clause([entity.entity.id])]
            let articles = try store.articles(criteria, order: .title, limit: 100, after: nil).items
            groups.insert(Set(articles.map { String(decoding: $0.article.text, as: UTF8.self) }))
        }
        return groups
    }

    private func mention(_ store: ArticleStore, of id: String, in article: String) throws -> String {
        try #require(
            store.mentions(of: id, limit: 100, after: nil).items.first { $0.articleID == article }?.id)
    }

    @Test func `merged entities are one until it is undone`() throws {
        let folder = try TemporaryFolder()
        let store = try ArticleStore(folder: folder.path, access: .readWrite)
        let articles = [sample("وصل", Self.omar), sample("خرج", Self.salim, 1995), sample("نام", Self.nabil)]
        let inserted = try store.insert(articles).map(\.id)
        let before = try all(store)
        let merge = try done(store.merge(entities: ["n_omar"], into: "n_salim", reason: "a pen name"))
        // The older one is merged into the younger: that is what was asked for.
        #expect(merge.entities.map(\.entity.id) == ["n_salim"])
        #expect(merge.entities[0].articleCount == 2 && merge.entities[0].mentionCount == 2)
        #expect(merge.entities[0].merged.map(\.id) == ["n_omar"])
        #expect(merge.entities[0].lastDate == "1995" && merge.entities[0].firstDate == "1990")
        #expect(try store.survivor(ofEntity: "n_omar") == "n_salim")
        #expect(try store.entityIDs(alias: "عمر حداد") == ["n_salim"])
        #expect(try ids(store) == ["n_nabil", "n_salim"])
        #expect(try store.check() == [])

        // Deleted, in again, in a new file: it holds.
        let merged = try groups(store)
        _ = try store.delete(inserted[0])
        #expect(try ids(store) == ["n_nabil", "n_salim"])
        _ = try store.delete(inserted[1])
        #expect(try ids(store) == ["n_nabil"])
        _ = try store.insert([articles[0]])
        _ = try store.insert([articles[1]])
        try store.rebuildIndex()
        #expect(try ids(store) == ["n_nabil", "n_salim"])
        #expect(try groups(store) == merged)
        #expect(try store.check() == [])

        let undone = try done(store.undo(curation: merge.operation.id, reason: nil))
        #expect(Set(undone.entities.map(\.entity.id)) == ["n_omar", "n_salim"])
        #expect(try all(store) == before)
        #expect(try store.check() == [])
    }

    @Test func `the latest of several merges gives the id`() throws {
        let folder = try TemporaryFolder()
        let store = try ArticleStore(folder: folder.path, access: .readWrite)
        _ = try store.insert([sample("وصل", Self.omar), sample("خرج", Self.salim), sample("نام", Self.nabil)])
        let before = try all(store)
        let first = try done(store.merge(entities: ["n_omar"], into: "n_salim", reason: nil))
        let second = try done(store.merge(entities: ["n_omar"], into: "n_nabil", reason: nil))
        #expect(second.entities.map(\.entity.id) == ["n_nabil"])
        #expect(second.entities[0].articleCount == 3)
        for id in ["n_omar", "n_salim"] { #expect(try store.survivor(ofEntity: id) == "n_nabil") }
        _ = try store.undo(curation: first.operation.id, reason: nil)
        // The second one was of all that the first had made one.
        #expect(try ids(store) == ["n_nabil"])
        _ = try store.undo(curation: second.operation.id, reason: nil)
        #expect(try all(store) == before)
        #expect(try store.check() == [])
    }

    @Test func `mentions that were split off stay apart until it is undone`() throws {
        let folder = try TemporaryFolder()
        let store = try ArticleStore(folder: folder.path, access: .readWrite)
        let articles = ["وصل", "خرج", "نام"].map { sample($0, Self.omar) }
        let inserted = try store.insert(articles).map(\.id)
        let whole = try all(store)
        let off = try mention(store, of: "n_omar", in: inserted[0])
        let split = try done(store.split(mentions: [off], from: "n_omar", reason: "his nephew"))
        #expect(split.entities.count == 2)
        #expect(split.entities[0].entity.id == "n_omar" && split.entities[0].articleCount == 2)
        let other = split.entities[1].entity.id
        #expect(try store.mentions(of: other, limit: 9, after: nil).items.map(\.id) == [off])
        let apart = try groups(store)
        #expect(apart.map(\.count).sorted() == [1, 2])
        #expect(try store.check() == [])

        // What comes later is not with what was split off; that goes and comes again.
        let later = try store.insert([sample("قال", Self.omar)])[0].id
        #expect(try store.entity("n_omar")?.articleCount == 3)
        _ = try store.delete(inserted[0])
        #expect(try ids(store) == ["n_omar"])
        _ = try store.delete(later)
        _ = try store.insert([articles[0]])
        #expect(try groups(store) == apart)
        #expect(try store.check() == [])
        _ = try store.undo(curation: split.operation.id, reason: nil)
        #expect(try all(store) == whole)
        #expect(try store.survivor(ofEntity: other) ?? "n_omar" == "n_omar")
        #expect(try store.check() == [])
    }

    @Test func `a merge after a split, and a split after a merge, are what counts`() throws {
        let folder = try TemporaryFolder()
        let store = try ArticleStore(folder: folder.path, access: .readWrite)
        let inserted = try store.insert([sample("وصل", Self.omar), sample("خرج", Self.salim)]).map(\.id)
        _ = try store.merge(entities: ["n_salim"], into: "n_omar", reason: nil)
        let off = try mention(store, of: "n_omar", in: inserted[1])
        let split = try done(store.split(mentions: [off], from: "n_omar", reason: nil))
        #expect(split.entities.map(\.entity.id) == ["n_omar", "n_salim"])
        let again = try done(store.merge(entities: ["n_omar"], into: "n_salim", reason: nil))
        #expect(again.entities.map(\.entity.id) == ["n_salim"])
        #expect(again.entities[0].articleCount == 2)
        _ = try store.undo(curation: again.operation.id, reason: nil)
        #expect(try ids(store) == ["n_omar", "n_salim"])
        _ = try store.undo(curation: split.operation.id, reason: nil)
        #expect(try ids(store) == ["n_omar"])
        #expect(try store.check() == [])
    }

    @Test func `an entity is called as people said, whatever articles say`() throws {
        let folder = try TemporaryFolder()
        let store = try ArticleStore(folder: folder.path, access: .readWrite)
        let article = sample("وصل", Self.omar)
        let id = try store.insert([article])[0].id
        let before = try all(store)
        var change = EntityChange()
        change.kind = .organisation
        change.subtype = "party"
        change.label = EntityChange.Name(text: "حزب عمر", language: .arabic)
        change.labels = [.english: "Omar's Party"]
        change.addedAliases = [Entity.Alias(text: "OP", language: .english, kind: .acronym)]
        change.external = ["wikidata": "Q17", "viaf": "12"]
        let changed = try done(store.change(entity: "n_omar", change, seen: before[0], reason: "as they say"))
        #expect(changed.operation.kind == .change && changed.operation.change == change)
        let now = try #require(changed.entities.first)
        #expect(
            now.entity.id == "n_omar" && now.entity.kind == .organisation && now.entity.subtype == "party")
        #expect(now.entity.label == "حزب عمر" && now.labels.map(\.text) == ["حزب عمر", "Omar's Party"])
        #expect(now.entity.aliases.map(\.text) == ["عمر حداد", "OP", "Omar's Party"])
        #expect(now.entity.wikidata == "Q17" && now.external == ["viaf": "12"])
        for name in ["حزب عمر", "op", "omar's party", "عمر حداد"] {
            #expect(try store.entityIDs(alias: name) == ["n_omar"], "\(name)")
        }
        #expect(
            try store.entities(
                named: "s Part", kinds: [.organisation], minimumArticles: 1, order: .label, limit: 9,
                after: nil
            ).total == 1)
        guard case .outdated = try store.change(entity: "n_omar", change, seen: before[0], reason: nil) else {
            Issue.record("what was not seen was changed")
            return
        }
        #expect(try store.check() == [])

        // A second one, on top of the first; the article goes and comes.
        var second = EntityChange()
        second.removedAliases = ["عمر حداد", "OP"]
        second.labels = [.english: String?.none, .persian: "حزب عمر ایران"]
        second.external = ["viaf": String?.none]
        let operation = try done(store.change(entity: "n_omar", second, seen: nil, reason: nil)).operation.id
        let both = try all(store)
        #expect(both[0].entity.aliases.map(\.text) == ["حزب عمر ایران"])
        #expect(both[0].labels.map(\.language) == [.arabic, .persian])
        #expect(both[0].external == [:])
        #expect(try store.entityIDs(alias: "عمر حداد") == [])
        _ = try store.delete(id)
        #expect(try ids(store) == [])
        #expect(try store.entityIDs(alias: "حزب عمر") == [])
        #expect(try store.check() == [])
        _ = try store.insert([article])
        #expect(try all(store) == both)
        #expect(try store.check() == [])

        _ = try store.undo(curation: operation, reason: nil)
        #expect(try all(store) == [now])
        _ = try store.undo(curation: changed.operation.id, reason: nil)
        #expect(try all(store) == before)
        #expect(try store.check() == [])
    }

    @Test func `a created entity is there before any article names it`() throws {
        let folder = try TemporaryFolder()
        let store = try ArticleStore(folder: folder.path, access: .readWrite)
        var change = EntityChange()
        change.kind = .person
        change.label = EntityChange.Name(text: "عمر حداد", language: .arabic)
        change.labels = [.english: "Omar Haddad"]
        change.external = ["wikidata": "Q5"]
        let made = try done(store.create(entity: change, local: "n_omar", reason: nil))
        #expect(made.entities.map(\.entity.id) == ["n_omar"])
        #expect(made.entities[0].articleCount == 0 && made.entities[0].entity.wikidata == "Q5")
        #expect(made.entities[0].labels.map(\.text) == ["عمر حداد", "Omar Haddad"])
        #expect(try store.entityIDs(alias: "omar haddad") == ["n_omar"])
        guard case .exists("n_omar") = try store.create(entity: change, local: "n_omar", reason: nil) else {
            Issue.record("it was made twice")
            return
        }
        #expect(try store.check() == [])

        // The articles that name it mean it, and it stays when they go.
        let inserted = try store.insert([sample("وصل", Self.omar), sample("خرج", Self.salim)]).map(\.id)
        #expect(try store.entity("n_omar")?.articleCount == 1)
        let merge = try done(store.merge(entities: ["n_salim"], into: "n_omar", reason: nil))
        #expect(merge.entities[0].articleCount == 2)
        for id in inserted { _ = try store.delete(id) }
        #expect(try ids(store) == ["n_omar"])
        #expect(try store.entity("n_omar")?.articleCount == 0)
        #expect(try store.check() == [])
        _ = try store.undo(curation: made.operation.id, reason: nil)
        #expect(try ids(store) == [])
        #expect(try store.entityIDs(alias: "omar haddad") == [])
        #expect(try store.check() == [])
    }

    @Test func `decisions hold when articles are read anew, and in a store opened again`() throws {
        let folder = try TemporaryFolder()
        let articles = [sample("وصل", Self.omar), sample("خرج", Self.omar), sample("نام", Self.salim)]
        var change = EntityChange()
        change.label = EntityChange.Name(text: "عمر الكاتب", language: .arabic)
        let inserted: [String]
        let off: String
        do {
            let store = try ArticleStore(folder: folder.path, access: .readWrite)
            inserted = try store.insert(articles, annotator: 1).map(\.id)
            let mention = try mention(store, of: "n_omar", in: inserted[0])
            let split = try done(store.split(mentions: [mention], from: "n_omar", reason: nil))
            off = split.entities[1].entity.id
            _ = try done(store.merge(entities: ["n_salim"], into: off, reason: nil))
            _ = try done(store.change(entity: off, change, seen: nil, reason: nil))
        }
        let store = try ArticleStore(folder: folder.path, access: .readWrite)
        let decided = try groups(store)
        #expect(decided.map(\.count).sorted() == [1, 2])
        let anew = try zip(inserted, articles).map { id, article in
            var annotations = article.annotations
            annotations.mentions[0].confidence = 0.5
            annotations.entities[0].aliases = [
                Entity.Alias(text: "الأستاذ", language: .arabic, kind: .variant)
            ]
            return (
                key: try #require(Identifier.articleRow(id)), article: article.article,
                annotations: annotations
            )
        }
        #expect(try store.reannotate(anew, version: 2).changed == 3)
        #expect(try groups(store) == decided)
        #expect(try store.entity(off)?.entity.label == "عمر الكاتب")
        #expect(try store.entity(off)?.articleCount == 2 && store.entity("n_omar")?.articleCount == 1)
        #expect(try store.survivor(ofEntity: "n_salim") == off)
        #expect(try store.check() == [])
    }

    @Test func `what can't be done is refused and changes nothing`() throws {
        let folder = try TemporaryFolder()
        let store = try ArticleStore(folder: folder.path, access: .readWrite)
        let inserted = try store.insert([sample("وصل", Self.omar), sample("خرج", Self.salim)]).map(\.id)
        let before = try all(store)
        let own = try mention(store, of: "n_omar", in: inserted[0])
        let foreign = try mention(store, of: "n_salim", in: inserted[1])
        let outcomes = try [
            store.merge(entities: ["n_salim", "n_omar"], into: "n_omar", reason: nil),
            store.merge(entities: ["n_salim", "n_zz"], into: "n_omar", reason: nil),
            store.merge(entities: ["n_omar"], into: "n_zz", reason: nil),
            store.split(mentions: [foreign], from: "n_omar", reason: nil),
            store.split(mentions: ["m_zz_1"], from: "n_omar", reason: nil),
            store.split(mentions: [own + "z"], from: "n_omar", reason: nil),
            store.split(mentions: [own], from: "n_omar", reason: nil),
            store.change(entity: "n_zz", EntityChange(), seen: nil, reason: nil),
        ].map { outcome in
            switch outcome {
            case .refused(let refusal, let item): "\(refusal) \(item)"
            case .unknown: "unknown"
            default: "else"
            }
        }
        #expect(
            outcomes == [
                "same 1", "unknown 1", "unknown", "other 0", "unknown 0", "unknown 0", "nothingLeft 0",
                "unknown",
            ])
        #expect(try all(store) == before)
        #expect(try store.curations(limit: 9, after: nil).total == 0)
    }

    @Test(arguments: [1, 2, 3]) func `decisions hold in whatever order articles go and come`(
        _ seed: UInt64
    ) throws {
        var random = SeededGenerator(seed: seed)
        let people = (0..<6).map { Self.person("شخص رقم\($0)", "n_p\($0)") }
        let articles = (0..<30).map { number in
            sample("كلمة\(number)", people[Int.random(in: 0..<6, using: &random)], 1900 + number)
        }
        let folder = try TemporaryFolder()
        let store = try ArticleStore(folder: folder.path, access: .readWrite)
        var inserted = try store.insert(articles).map(\.id)
        let untouched = try groups(store)
        var operations: [String] = []
        for round in 0..<8 {
            let entities = try all(store).map(\.entity.id).sorted().shuffled(using: &random)
            if round % 2 == 0 {
                operations += [
                    try done(store.merge(entities: [entities[1]], into: entities[0], reason: nil)).operation
                        .id
                ]
            } else {
                let mentions = try store.mentions(of: entities[0], limit: 100, after: nil).items
                guard mentions.count > 1 else { continue }
                let some = mentions.shuffled(using: &random).prefix(mentions.count / 2).map(\.id)
                guard
                    case .done(let operation, _, _) = try store.split(
                        mentions: some, from: entities[0], reason: nil)
                else { continue }
                operations.append(operation.id)
            }
            #expect(try store.check() == [])
        }
        let decided = try groups(store)
        #expect(decided != untouched)
        for index in articles.indices.shuffled(using: &random) {
            _ = try store.delete(inserted[index])
            if Bool.random(using: &random) { inserted[index] = try store.insert([articles[index]])[0].id }
        }
        _ = try store.insert(articles.shuffled(using: &random))
        #expect(try groups(store) == decided)
        #expect(try store.check() == [])
        for operation in operations.shuffled(using: &random) {
            _ = try done(store.undo(curation: operation, reason: nil))
        }
        #expect(try groups(store) == untouched)
        #expect(try store.check() == [])
    }
}
