import ArgumentParser
import Extraction
import Foundation
import TextAnalysis

struct Train: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Trains a model of one language.",
        discussion: """
            FAC are facilities, PROD products and works, NORP nationalities and groups. Labels PERSON, ORGANISATION, GPE, LOCATION, WORK, WEAPON, MILITARYPLATFORM and NATIONALITY are read as those; what \
            else a label means is said with --map, and labels that nothing is said of are no names.

            The same files in the same order with the same options give the same bytes.
            """)

    @Option(help: "The language: ar, en or fa.")
    var language: String

    @Option(help: "The file to write.")
    var output: String

    @Option(
        name: .customLong("map"),
        help: ArgumentHelp(
            "What a label means: FROM=TO, FROM=TO|TO|O for one of several, SET:?TYPE for a type that a set does not mark.",
            valueName: "[set:]rule"))
    var rules: [String] = []

    @Option(
        name: .customLong("weight"),
        help: ArgumentHelp("How much an error in a set weighs; 1 by default.", valueName: "set=number"))
    var weights: [String] = []

    @Option(
        help:
            "A file of word clusters: on each line a word, a TAB and one to four numbers with spaces between."
    )
    var clusters: String?

    @Option(help: "A file of names: on each line a name, a TAB and its classes, a letter each.")
    var names: String?

    @Option(help: "A file of frequencies: on each line a word, a TAB and a number from 1 to 100.")
    var frequencies: String?

    @Option(
        help:
            "The types of names, at most seven: PER, ORG, LOC, FAC, PROD, EVENT, NORP, and MISC, which is not put out."
    )
    var types = "PER,ORG,LOC,FAC,PROD,EVENT,NORP"

    @Option(help: "How often all sentences are gone through.")
    var rounds = 12

    @Option(help: "The seed of the order of sentences.")
    var seed: UInt64 = 1

    @Option(help: "What O is given at each name while training, so that fewer names are missed.")
    var missCost: Float = 0

    @Option(help: "What another type is given at each name while training.")
    var typeCost: Float = 0

    @Option(help: "Sentences that are read as one article.")
    var articleLength = 12

    @Option(help: "Parts for the first pass; 1 for a model without a second pass.")
    var parts = 4

    @Option(help: "How many models are trained in different orders, of whose weights the mean is taken.")
    var runs = 1

    @Option(help: "Features that were seen less often are left out.")
    var leastSeen: Int32 = 2

    @Option(help: "Smaller weights are left out.")
    var smallest: Float = 0.5

    @Option(help: ArgumentHelp("Files of sentences that are only measured.", valueName: "[set=]file"))
    var heldOut: [String] = []

    @Argument(
        help: ArgumentHelp("Files of sentences, with the name of their set before.", valueName: "[set=]file"))
    var files: [String]

    func run() throws {
        guard let language = Language(tag: language) else { throw TrainingError.language(language) }
        guard let labels = LabelSet(types: types.split(separator: ",").map(String.init)) else {
            throw TrainingError.types
        }
        let extractor = FeatureExtractor(
            language: language.code,
            lists: try ListFiles.read(clusters: clusters, names: names, frequencies: frequencies))
        var options = Trainer.Options()
        options.perceptron.rounds = rounds
        options.perceptron.seed = seed
        options.perceptron.missCost = missCost
        options.perceptron.typeCost = typeCost
        options.articleLength = max(1, articleLength)
        options.parts = parts
        options.runs = runs
        options.smallestWeight = smallest
        options.leastSeen = leastSeen
        let start = Date()
        var trainer = Trainer(language: language, labels: labels, extractor: extractor, options: options) {
            line in
            Files.report(String(format: "%6.1f s  ", -start.timeIntervalSinceNow) + line)
        }
        let model = try EntityModel(languages: [
            try trainer.train(
                try sources(files, labels), heldOut: try sources(heldOut, labels))
        ])
        let file = model.file
        try Data(file).write(to: URL(filePath: output))
        Files.report("\(output): \(file.count) bytes")
    }

    private func sources(_ files: [String], _ labels: LabelSet) throws -> [Trainer.Source] {
        try files.map { argument in
            let (set, path) = Files.set(argument)
            let weight = weights.last { $0.hasPrefix("\(set)=") }.flatMap {
                Float($0.dropFirst(set.count + 1))
            }
            return Trainer.Source(
                sentences: Sentence.sentences(in: try Files.text(path)),
                map: try LabelMap(rules, set: set, types: labels.types),
                weight: weight ?? 1)
        }
    }
}
