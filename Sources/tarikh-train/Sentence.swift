/// A sentence of a CoNLL file: its tokens with one space between them, and the names that its labels mark.
struct Sentence {
    struct Name: Hashable {
        /// Indices of tokens.
        var tokens: Range<Int>
        /// As in the file, without `B-`.
        var label: String
    }

    private(set) var text: [UInt8] = []
    private(set) var ranges: [Range<Int>] = []
    private(set) var names: [Name] = []

    private init(_ lines: [Substring]) {
        var open: (start: Int, label: Substring)?
        for (index, line) in lines.enumerated() {
            let columns = line.split(separator: "\t")
            if !text.isEmpty { text.append(0x20) }
            let start = text.count
            text += Array((columns.first ?? "").utf8)
            ranges.append(start..<text.count)
            let label = columns.count > 1 ? columns[1] : "O"
            if let name = open, !(label.hasPrefix("I-") && label.dropFirst(2) == name.label) {
                names.append(Name(tokens: name.start..<index, label: String(name.label)))
                open = nil
            }
            if label != "O", open == nil { open = (index, label.dropFirst(2)) }
        }
        if let open { names.append(Name(tokens: open.start..<lines.count, label: String(open.label))) }
    }

    static func sentences(in file: String) -> [Sentence] {
        file.split(separator: "\n", omittingEmptySubsequences: false).split { $0.isEmpty }
            .map { Sentence(Array($0)) }
    }

    /// UTF-8 bytes of `text`.
    func range(of name: Name) -> Range<Int> {
        ranges[name.tokens.lowerBound].lowerBound..<ranges[name.tokens.upperBound - 1].upperBound
    }

    /// The tokens that a range of `text` touches.
    func tokens(in range: Range<Int>) -> Range<Int> {
        let touched = ranges.indices.filter { ranges[$0].overlaps(range) }
        guard let first = touched.first, let last = touched.last else { return 0..<0 }
        return first..<last + 1
    }
}
