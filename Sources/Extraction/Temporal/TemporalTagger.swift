package import Articles
import TextAnalysis

/// Finds and reads the expressions of time of an article.
package struct TemporalTagger: Sendable {
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
        var passes = Passes()
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
                            date: reading.date, block: index, rule: reading.rule))
                }
            }
        }
        return (expressions, passes.steps)
    }
}

/// What reading with one lexicon needs, kept from block to block.
private struct Pass {
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

private struct Passes {
    private var passes: [Language: Pass] = [:]

    var steps: Int { passes.values.reduce(0) { $0 + $1.matcher.steps } }

    mutating func use(_ language: Language, _ body: (inout Pass) -> Void) {
        body(&passes[language, default: Pass(.of(language))])
    }
}
