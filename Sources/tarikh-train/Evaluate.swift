import ArgumentParser
import Articles
import Extraction
import Foundation
import TextAnalysis

struct Evaluate: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Prints exact-match precision, recall and F1.",
        discussion: """
            Files are CoNLL columns: UTF-8, a token, a TAB and its label (BIO) on each line, an empty line after each \
            sentence. Labels are read as the tagger's kinds: PER and Person as person; LOC, GPE, FAC and Location as \
            place; ORG and Organisation as org; PROD and Weapon as product; EVENT as event. Every other label is left \
            out of the count, and so are the tagger's adjectives.
            """)

    @Option(help: "A gazetteer file that extends the built-in one.")
    var gazetteer: String?

    @Argument(help: "Files; - is standard input.")
    var files: [String]

    func run() throws {
        var names = Gazetteer()
        if let gazetteer {
            names = try names.extended(
                with: Array(Data(contentsOf: URL(filePath: gazetteer))), name: gazetteer)
        }
        let tagger = EntityTagger(gazetteer: names)
        for file in files {
            let data =
                file == "-"
                ? FileHandle.standardInput.readDataToEndOfFile() : try Data(contentsOf: URL(filePath: file))
            var score = Score()
            for sentence in Sentence.sentences(in: String(decoding: data, as: UTF8.self)) {
                score.add(gold: sentence.names, found: found(tagger, sentence))
            }
            print(file)
            print(score.table)
        }
    }

    private func found(_ tagger: EntityTagger, _ sentence: Sentence) -> Set<Sentence.Name> {
        let text = sentence.text
        guard !text.isEmpty else { return [] }
        let language = LanguageDetector().language(of: text)
        let direction = language.direction
        let block = Block(kind: .paragraph, range: 0..<text.count, language: language, direction: direction)
        let article = Article(text: text, language: language, direction: direction, blocks: [block])
        let mentions = tagger.tag(article).mentions.filter { $0.form != .adjective && $0.form != .noun }
        return Set(mentions.map { Sentence.Name(tokens: sentence.tokens(in: $0.range), kind: $0.kind) })
    }
}

extension Language {
    fileprivate var direction: TextDirection {
        self == .arabic || self == .persian ? .rightToLeft : .leftToRight
    }
}
