/// What markup said of the lines of a text; nothing where there was no markup.
package struct Outline: Sendable, Hashable {
    package struct Line: Sendable, Hashable {
        /// UTF-8 bytes of the text, without the line's end.
        package var range: Range<Int>
        package var kind: Block.Kind
        /// The first item of a list.
        package var startsList: Bool

        package init(range: Range<Int>, kind: Block.Kind, startsList: Bool = false) {
            self.range = range
            self.kind = kind
            self.startsList = startsList
        }
    }

    /// In the order of the text, not overlapping.
    package var lines: [Line]

    package init(_ lines: [Line] = []) {
        self.lines = lines
    }

    /// The kind of the line that a range stands in.
    func kind(of range: Range<Int>) -> Block.Kind? { line(of: range)?.kind }

    func startsList(_ range: Range<Int>) -> Bool { line(of: range)?.startsList ?? false }

    private func line(of range: Range<Int>) -> Line? {
        var low = 0
        var high = lines.count
        while low < high {
            let middle = (low + high) / 2
            if lines[middle].range.upperBound <= range.lowerBound { low = middle + 1 } else { high = middle }
        }
        guard low < lines.count, lines[low].range.lowerBound <= range.lowerBound else { return nil }
        return lines[low]
    }
}
