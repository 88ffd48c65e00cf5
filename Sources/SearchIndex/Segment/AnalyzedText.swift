import TextAnalysis

/// The one place where text becomes terms.
enum AnalyzedText {
    /// Calls `body` for each word in order with the folded word; its stem is `Analyzer.stem(of:)` of that. The same words as
    /// `Analyzer.forEachTerm` has, but whoever remembers stems needn't have them made.
    static func forEachSurface(of text: [UInt8], _ body: ([UInt8]) -> Void) {
        var surface: [UInt8] = []
        for range in Tokenizer().wordRanges(in: text) {
            surface.removeAll(keepingCapacity: true)
            LetterFolding.fold(text, range, into: &surface)
            if !surface.isEmpty { body(surface) }
        }
    }

    /// What is kept of a long term: at most `SegmentLayout.longestTerm` bytes.
    static func cut(_ term: [UInt8]) -> [UInt8] {
        term.count <= SegmentLayout.longestTerm ? term : Array(term[..<SegmentLayout.longestTerm])
    }
}
