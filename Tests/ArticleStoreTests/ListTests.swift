import ArticleStore
import Articles
import Testing
import TextAnalysis

struct ListTests {
    let folder: TemporaryFolder
    let store: ArticleStore

    /// 25 articles of the years 1980…2004, the even ones on Israel; every fifth has no publication time.
    init() throws {
        folder = try TemporaryFolder()
        store = try ArticleStore(folder: folder.path, access: .readWrite)
        let articles = (0..<25).map { number in
            Samples.article(
                "كلمة\(number)", year: 1980 + number,
                entity: number % 2 == 0 ? Samples.israel : Samples.azerbaijan,
                metadata: ArticleMetadata(
                    externalID: "x\(number)", source: number % 3 == 0 ? "أ" : "ب",
                    publishedAt: number % 5 == 0 ? nil : Int64(1_000_000 - number % 7)))
        }
        _ = try store.insert(articles)
    }

    func all<Item>(_ page: (PagePosition?) throws -> Page<Item>) throws -> [Item] {
        var items: [Item] = []
        var position: PagePosition?
        repeat {
            let next = try page(position)
            #expect(!next.items.isEmpty)
            items += next.items
            position = next.next
        } while position != nil
        return items
    }

    @Test(arguments: [ArticleStore.ArticleOrder.newestPublished, .newestIngested, .title])
    func `pages of articles reach each once`(_ order: ArticleStore.ArticleOrder) throws {
        let paged = try all { try store.articles(Criteria(), order: order, limit: 4, after: $0) }
        let whole = try store.articles(Criteria(), order: order, limit: 100, after: nil)
        #expect(paged == whole.items)
        #expect(whole.total == 25 && whole.next == nil && Set(paged.map(\.id)).count == 25)
    }

    @Test func `the newest come first and the undated last`() throws {
        let page = try store.articles(Criteria(), order: .newestPublished, limit: 100, after: nil)
        let times = page.items.map(\.article.metadata.publishedAt)
        #expect(times.prefix(20).compactMap(\.self) == times.compactMap(\.self).sorted(by: >))
        #expect(times.suffix(5).allSatisfy { $0 == nil })
    }

    @Test func `pages of events reach each once in date order`() throws {
        let events = try all { try store.events(Criteria(), limit: 7, after: $0) }
        #expect(events.map(\.event.date?.edtf) == (1980..<2005).map(String.init))
        #expect(events[0].labels == ["n_isr": "إسرائيل"])
        #expect(try store.event(events[3].id) == events[3])
    }

    @Test func `criteria combine`() throws {
        var criteria = Criteria()
        criteria.entities = [Criteria.Clause(["n_aze"])]
        #expect(try store.events(criteria, limit: 100, after: nil).total == 12)
        criteria.sources = [Criteria.Clause(["أ"], negated: true)]
        criteria.from = CivilDate(year: 1990, month: 6, day: 1)
        criteria.to = CivilDate(year: 1995, month: 6, day: 1)
        let possible = try store.events(criteria, limit: 100, after: nil).items
        #expect(possible.map(\.event.date?.edtf) == ["1991", "1993"])
        criteria.sources = []
        criteria.certain = true
        let certain = try store.events(criteria, limit: 100, after: nil).items
        #expect(certain.map(\.event.date?.edtf) == ["1991", "1993"])
        #expect(try store.articles(criteria, order: .title, limit: 100, after: nil).total == 2)
        criteria.languages = [Criteria.Clause(["fa", "en"])]
        #expect(try store.articles(criteria, order: .title, limit: 100, after: nil).total == 0)
    }

    @Test func `an article can be asked for or left out by id`() throws {
        let id = try store.articles(Criteria(), order: .title, limit: 1, after: nil).items[0].id
        var criteria = Criteria()
        criteria.articles = [Criteria.Clause([id, "nonsense"])]
        #expect(try store.events(criteria, limit: 10, after: nil).items.map(\.articleID) == [id])
        criteria.articles[0].negated = true
        #expect(try store.events(criteria, limit: 10, after: nil).total == 24)
    }

    @Test func `entities are found by any name in any script`() throws {
        let found = try store.entities(
            named: "azerb", kinds: [], minimumArticles: 0, order: .mostArticles, limit: 10, after: nil)
        #expect(found.items.map(\.entity) == [Samples.azerbaijan])
        #expect(try store.entityIDs(alias: "AZERBAIJAN") == ["n_aze"])
        #expect(try store.entityIDs(alias: "اذربیجان") == ["n_aze"])
        #expect(try store.entityIDs(alias: "azer") == [])
        let most = try store.entities(
            named: nil, kinds: [.place], minimumArticles: 13, order: .mostArticles, limit: 10, after: nil)
        #expect(most.items.map(\.entity.id) == ["n_isr"])
        let pages = try all { position in
            try store.entities(
                named: nil, kinds: [], minimumArticles: 0, order: .label, limit: 1, after: position)
        }
        #expect(Set(pages.map(\.entity.id)) == ["n_isr", "n_aze"])
    }

    @Test func `names reach as far as is asked`() throws {
        func ids(_ name: String, _ reach: NameReach) throws -> [String] {
            try store.entities(
                named: name, reach: reach, kinds: [], minimumArticles: 0, order: .label, limit: 10, after: nil
            ).items.map(\.entity.id)
        }
        #expect(try ids("zerb", .alias) == ["n_aze"] && ids("zerb", .off) == [])
        #expect(try ids("ذربي", .off) == ["n_aze"])
        #expect(try ids("Adharbayjan", .translit) == ["n_aze"] && ids("Adharbayjan", .alias) == [])
        func called(_ name: String, _ reach: NameReach) throws -> [NameMatch?] {
            try store.entities(called: name, reach: reach).map(\.match)
        }
        #expect(try called("azerbaijan", .alias).map(\.?.extent) == [.exact])
        #expect(try called("azerbaijan", .off) == [] && called("azerb", .alias) == [])
        #expect(try called("Adharbayjan", .translit).map(\.?.extent) == [.sound])
    }

    @Test func `mentions are of the articles asked for`() throws {
        var criteria = Criteria()
        criteria.from = CivilDate(year: 1995, month: 1, day: 1)
        let some = try all { try store.mentions(of: "n_aze", criteria, limit: 2, after: $0) }
        #expect(!some.isEmpty && some.count < 12)
        #expect(
            try store.mentions(of: "n_aze", criteria, limit: 2, after: nil).total == some.count)
        let articles = try store.articles(criteria, order: .title, limit: 100, after: nil).items.map(\.id)
        #expect(Set(some.map(\.articleID)).isSubset(of: Set(articles)))
    }

    @Test func `mentions are listed with their characters`() throws {
        let mentions = try all { try store.mentions(of: "n_aze", limit: 5, after: $0) }
        #expect(mentions.count == 12 && Set(mentions.map(\.id)).count == 12)
        #expect(mentions.allSatisfy { $0.text == "أذربيجان" && $0.codePoints == 0..<8 })
    }
}
