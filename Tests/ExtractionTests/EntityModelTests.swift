import Articles
import Testing
import TextAnalysis

@testable import Extraction

/// Model files: written, read back, and refused when anything of them is wrong.
struct EntityModelTests {
    /// A model that takes every capitalised word after "Mayor" for a person.
    private static func model() throws -> EntityModel {
        let labels = try #require(LabelSet(types: ["PER"]))
        let lists = WordLists(
            clusters: [(word: "mayor", numbers: [3, 700])], phrases: [(name: "New York", classes: [1, 7])],
            frequencies: [(word: "the", step: 15)])
        var extractor = FeatureExtractor(language: "en", lists: lists)
        let keys = extractor.read(TestArticle.make("Mayor", .english))
        // The features of the token after "Mayor", and the bias of every token.
        let word = FeatureKey.make(.word, NameKey.hash(Array("mayor".utf8))) | 3
        let bias = FeatureKey.make(.bias, 0) | 2
        #expect(keys.keys.contains { $0.contains(bias) })
        let single = UInt8(LabelSet.single(0))
        return try EntityModel(languages: [
            extractor.model(
                labels: labels,
                weights: [(word, [(label: single, weight: 100)]), (bias, [(label: 0, weight: 20)])],
                transitions: Array(repeating: Array(repeating: 0, count: 32), count: 32), scale: 0.25)
        ])
    }

    private func people(_ text: String, _ model: EntityModel) -> [String] {
        let article = TestArticle.make(text, .english)
        return EntityTagger(gazetteer: .empty, model: model, rules: []).tag(article).mentions
            .map { "\($0.kind.rawValue):\(article.string($0.range))" }
    }

    @Test func `a model that was written is read back`() throws {
        let model = try Self.model()
        let read = try EntityModel(file: model.file)
        #expect(read.file == model.file)
        #expect(read.languages.map(\.language) == ["en"])
        #expect(people("Then Mayor Quill spoke.", read) == ["person:Quill"])
        #expect(people("Then Quill spoke.", read).isEmpty)
    }

    @Test func `what the lists say is read back`() throws {
        let lists = try #require(try EntityModel(file: Self.model().file).languages.first).lists
        let first = NameKey.hash(Array("new".utf8))
        #expect(lists.reach(first) == 2)
        #expect(lists.classes(NameKey.joined(first, NameKey.hash(Array("york".utf8)))) == 1 << 1 | 1 << 7)
        #expect(lists.clusters(NameKey.hash(Array("mayor".utf8))) == SIMD4(3, 700, 0, 0))
        #expect(lists.frequency(NameKey.hash(Array("the".utf8))) == 15)
        #expect(lists.frequency(first) == 0)
    }

    @Test func `a model cut off anywhere is refused`() throws {
        let file = try Self.model().file
        for count in stride(from: 0, to: file.count, by: 7) {
            #expect(throws: EntityModelError.self) { try EntityModel(file: Array(file.prefix(count))) }
        }
        #expect(throws: EntityModelError.damaged) { try EntityModel(file: file + [0]) }
    }

    @Test func `a model with any byte changed is refused`() throws {
        let file = try Self.model().file
        for offset in stride(from: 0, to: file.count, by: 5) {
            var damaged = file
            damaged[offset] ^= 0x41
            #expect(throws: EntityModelError.self) { try EntityModel(file: damaged) }
        }
    }

    @Test func `a foreign file and another version are told apart`() throws {
        #expect(throws: EntityModelError.foreign) {
            try EntityModel(file: Array("%PDF-1.7 and more of it".utf8))
        }
        var file = try Self.model().file
        file[8] = 9
        #expect(throws: EntityModelError.version(9)) { try EntityModel(file: file) }
    }

    @Test func `tables whose offsets lead nowhere are read without a trap`() {
        let key: UInt64 = 0x1234_5678_9abc_def8
        for offsets: [UInt32] in [[0, 9], [7, 2], [.max, .max], [0, .max], [3, 3]] {
            for count: UInt8 in [0, 1, 255] {
                let mark = (0..<3).map { UInt8(truncatingIfNeeded: key >> UInt64(40 + 8 * $0)) }
                let table = PackedTable(bits: 0, offsets: offsets, records: mark + [count, 1, 2])
                _ = table.forEach(key) { _, _ in }
                _ = table.place(of: key).map { table.touch([(place: $0, token: 0)], 1) }
            }
        }
    }

    @Test func `every key of a table is found with its pairs`() {
        let entries = (1...5_000).map { number in
            (key: NameKey.finished(UInt64(number)) & ~7, pairs: [(UInt8(number & 0xff), UInt8(number >> 8))])
        }
        let table = PackedTable(entries)
        for (key, pairs) in entries {
            var found: [UInt8] = []
            #expect(table.forEach(key) { found += [$0, $1] })
            #expect(found == [pairs[0].0, pairs[0].1])
        }
        let strangers = (6_000..<16_000).count { number in
            table.forEach(NameKey.finished(UInt64(number)) & ~7) { _, _ in }
        }
        #expect(strangers <= 2)
    }

    @Test func `two models of one language are refused`() throws {
        let model = try #require(try Self.model().languages.first)
        #expect(throws: EntityModelError.twice("en")) { try EntityModel(languages: [model, model]) }
    }

    @Test func `the built-in model reads, and is not larger than it may be`() throws {
        let model = EntityModel.builtIn
        #expect(model.languages.map(\.language) == ["ar", "en", "fa"])
        #expect(model.file.count <= 15_000_000)
    }
}
