/// Counts for rows of a table, in pages, so that neither many rows nor great row numbers cost much.
struct RowCounter {
    /// Rows of a page, a power of two.
    private static let pageBits: Int64 = 10
    private static let pageSize = 1 << Int(pageBits)

    private var pages: [[Int32]] = []

    /// `row` is not negative and below 2³¹.
    mutating func add(_ count: Int32, to row: Int64) {
        let page = Int(row >> Self.pageBits)
        while page >= pages.count { pages.append([]) }
        if pages[page].isEmpty { pages[page] = [Int32](repeating: 0, count: Self.pageSize) }
        pages[page][Int(row) & (Self.pageSize - 1)] &+= count
    }

    /// All counts that are not 0, by row.
    var counts: [(row: Int64, count: Int)] {
        var counts: [(row: Int64, count: Int)] = []
        for (page, values) in pages.enumerated() {
            for (index, count) in values.enumerated() where count != 0 {
                counts.append((Int64(page) << Self.pageBits + Int64(index), Int(count)))
            }
        }
        return counts
    }
}
