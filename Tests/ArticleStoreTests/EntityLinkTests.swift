import Articles
import EntityLinking
import SearchIndex
import Testing
import TextAnalysis

@testable import ArticleStore

/// Names of many articles that are one entity, and those that are not.
struct EntityLinkTests {
    private typealias Names = EntitySamples
    private let gaza = EntitySamples.city("غزة", "Q39760")
    private let palestine = EntitySamples.country("فلسطين", "Q219060")
    private let cairo = EntitySamples.city("القاهرة", "Q85")

    private func store(_ folder: TemporaryFolder, _ articles: [[EntitySamples.Named]]) throws -> ArticleStore
    {
        let store = try ArticleStore(folder: folder.path, access: .readWrite)
        _ = try store.insert(articles.enumerated().map { Names.article($0, $1) })
        #expect(try store.check() == [])
        return store
    }

    private func entity(_ named: EntitySamples.Named, in store: ArticleStore) throws -> StoredEntity {
        let id = try #require(try store.survivor(ofEntity: Names.id(named)))
        return try #require(try store.entity(id))
    }

    @Test func `a transliteration with neighbours in common is the same person`() throws {
        let folder = try TemporaryFolder()
        let arabic = Names.person("نيكولاي ملادينوف")
        let english = Names.person("Nikolay Mladenov")
        let store = try store(
            folder, [[arabic, gaza, palestine], [english, gaza, palestine], [english, gaza]])
        let found = try entity(english, in: store)
        #expect(found.entity.id == Names.id(arabic))
        #expect(found.merged == [.init(id: Names.id(english), reason: "transliteration", confidence: 0.9)])
        #expect(found.labels.map(\.text) == ["Nikolay Mladenov", "نيكولاي ملادينوف"])
        #expect(found.articleCount == 3)
        #expect(try store.entityIDs(alias: "Nikolay Mladenov") == [found.entity.id])
        var criteria = Criteria()
        criteria.entities = [Criteria.Clause([found.entity.id])]
        #expect(try store.articles(criteria, order: .title, limit: 9, after: nil).total == 3)
        #expect(try store.events(criteria, limit: 9, after: nil).total == 3)
        let article = try #require(
            try store.articles(criteria, order: .newestIngested, limit: 1, after: nil).items.first)
        #expect(article.annotations.entities.map(\.id).contains(found.entity.id))
        #expect(article.annotations.mentions[0].entityID == found.entity.id)
        #expect(article.annotations.events[0].participants[0].entityID == found.entity.id)
    }

    @Test func `names alone, or what everything is named beside, link nothing`() throws {
        let folder = try TemporaryFolder()
        let pairs = [
            ("نيكولاي ملادينوف", "Nikolay Mladenov"), ("بنيامين نتنياهو", "بنيامين نتانياهو"),
            ("ملادينوف", "Mladenov"),
        ]
        let store = try store(
            folder, pairs.flatMap { [[Names.person($0), palestine], [Names.person($1), cairo]] })
        for (one, other) in pairs {
            #expect(
                try entity(Names.person(one), in: store).entity.id
                    != entity(Names.person(other), in: store).entity.id)
        }
    }

    @Test func `another kind, or a short name, is another entity whatever stands beside it`() throws {
        let folder = try TemporaryFolder()
        let beside = [gaza, cairo, palestine]
        let store = try store(
            folder,
            [
                [Names.person("محمود عباس")] + beside, [Names.person("محمد عباس")] + beside,
                [Names.person("عباس")] + beside,
                [Names.body("محمود عباسي")] + beside,
            ])
        #expect(try entity(Names.person("محمود عباس"), in: store).articleCount == 1)
        #expect(try store.statistics().entities == 7)
    }

    @Test func `an acronym that one name alone has leads to it`() throws {
        let folder = try TemporaryFolder()
        let long = Names.body("الصناعات الجوية", acronym: "IAI")
        let short = Names.body("IAI")
        let store = try store(folder, [[long, gaza], [short, gaza], [short, cairo]])
        #expect(
            try entity(short, in: store).entity.label == "الصناعات الجوية"
                || entity(short, in: store).articleCount == 3)
        #expect(try entity(short, in: store).merged.map(\.reason) == ["acronym"])
        // Another body of the same acronym, and it is nobody's.
        let ids = try store.insert([Names.article(9, [Names.body("معهد الإدارة", acronym: "IAI"), gaza])])
            .map(\.id)
        #expect(try entity(short, in: store).merged.isEmpty)
        #expect(try entity(short, in: store).entity.id == Names.id(short))
        #expect(try store.check() == [])
        _ = try store.delete(ids[0])
        #expect(try entity(short, in: store).articleCount == 3)
        #expect(try store.check() == [])
    }

    @Test func `two people of one name are two entities, and one again when an article ties them`() throws {
        let folder = try TemporaryFolder()
        let player = [Names.body("نادي الهلال"), Names.body("نادي النصر"), Names.city("الرياض", "Q3692")]
        let minister = [
            Names.body("وزارة الفلاحة"), Names.body("الاتحاد العام"), Names.city("صفاقس", "Q173111"),
        ]
        let name = Names.person("محمد سالم")
        let store = try store(
            folder,
            [[name] + player, [name] + player, [name] + minister, [name] + minister, [name] + minister])
        let named = try store.entities(
            named: "محمد سالم", kinds: [.person], minimumArticles: 0, order: .mostArticles, limit: 9,
            after: nil
        ).items
        #expect(named.map(\.articleCount) == [3, 2])
        #expect(Set(named.map(\.entity.id)).count == 2)
        #expect(try store.entityIDs(alias: "محمد سالم").count == 2)
        // The id stays with the article that had it first.
        let first = try #require(try store.entity(Names.id(name)))
        #expect(first.articleCount == 2)
        let second = try #require(named.map(\.entity.id).first { $0 != Names.id(name) })
        let ids = try store.insert([Names.article(9, [name, player[0], minister[0]])]).map(\.id)
        #expect(try entity(name, in: store).articleCount == 6)
        #expect(try store.survivor(ofEntity: second) == Names.id(name))
        #expect(try store.check() == [])
        _ = try store.delete(ids[0])
        #expect(try store.survivor(ofEntity: second) == second)
        #expect(try entity(name, in: store).articleCount == 2)
        #expect(try store.check() == [])
    }

    @Test func `an id outlives the articles that it came with`() throws {
        let folder = try TemporaryFolder()
        let old = Names.person("عبد الفتاح البرهان")
        let new = Names.person("عبدالفتاح البرهان")
        let store = try ArticleStore(folder: folder.path, access: .readWrite)
        let ids = try store.insert([Names.article(1, [old, gaza]), Names.article(2, [new, cairo])]).map(\.id)
        #expect(try store.survivor(ofEntity: Names.id(new)) == Names.id(old))
        _ = try store.delete(ids[0])
        let left = try #require(try store.entity(Names.id(old)))
        #expect(left.entity.label == new.text)
        #expect(left.articleCount == 1)
        #expect(try store.survivor(ofEntity: Names.id(new)) == Names.id(old))
        #expect(try store.check() == [])
        _ = try store.insert([Names.article(3, [old, gaza])])
        #expect(try entity(old, in: store).articleCount == 2)
        #expect(try store.check() == [])
        #expect(try store.survivor(ofEntity: "n_nothing") == nil)
    }

    @Test func `search finds what is named otherwise in the article`() throws {
        let folder = try TemporaryFolder()
        let arabic = Names.person("نيكولاي ملادينوف")
        let english = Names.person("Nikolay Mladenov")
        let store = try ArticleStore(folder: folder.path, access: .readWrite)
        _ = try store.insert([Names.article(1, [arabic, gaza, palestine])])
        _ = try store.insert([Names.article(2, [english, gaza, palestine]), Names.article(3, [cairo])])
        let clauses = try store.indexClauses([Criteria.Clause([Names.id(english)])]).map {
            SearchFilter.Clause(
                field: ArticleStore.KeywordField.entity.rawValue, values: $0.values, negated: $0.negated)
        }
        let query = try QueryParser().parse("غزة OR القاهرة")
        let hits = try store.searchSnapshot().search(query, filter: SearchFilter(clauses: clauses), limit: 9)
            .hits
        #expect(hits.map(\.key).sorted() == [1, 2])
        #expect(try store.check() == [])
    }
}
