import ArgumentParser
import Articles
import Extraction
import TextAnalysis

struct Evaluate: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Prints exact-match precision, recall and F1.",
        discussion: """
            Files are CoNLL columns. Labels are read as the tagger's kinds: PER and Person as person; LOC, GPE, FAC and \
            Location as place; ORG and Organisation as org; PROD, WORK and Weapon as product; EVENT as event. Every other \
            label is left out of the count, and so are the tagger's adjectives. A mention is the tokens that it touches.
            """)

    @Option(help: "A gazetteer file that extends the built-in one.")
    var gazetteer: String?

    @Option(help: "A model file instead of the built-in one.")
    var model: String?

    @Flag(help: "Use no model.")
    var rulesOnly = false

    @Option(
        help: ArgumentHelp(
            "Leave out a rule: gazetteer, titles, given-names, organisations, events, latin-names, acronyms or repeats.",
            valueName: "rule"))
    var without: [Rule] = []

    @Option(help: "Sentences that are read as one article.")
    var articleLength = 1

    @Option(help: "The language of the files: ar, en or fa; default: as detected in each article.")
    var language: String?

    @Flag(help: "Print what was missed and what was found wrongly.")
    var errors = false

    @Argument(help: "Files; - is standard input.")
    var files: [String]

    func run() throws {
        let model =
            rulesOnly ? EntityModel.none : try model.map { try EntityModel(file: try Files.bytes($0)) }
        let tagger = EntityTagger(
            gazetteer: try Files.gazetteer(gazetteer), model: model ?? EntityModel.builtIn,
            rules: without.reduce(NameRules.all) { $0.subtracting($1.rules) })
        for file in files {
            var score = Score()
            let sentences = Sentence.sentences(in: try Files.text(file)).filter { !$0.text.isEmpty }
            for start in stride(from: 0, to: sentences.count, by: max(1, articleLength)) {
                let end = min(start + max(1, articleLength), sentences.count)
                evaluate(sentences[start..<end], tagger, &score)
            }
            print(file)
            print(score.table)
        }
    }

    enum Rule: String, ExpressibleByArgument, CaseIterable {
        case gazetteer, titles, organisations, events, acronyms, repeats, all
        case givenNames = "given-names"
        case latinNames = "latin-names"

        var rules: NameRules {
            switch self {
            case .gazetteer: .gazetteer
            case .titles: .titles
            case .organisations: .organisations
            case .events: .events
            case .acronyms: .acronyms
            case .repeats: .repeats
            case .givenNames: .givenNames
            case .latinNames: .latinNames
            case .all: .all
            }
        }
    }

    private func evaluate(_ sentences: ArraySlice<Sentence>, _ tagger: EntityTagger, _ score: inout Score) {
        let detected = LanguageDetector().language(of: sentences.flatMap { $0.text + [0x0a] })
        let article = TrainingText.article(sentences, language.flatMap(Language.init(tag:)) ?? detected)
        let mentions = tagger.tag(article).mentions
        for (sentence, block) in zip(sentences, article.blocks) {
            var found: Set<Score.Name> = []
            for mention in mentions
            where mention.form != .adjective && mention.form != .noun && block.range.overlaps(mention.range) {
                let range =
                    mention.range.lowerBound - block.range.lowerBound..<mention.range.upperBound
                    - block.range.lowerBound
                found.insert(Score.Name(tokens: sentence.tokens(in: range), kind: mention.kind))
            }
            let gold = Set(
                sentence.names.compactMap { name in
                    Score.kind(of: name.label).map { Score.Name(tokens: name.tokens, kind: $0) }
                })
            score.add(gold: gold, found: found)
            if errors { report(sentence, gold, found) }
        }
    }

    private func report(_ sentence: Sentence, _ gold: Set<Score.Name>, _ found: Set<Score.Name>) {
        func text(_ name: Score.Name) -> String {
            let bytes = name.tokens.map { sentence.text[sentence.ranges[$0]] }.joined(separator: [0x20])
            return name.kind.rawValue + "\t" + String(decoding: Array(bytes), as: UTF8.self)
        }
        let (missed, wrong) = (gold.subtracting(found), found.subtracting(gold))
        guard !missed.isEmpty || !wrong.isEmpty else { return }
        print("=", String(decoding: sentence.text, as: UTF8.self))
        for line in missed.map({ "-\t" + text($0) }).sorted() + wrong.map({ "+\t" + text($0) }).sorted() {
            print(line)
        }
    }
}
