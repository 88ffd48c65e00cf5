/// How many letters two words differ in: insertions, deletions, substitutions and exchanges of neighbours (optimal string
/// alignment), counted no further than `limit` + 1.
enum EditDistance {
    /// Longer words are not compared.
    private static let longest = 40

    static func between(_ one: [UInt32], _ other: [UInt32], limit: Int) -> Int {
        guard one != other else { return 0 }
        guard abs(one.count - other.count) <= limit, max(one.count, other.count) <= longest else {
            return limit + 1
        }
        var before: [Int] = []
        var last = Array(0...other.count)
        for (row, letter) in one.enumerated() {
            var next = [row + 1]
            for (column, second) in other.enumerated() {
                var least = min(last[column + 1] + 1, next[column] + 1)
                least = min(least, last[column] + (letter == second ? 0 : 1))
                if row > 0, column > 0, letter == other[column - 1], one[row - 1] == second {
                    least = min(least, before[column - 1] + 1)
                }
                next.append(least)
            }
            before = last
            last = next
        }
        return min(last[other.count], limit + 1)
    }
}
