/// Text in columns. Cells that run from right to left are isolated, so that they leave the order of the columns alone.
struct Table {
    struct Column {
        var title: String
        /// The share of what the narrow columns leave free; 0 for a column as wide as its cells.
        var share = 0
    }

    // UAX #9, 2.4: FIRST STRONG ISOLATE and POP DIRECTIONAL ISOLATE.
    private static let isolate = "\u{2068}"
    private static let pop = "\u{2069}"
    private static let gap = 2
    private static let narrowest = 12

    var columns: [Column]
    var rows: [[String]]

    /// The heading and a line for each row, of at most `width` characters each where the columns can be that narrow.
    func lines(width: Int) -> [String] {
        let widths = widths(of: width)
        return ([columns.map(\.title)] + rows).map { Self.line($0, widths) }
    }

    private func widths(of width: Int) -> [Int] {
        let natural = columns.indices.map { index in
            ([columns[index].title] + rows.map { $0[index] }).map(\.count).max() ?? 0
        }
        let fixed = columns.indices.filter { columns[$0].share == 0 }.map { natural[$0] }.reduce(0, +)
        let free = max(0, width - fixed - Self.gap * (columns.count - 1))
        let shares = max(1, columns.map(\.share).reduce(0, +))
        return columns.indices.map { index in
            let share = columns[index].share
            return share == 0
                ? natural[index] : min(natural[index], max(Self.narrowest, free * share / shares))
        }
    }

    private static func line(_ cells: [String], _ widths: [Int]) -> String {
        let last = cells.indices.last
        let parts = zip(cells, widths).enumerated().map { index, column in
            let (cell, width) = column
            let shown = cell.count > width ? cell.prefix(max(width - 1, 0)) + "…" : cell[...]
            let text = shown.utf8.allSatisfy { $0 < 0x80 } ? String(shown) : isolate + shown + pop
            return index == last ? text : text + String(repeating: " ", count: width - shown.count)
        }
        return parts.joined(separator: String(repeating: " ", count: gap))
    }
}
