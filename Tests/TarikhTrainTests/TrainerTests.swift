import Articles
import Testing
import TextAnalysis

@testable import Extraction
@testable import tarikh_train

/// Training on a few sentences of our own.
struct TrainerTests {
    private static let people = ["Ada Quill", "Bram Oster", "Cleo Varn", "Dina Holt"]
    private static let towns = ["Larkham", "Westrow", "Otterby", "Pinsley"]

    private static var file: String {
        var lines = ""
        for (person, town) in zip(people, towns) {
            let names = person.split(separator: " ")
            lines +=
                "Yesterday\tO\nMr\tO\n\(names[0])\tB-PER\n\(names[1])\tI-PER\nwent\tO\nto\tO\n\(town)\tB-LOC\n.\tO\n\n"
            lines +=
                "The\tO\ntown\tO\nof\tO\n\(town)\tB-LOC\nwelcomed\tO\nMr\tO\n\(names[1])\tB-PER\n.\tO\n\n"
        }
        return lines
    }

    private func trained(
        seed: UInt64 = 1, rules: [String] = [], file: String = Self.file
    ) throws -> SequenceModel {
        let labels = try #require(LabelSet(types: ["PER", "LOC"]))
        var options = Trainer.Options()
        options.perceptron.seed = seed
        options.articleLength = 2
        options.parts = 2
        options.runs = 2
        options.leastSeen = 1
        options.smallestWeight = 0.1
        var trainer = Trainer(
            language: .english, labels: labels, extractor: FeatureExtractor(language: "en"), options: options
        ) { _ in }
        let source = Trainer.Source(
            sentences: Sentence.sentences(in: file), map: try LabelMap(rules, types: labels.types), weight: 1)
        return try trainer.train([source], heldOut: [source])
    }

    private func mentions(_ text: String, _ model: SequenceModel) throws -> [String] {
        let bytes = Array(text.utf8)
        let block = Block(
            kind: .paragraph, range: 0..<bytes.count, language: .english, direction: .leftToRight)
        let article = Article(text: bytes, language: .english, direction: .leftToRight, blocks: [block])
        let tagger = EntityTagger(gazetteer: .empty, model: try EntityModel(languages: [model]), rules: [])
        return tagger.tag(article).mentions.map { "\($0.kind.rawValue):\(article.string($0.range))" }
    }

    @Test func `a model learns what stands where`() throws {
        let model = try trained()
        #expect(
            try mentions("Yesterday Mr Egon Tarr went to Quarrow .", model) == [
                "person:Egon Tarr", "place:Quarrow",
            ])
    }

    @Test func `the same sentences give the same bytes, another seed others`() throws {
        let first = try EntityModel(languages: [trained()]).file
        #expect(try EntityModel(languages: [trained()]).file == first)
        #expect(try EntityModel(languages: [trained(seed: 2)]).file != first)
    }

    @Test func `labels are mapped, and what is not is no name`() throws {
        let file = Self.file.replacing("-LOC", with: "-Town")
        let mapped = try trained(rules: ["TOWN=LOC"], file: file)
        #expect(try mentions("Yesterday Mr Egon Tarr went to Quarrow .", mapped).contains("place:Quarrow"))
        let unmapped = try trained(file: file)
        #expect(try mentions("Yesterday Mr Egon Tarr went to Quarrow .", unmapped) == ["person:Egon Tarr"])
    }

    @Test func `sentences without names teach nothing`() {
        #expect(throws: TrainingError.self) { try trained(file: "one\tO\ntwo\tO\n") }
    }

    @Test(arguments: ["LOC", "=LOC", "A=NOPE", "A=LOC|NOPE"])
    func `a rule that can't be read is refused`(_ rule: String) {
        #expect(throws: TrainingError.self) { try LabelMap([rule], types: ["PER", "LOC"]) }
    }

    @Test func `a rule holds for its set, and leaves a choice where it says so`() throws {
        let rules = ["a:MISC=LOC|O", "a:?PER", "b:MISC=PER"]
        let labels = try #require(LabelSet(types: ["PER", "LOC"]))
        let map = try LabelMap(rules, set: "a", types: labels.types)
        #expect(map.types(of: "misc") == ["LOC", "O"])
        let masks = map.masks([(tokens: 1..<2, label: "MISC")], count: 2, labels)
        let person = [LabelSet.single(0), LabelSet.begin(0), LabelSet.inner(0), LabelSet.end(0)]
        #expect(masks[0] == person.reduce(1) { $0 | 1 << UInt32($1) })
        #expect(masks[1] == 1 | 1 << UInt32(LabelSet.single(1)))
        #expect(try LabelMap(rules, set: "b", types: labels.types).types(of: "MISC") == ["PER"])
    }

    @Test func `numbers of the generator are those of its authors`() {
        var random = RandomNumbers(seed: 1_234_567)
        #expect(random.next() == 6_457_827_717_110_365_317)
        #expect(random.next() == 3_203_168_211_198_807_973)
    }
}
