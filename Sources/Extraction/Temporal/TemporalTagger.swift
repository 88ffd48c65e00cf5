package import Articles
import Synchronization
import TextAnalysis

/// Finds and reads the expressions of time of an article.
package struct TemporalTagger: Sendable {
    private let workspaces = Workspaces()

    package init() {}

    /// In the order of the text, not overlapping. `documentDate` anchors what is said from the document's day; without it
    /// such expressions are left out, or keep their year open.
    package func expressions(in article: Article, documentDate: CivilDate?) -> [TemporalExpression] {
        tag(article, documentDate: documentDate).expressions
    }

    /// The same, with the work that it took: states of the automaton entered.
    package func tag(
        _ article: Article, documentDate: CivilDate?
    ) -> (expressions: [TemporalExpression], steps: Int) {
        var passes = workspaces.take()
        defer { workspaces.giveBack(passes) }
        let steps = passes.steps
        var reader = TimeReader(documentDate: documentDate)
        var expressions: [TemporalExpression] = []
        for (index, block) in article.blocks.enumerated() {
            passes.use(block.language) { pass in
                let tokens = pass.tokens(of: article, block)
                for reading in reader.readings(of: tokens, with: &pass.matcher) {
                    let words = tokens[reading.tokens]
                    guard let first = words.first, let last = words.last else { continue }
                    expressions.append(
                        TemporalExpression(
                            range: Int(first.start)..<Int(last.end), kind: reading.kind, value: reading.value,
                            date: reading.date, block: index, rule: reading.rule,
                            confidence: reading.confidence))
                }
            }
        }
        return (expressions, passes.steps - steps)
    }
}

/// What reading with one lexicon needs, kept from block to block.
private struct Pass: Sendable {
    var scanner: TimeScanner
    var matcher: TimeMatcher
    let phrases: PhraseJoiner
    let numbers: NumberJoiner

    init(_ lexicon: TimeLexicon) {
        scanner = TimeScanner(lexicon: lexicon)
        matcher = TimeMatcher(lexicon: lexicon)
        phrases = PhraseJoiner(lexicon: lexicon)
        numbers = NumberJoiner(lexicon: lexicon)
    }

    mutating func tokens(of article: Article, _ block: Block) -> [TimeToken] {
        scanner.scan(article.text.span, block.range, repairs: article.repairs)
        var tokens = scanner.tokens
        phrases.join(&tokens)
        numbers.join(&tokens)
        return tokens
    }
}

private struct Passes: Sendable {
    private var passes: [Language: Pass] = [:]

    var steps: Int { passes.values.reduce(0) { $0 + $1.matcher.steps } }

    mutating func use(_ language: Language, _ body: (inout Pass) -> Void) {
        body(&passes[language, default: Pass(.of(language))])
    }
}

/// What was needed for one article and serves the next.
private final class Workspaces: Sendable {
    /// More are not kept: as many as cores that may tag at once.
    private static let maximum = 64

    private let free = Mutex<[Passes]>([])

    func take() -> Passes {
        free.withLock { $0.popLast() } ?? Passes()
    }

    func giveBack(_ passes: Passes) {
        free.withLock { if $0.count < Self.maximum { $0.append(passes) } }
    }
}
