import TextAnalysis

/// The one place where text becomes terms.
enum AnalyzedText {
    /// Calls `body` for each word in order with the bytes of its surface form and its stem.
    static func forEachWord(of text: [UInt8], _ analyzer: Analyzer, _ body: ([UInt8], [UInt8]) -> Void) {
        for term in analyzer.terms(in: text) {
            body(cut(Array(term.surface.utf8)), cut(Array(term.stem.utf8)))
        }
    }

    /// What is kept of a long term: at most `SegmentLayout.longestTerm` bytes.
    static func cut(_ term: [UInt8]) -> [UInt8] {
        term.count <= SegmentLayout.longestTerm ? term : Array(term[..<SegmentLayout.longestTerm])
    }
}
