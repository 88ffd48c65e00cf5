import TextAnalysis

/// Remembers the stem of each surface form, by number, so that each is made once.
struct StemMemory {
    private let analyzer: Analyzer
    /// By the number of the surface form; the number of the stem plus one, or 0.
    private var stems: [UInt32] = []

    init(_ language: Language) { analyzer = Analyzer(language) }

    /// The number of the stem in `terms`.
    mutating func number(ofSurface number: UInt32, _ surface: [UInt8], in terms: inout TermTable) -> UInt32 {
        let index = Int(number)
        if index < stems.count, stems[index] != 0 { return stems[index] - 1 }
        let stem = terms.number(of: AnalyzedText.cut(analyzer.stem(of: surface)))
        // Forms that were cut off can coincide without having the same stem.
        guard surface.count <= SegmentLayout.longestTerm else { return stem }
        if index >= stems.count {
            stems += [UInt32](repeating: 0, count: max(index + 1, stems.count * 2) - stems.count)
        }
        stems[index] = stem + 1
        return stem
    }
}
