import TextAnalysis

/// Analyses the words of a query. The index analysed each text by its own language, and a query does not say its own: an Arabic-script word
/// may be Arabic or Persian. So every language's stem is looked up.
struct QueryAnalysis: Sendable {
    private let arabic = Analyzer(.arabic)
    private let others = Language.allCases.filter { $0 != .arabic }.map { Analyzer($0) }

    func terms(of text: [UInt8], matching: QueryOptions.Matching = .stem) -> [QueryTerm] {
        arabic.terms(in: text).map { term in
            let surface = Array(term.surface.utf8)
            var stems = [AnalyzedText.cut(Array(term.stem.utf8))]
            for analyzer in others {
                let stem = AnalyzedText.cut(analyzer.stem(of: surface))
                if !stems.contains(stem) { stems.append(stem) }
            }
            if let other = FeminineEnding.otherStem(surface: surface, stem: stems[0]), !stems.contains(other)
            {
                stems.append(other)
            }
            return QueryTerm(
                word: String(decoding: text[term.range], as: UTF8.self), folded: term.surface,
                stem: term.stem, stems: stems, surface: AnalyzedText.cut(surface),
                forms: Self.forms(of: surface, matching))
        }
    }

    private static func forms(of surface: [UInt8], _ matching: QueryOptions.Matching) -> [[UInt8]]? {
        switch matching {
        case .stem: nil
        case .exact: [AnalyzedText.cut(surface)]
        case .folded: Clitics.forms(ofFolded: surface).map(AnalyzedText.cut)
        }
    }
}
