package import TextAnalysis

/// Finds a query's words in a text, by the analysis that indexed it.
package struct Highlighter: Sendable {
    package struct Match: Sendable, Hashable {
        /// UTF-8 bytes of the text given.
        package var range: Range<Int>
        /// The query's term that it matches, folded; of a phrase, its words.
        package var term: String
        /// `nil` for what was typed; for what else was looked for, why: `alias:Azerbaijan`.
        package var reason: String?

        package init(range: Range<Int>, term: String, reason: String? = nil) {
            self.range = range
            self.term = term
            self.reason = reason
        }
    }

    /// For each stem, the words of the query that it stands for.
    private var stems: [[UInt8]: [Int]] = [:]
    /// By word of the query, its only forms, if it has not all those of its stem.
    private var forms: [[[UInt8]]?] = []
    private var prefixes: [Sought] = []
    /// Single words and phrases.
    private var sequences: [Sequence] = []

    private struct Sought: Sendable {
        var bytes: [UInt8]
        var term: String
        var reason: String?
    }

    /// What must be found one after the other.
    private struct Sequence: Sendable {
        /// The numbers of its words.
        var words: Range<Int>
        var term: String
        var reason: String?
    }

    /// What begins at a word.
    private struct Found {
        /// Words.
        var count: Int
        var term: String
        var reason: String?

        func isBetter(than other: Found) -> Bool {
            if (reason == nil) != (other.reason == nil) { return reason == nil }
            return count > other.count
        }
    }

    /// Words that the query excludes are not looked for.
    package init(_ query: Query) {
        query.root.forEachPositive { node, reason in
            switch node {
            case .term(let term): add([term], reason)
            case .phrase(let terms): add(terms, reason)
            case .near(let terms, _): for term in terms { add([term], reason) }
            case .prefix(let term):
                prefixes.append(Sought(bytes: term.surface, term: term.folded, reason: reason))
            case .all, .any, .auto, .not, .filter, .best: break
            }
        }
    }

    private mutating func add(_ terms: [QueryTerm], _ reason: String?) {
        let start = forms.count
        for term in terms {
            for stem in term.stems { stems[stem, default: []].append(forms.count) }
            forms.append(term.forms)
        }
        sequences.append(
            Sequence(
                words: start..<forms.count, term: terms.map(\.folded).joined(separator: " "), reason: reason))
    }

    /// In the order of the text, none inside another: of several that begin with the same word, the longest; what was typed before
    /// what else was looked for.
    package func matches(in text: [UInt8], language: Language) -> [Match] {
        var words: [(range: Range<Int>, found: [Int], prefix: Int?)] = []
        Analyzer(language).forEachTerm(in: text) { range, surface, stem in
            let prefix = prefixes.firstIndex {
                surface.starts(with: $0.bytes) || stem.starts(with: $0.bytes)
            }
            words.append((range, numbers(surface, stem), prefix))
        }
        var matches: [Match] = []
        var index = 0
        while index < words.count {
            let word = words[index]
            var best = word.prefix.map {
                Found(count: 1, term: prefixes[$0].term, reason: prefixes[$0].reason)
            }
            if !word.found.isEmpty {
                for sequence in sequences {
                    let found = Found(
                        count: sequence.words.count, term: sequence.term, reason: sequence.reason)
                    let end = index + found.count
                    guard end <= words.count, best.map(found.isBetter) ?? true else { continue }
                    let isMatch = zip(words[index..<end], sequence.words).allSatisfy { $0.found.contains($1) }
                    if isMatch { best = found }
                }
            }
            if let best {
                let last = words[index + best.count - 1].range
                matches.append(
                    Match(
                        range: word.range.lowerBound..<last.upperBound, term: best.term, reason: best.reason))
            }
            index += best?.count ?? 1
        }
        return matches
    }

    /// The words of the query that a word of a text is.
    private func numbers(_ surface: [UInt8], _ stem: [UInt8]) -> [Int] {
        let found = stems[AnalyzedText.cut(stem)] ?? []
        if found.isEmpty { return found }
        return found.filter { forms[$0]?.contains(AnalyzedText.cut(surface)) ?? true }
    }

    /// The part of `text` of at most `length` code points with the most distinct terms, cut at sentences or words: UTF-8 bytes.
    package func snippet(of text: [UInt8], matches: [Match], length: Int) -> Range<Int> {
        SnippetCutter(text, length: length).snippet(of: matches)
    }
}
