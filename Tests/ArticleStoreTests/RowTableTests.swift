import TestSupport
import Testing

@testable import ArticleStore

/// A table by rows holds what a dictionary would.
struct RowTableTests {
    @Test(arguments: [1, 7, 1 << 32, 0x7fff_ffff_0000_0001] as [Int64])
    func `whatever comes and goes, it holds what was put in`(stride: Int64) {
        var random = SeededGenerator(seed: UInt64(bitPattern: stride))
        var table = RowTable<Int>()
        var expected: [Int64: Int] = [:]
        for step in 0..<20_000 {
            let row = Int64.random(in: 1...600, using: &random) &* stride & .max
            guard row > 0 else { continue }
            switch Int.random(in: 0..<4, using: &random) {
            case 0:
                table[row] = nil
                expected[row] = nil
            case 1:
                table.change(row) { $0 += 1 }
                expected[row]? += 1
            default:
                table[row] = step
                expected[row] = step
            }
        }
        #expect(table.count == expected.count)
        for (row, value) in expected { #expect(table[row] == value) }
        for row in (1...600).map({ Int64($0) &* stride & .max }) where row > 0 {
            #expect(table[row] == expected[row])
        }
    }
}
