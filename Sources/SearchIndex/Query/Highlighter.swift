package import TextAnalysis

/// Finds a query's words in a text, by the analysis that indexed it.
package struct Highlighter: Sendable {
    package struct Match: Sendable, Hashable {
        /// UTF-8 bytes of the text given.
        package var range: Range<Int>
        /// The query's term that it matches, folded; of a phrase, its words.
        package var term: String

        package init(range: Range<Int>, term: String) {
            self.range = range
            self.term = term
        }
    }

    /// For each stem, the words of the query that it stands for.
    private var stems: [[UInt8]: [Int]] = [:]
    private var prefixes: [(bytes: [UInt8], term: String)] = []
    /// Single words and phrases.
    private var sequences: [Sequence] = []

    /// What must be found one after the other.
    private struct Sequence: Sendable {
        /// The numbers of its words.
        var words: [Int]
        var term: String
    }

    /// Words that the query excludes are not looked for.
    package init(_ query: Query) {
        var count = 0
        query.root.forEachPositive { node in
            switch node {
            case .term(let term): add([term], &count)
            case .phrase(let terms): add(terms, &count)
            case .near(let terms, _): for term in terms { add([term], &count) }
            case .prefix(let term): prefixes.append((term.surface, term.folded))
            case .all, .any, .auto, .not, .filter, .best: break
            }
        }
    }

    private mutating func add(_ terms: [QueryTerm], _ count: inout Int) {
        for term in terms {
            for stem in term.stems { stems[stem, default: []].append(count) }
            count += 1
        }
        sequences.append(
            Sequence(
                words: Array(count - terms.count..<count), term: terms.map(\.folded).joined(separator: " ")))
    }

    /// In the order of the text, none inside another: of several that begin with the same word, the longest.
    package func matches(in text: [UInt8], language: Language) -> [Match] {
        var words: [(range: Range<Int>, found: [Int], prefix: Int?)] = []
        Analyzer(language).forEachTerm(in: text) { range, surface, stem in
            let prefix = prefixes.firstIndex { surface.starts(with: $0.bytes) || stem.starts(with: $0.bytes) }
            words.append((range, stems[AnalyzedText.cut(stem)] ?? [], prefix))
        }
        var matches: [Match] = []
        var index = 0
        while index < words.count {
            let word = words[index]
            var best: (count: Int, term: String)?
            if let prefix = word.prefix { best = (1, prefixes[prefix].term) }
            if !word.found.isEmpty {
                for sequence in sequences where sequence.words.count > best?.count ?? 0 {
                    let end = index + sequence.words.count
                    guard end <= words.count else { continue }
                    let isMatch = zip(words[index..<end], sequence.words).allSatisfy { $0.found.contains($1) }
                    if isMatch { best = (sequence.words.count, sequence.term) }
                }
            }
            if let best {
                let last = words[index + best.count - 1].range
                matches.append(Match(range: word.range.lowerBound..<last.upperBound, term: best.term))
            }
            index += best?.count ?? 1
        }
        return matches
    }

    /// The part of `text` of at most `length` code points with the most distinct terms, cut at sentences or words: UTF-8 bytes.
    package func snippet(of text: [UInt8], matches: [Match], length: Int) -> Range<Int> {
        SnippetCutter(text, length: length).snippet(of: matches)
    }
}
