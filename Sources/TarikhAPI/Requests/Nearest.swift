/// Finds what was probably meant by a misspelt name.
enum Nearest {
    /// A sentence that names the nearest of `names`, or all of them when none is near.
    static func hint(to name: String, among names: some Sequence<String>) -> String {
        let sorted = names.sorted()
        if let nearest = nearest(to: name, among: sorted) { return "did you mean '\(nearest)'?" }
        return "known are: " + sorted.joined(separator: ", ") + "."
    }

    /// The name fewest edits away, at most two or a third of its length; `nil` when none is near.
    static func nearest(to name: String, among names: [String]) -> String? {
        guard name.utf8.count <= 64 else { return nil }
        let distances = names.map { ($0, distance(Array(name.utf8), Array($0.utf8))) }
        guard let best = distances.min(by: { $0.1 < $1.1 }) else { return nil }
        return best.1 <= max(2, best.0.utf8.count / 3) ? best.0 : nil
    }

    /// Insertions, deletions, replacements and swaps of neighbours from one to the other (optimal string alignment).
    private static func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
        var before: [Int] = []
        var row = Array(0...right.count)
        for (index, byte) in left.enumerated() {
            var next = [index + 1]
            for column in right.indices {
                var best = min(
                    row[column] + (right[column] == byte ? 0 : 1), row[column + 1] + 1, next[column] + 1)
                if index > 0, column > 0, byte == right[column - 1], left[index - 1] == right[column] {
                    best = min(best, before[column - 1] + 1)
                }
                next.append(best)
            }
            (before, row) = (row, next)
        }
        return row[right.count]
    }
}
