import Articles
import GRDB
import TestSupport
import Testing
import TextAnalysis

@testable import ArticleStore

/// Entities are found while their names are typed.
struct SuggestionTests {
    private static let salman = NamedSamples.entity(
        "n_mbs", "محمد بن سلمان", aliases: [NamedSamples.translation("Mohammed bin Salman")])
    private static let egypt = NamedSamples.entity(
        "n_egypt", "مصر", kind: .place,
        aliases: [
            NamedSamples.translation("Egypt"), NamedSamples.translation("مصر", .persian),
            Entity.Alias(text: "جمهورية مصر العربية", language: .arabic, kind: .official),
        ])
    private static let bank = NamedSamples.entity("n_bank", "البنك المركزي المصري", kind: .organisation)
    private static let masri = NamedSamples.entity("n_masri", "مصري محمد")
    private static let raisi = NamedSamples.entity(
        "n_raisi", "ابراهیم رئیسی", .persian, aliases: [NamedSamples.translation("إبراهيم رئيسي", .arabic)])

    private static func store(_ folder: TemporaryFolder) throws -> ArticleStore {
        let store = try ArticleStore(folder: folder.path, access: .readWrite)
        let all = [egypt, bank, salman, masri, raisi]
        // The first is in five articles, the last in one.
        _ = try store.insert((1...5).map { NamedSamples.article([[Array(all.prefix($0))]], number: $0) })
        return store
    }

    private static func ids(
        _ store: ArticleStore, _ prefix: String, _ reach: NameReach = .alias, kinds: [Entity.Kind] = [],
        limit: Int = 10
    ) throws -> [String] {
        try store.suggestions(prefix, reach: reach, kinds: kinds, limit: limit).items.map(\.entity.entity.id)
    }

    @Test(arguments: [
        ("م", ["n_egypt", "n_bank", "n_mbs", "n_masri"]), ("مصر", ["n_egypt", "n_bank", "n_masri"]),
        ("مُحَمَّد", ["n_mbs", "n_masri"]), ("محمد ب", ["n_mbs"]), ("بن سل", ["n_mbs"]),
        ("MOHAMMED B", ["n_mbs"]),
        ("mohammed-bin", ["n_mbs"]), ("eg", ["n_egypt"]), ("بنك", ["n_bank"]), ("البنك", ["n_bank"]),
        ("رييسي", ["n_raisi"]), ("ابراهيم", ["n_raisi"]), ("ابراهیم", ["n_raisi"]), ("سلمانx", []),
        ("لمان", []),
        ("«", []), ("جمهورية مصر", ["n_egypt"]),
    ])
    func `by the beginning of any word of any name`(prefix: String, ids: [String]) throws {
        let folder = try TemporaryFolder()
        #expect(try Self.ids(Self.store(folder), prefix) == ids)
    }

    @Test func `the answer says which name it was`() throws {
        let folder = try TemporaryFolder()
        let store = try Self.store(folder)
        func match(_ prefix: String, _ reach: NameReach = .alias) throws -> NameMatch? {
            try store.suggestions(prefix, reach: reach, kinds: [], limit: 1).items.first?.match
        }
        #expect(
            try match("Egypt")
                == NameMatch(text: "Egypt", language: .english, kind: .translation, extent: .exact))
        #expect(
            try match("egy")
                == NameMatch(text: "Egypt", language: .english, kind: .translation, extent: .prefix))
        #expect(
            try match("bin")
                == NameMatch(
                    text: "Mohammed bin Salman", language: .english, kind: .translation, extent: .word))
        #expect(try match("مصر") == NameMatch(text: "مصر", language: .arabic, kind: nil, extent: .exact))
        #expect(
            try match("Ebrahim Raisi", .translit)
                == NameMatch(text: "ابراهیم رئیسی", language: .persian, kind: nil, extent: .sound))
    }

    @Test func `reach and kinds narrow or widen it`() throws {
        let folder = try TemporaryFolder()
        let store = try Self.store(folder)
        #expect(try Self.ids(store, "Egypt", .off) == [])
        #expect(try Self.ids(store, "جمهور", .off) == ["n_egypt"])
        #expect(try Self.ids(store, "Ebrahim") == [])
        #expect(try Self.ids(store, "Ebrahim Ra", .translit) == ["n_raisi"])
        #expect(try Self.ids(store, "م", kinds: [.organisation, .place]) == ["n_egypt", "n_bank"])
        #expect(try Self.ids(store, "م", limit: 2) == ["n_egypt", "n_bank"])
    }

    @Test func `what is named equally often comes by how close it is`() throws {
        let folder = try TemporaryFolder()
        let store = try ArticleStore(folder: folder.path, access: .readWrite)
        let names = ["حسن سامي", "علي سام", "سامي", "سامية حسن", "رامي"]
        let entities = names.enumerated().map { NamedSamples.entity("n_\($0)", $1) }
        _ = try store.insert([NamedSamples.article([[entities]], number: 1)])
        #expect(try Self.ids(store, "سامي") == ["n_2", "n_3", "n_0"])
    }

    @Test func `names go with their entities`() throws {
        let folder = try TemporaryFolder()
        let store = try ArticleStore(folder: folder.path, access: .readWrite)
        let added = try store.insert([
            NamedSamples.article([[[Self.egypt, Self.salman]]], number: 1),
            NamedSamples.article([[[Self.egypt]]], number: 2),
        ])
        _ = try store.delete(added[0].id)
        #expect(try Self.ids(store, "Mohammed", .translit) == [])
        #expect(try Self.ids(store, "Egypt") == ["n_egypt"])
        #expect(try store.check() == [])
        _ = try store.insert([NamedSamples.article([[[Self.salman]]], number: 3)])
        #expect(try Self.ids(store, "bin") == ["n_mbs"])
        #expect(try store.check() == [])
    }

    @Test(arguments: [
        "DELETE FROM name_tail WHERE tail = 'bin salman'", "UPDATE unit_count SET blocks = blocks + 1",
        "UPDATE unit_total SET sentences = 0", "DELETE FROM article_unit WHERE article = 2",
        "UPDATE article_unit SET record = X'05'",
    ])
    func `a check finds what is wrong`(damage: String) throws {
        let folder = try TemporaryFolder()
        try Self.store(folder).close()
        let database = try DatabaseQueue(path: folder.path + "/tarikh.sqlite")
        try database.write { try $0.execute(sql: damage) }
        try database.close()
        #expect(try !ArticleStore(folder: folder.path, access: .readWrite).check().isEmpty)
    }

    @Test func `of very many names the most frequent come first`() throws {
        let folder = try TemporaryFolder()
        let store = try ArticleStore(folder: folder.path, access: .readWrite)
        let entities = (0..<2500).map {
            NamedSamples.entity("n_\($0)", "\($0 % 2 == 0 ? "سامي" : "ليلى") رقم\($0)")
        }
        // All once, some again, the more often the higher their number.
        var blocks = stride(from: 0, to: 2500, by: 100).map { Array(entities[$0..<$0 + 100]) }
        for times in 1...12 { blocks.append(Array(entities[(2400 + times * 5)...])) }
        _ = try store.insert(blocks.enumerated().map { NamedSamples.article([[$1]], number: $0) })
        var articles: [String: Int] = [:]
        for entity in blocks.joined() { articles[entity.id, default: 0] += 1 }
        for prefix in ["ر", "رق", "س", "سامي", "رقم24", "رقم2499"] {
            let found = try store.suggestions(prefix, reach: .alias, kinds: [], limit: 20)
            let matching = entities.filter { $0.label.hasPrefix(prefix) || $0.label.contains(" " + prefix) }
            let counts = matching.map { articles[$0.id] ?? 0 }.sorted(by: >)
            #expect(found.isComplete)
            #expect(found.items.map(\.entity.articleCount) == Array(counts.prefix(20)))
            #expect(Set(found.items.map(\.entity.entity.id)).isSubset(of: Set(matching.map(\.id))))
        }
    }
}
