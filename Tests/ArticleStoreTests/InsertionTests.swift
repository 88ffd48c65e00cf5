import ArticleStore
import Articles
import Testing

struct InsertionTests {
    let folder: TemporaryFolder
    let store: ArticleStore

    init() throws {
        folder = try TemporaryFolder()
        store = try ArticleStore(folder: folder.path + "/data", access: .readWrite)
    }

    func found<Item>(_ lookup: ArticleStore.Lookup<Item>) throws -> Item {
        guard case .found(let item) = lookup else { throw StoreError.failed("not found") }
        return item
    }

    @Test func `an article comes back as it was given`() throws {
        var metadata = ArticleMetadata(title: "عنوان", url: "https://example.org/1", externalID: "x1")
        metadata.source = "وكالة"
        metadata.publishedAt = 1_700_000_000
        metadata.tags = ["a", "ب"]
        let given = Samples.article("وقعت", year: 1992, metadata: metadata)
        let insertion = try #require(try store.insert([given]).first)
        #expect(insertion.outcome == .created)
        let stored = try found(store.article(insertion.id))
        #expect(stored.article == given.article)
        #expect(stored.annotations == given.annotations)
        #expect(stored.revision == 1)
        #expect(try found(store.text(insertion.id)) == given.article.text)
    }

    @Test func `the same text twice is one article`() throws {
        let given = Samples.article("وقعت", year: 1992)
        let insertions = try store.insert([given, given])
        #expect(insertions.map(\.outcome) == [.created, .unchanged])
        #expect(insertions[0].id == insertions[1].id)
        #expect(try store.insert([given]) == [Insertion(id: insertions[0].id, outcome: .unchanged)])
        #expect(try store.existing(given.article)?.outcome == .unchanged)
        #expect(try store.statistics().articles == 1)
    }

    @Test func `the same text under another given title is another article`() throws {
        let first = Samples.article("وقعت", year: 1992, metadata: ArticleMetadata(title: "أ"))
        let second = Samples.article("وقعت", year: 1992, metadata: ArticleMetadata(title: "ب"))
        #expect(try store.insert([first, second]).map(\.outcome) == [.created, .created])
    }

    @Test func `an external id belongs to one text`() throws {
        let metadata = ArticleMetadata(externalID: "x1")
        let first = try store.insert([Samples.article("وقعت", year: 1992, metadata: metadata)])
        let second = try store.insert([Samples.article("افتتحت", year: 1993, metadata: metadata)])
        #expect(second == [Insertion(id: first[0].id, outcome: .externalIDTaken)])
        #expect(try store.statistics().articles == 1)
    }

    @Test func `counts follow insertions and deletions`() throws {
        let ids = try store.insert([
            Samples.article("وقعت", year: 1992), Samples.article("افتتحت", year: 2001),
        ]).map(\.id)
        var entity = try #require(try store.entity("n_aze"))
        #expect(entity.articleCount == 2 && entity.mentionCount == 2)
        #expect(entity.firstDate == "1992" && entity.lastDate == "2001")
        _ = try found(store.delete(ids[0]))
        entity = try #require(try store.entity("n_aze"))
        #expect(entity.articleCount == 1 && entity.firstDate == "2001")
        _ = try found(store.delete(ids[1]))
        #expect(try store.entity("n_aze") == nil)
        #expect(try store.statistics().events == 0)
        #expect(try store.check() == [])
    }

    @Test func `a deleted article stays known as deleted`() throws {
        let id = try store.insert([Samples.article("وقعت", year: 1992)])[0].id
        _ = try found(store.delete(id))
        guard case .deleted = try store.article(id) else {
            Issue.record("not deleted")
            return
        }
        guard case .deleted = try store.delete(id) else {
            Issue.record("deleted twice")
            return
        }
        guard case .unknown = try store.article("a_zzzz") else {
            Issue.record("an article that never was")
            return
        }
    }

    @Test func `a deleted text can be added again as a new article`() throws {
        let given = Samples.article("وقعت", year: 1992)
        let first = try store.insert([given])[0].id
        _ = try found(store.delete(first))
        let second = try store.insert([given])[0]
        #expect(second.outcome == .created && second.id != first)
        #expect(try store.check() == [])
    }

    @Test(arguments: ["", "a_", "a_01", "a_!", "e_1", "a_zzzzzzzzzzzzzzz", "x"])
    func `no id but an article's finds one`(_ id: String) throws {
        _ = try store.insert([Samples.article("وقعت", year: 1992)])
        guard case .unknown = try store.article(id) else {
            Issue.record("found \(id)")
            return
        }
    }
}
