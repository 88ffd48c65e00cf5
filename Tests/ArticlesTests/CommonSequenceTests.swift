import Articles
import Testing

struct CommonSequenceTests {
    private func isCommon(_ pairs: [(Int, Int)], _ left: [Int], _ right: [Int]) -> Bool {
        pairs.allSatisfy { left[$0.0] == right[$0.1] }
            && zip(pairs, pairs.dropFirst()).allSatisfy { $0.0 < $1.0 && $0.1 < $1.1 }
    }

    @Test(arguments: [
        ([1, 2, 3], [1, 2, 3], 3), ([1, 2, 3], [1, 3], 2), ([], [1], 0), ([1, 2, 1, 3], [2, 1, 1, 3], 3),
        ([1, 2], [3, 4], 0), ([5, 1, 2, 3, 6], [7, 1, 2, 3, 8], 3),
    ]) func `short sequences have the longest in common`(_ left: [Int], _ right: [Int], _ count: Int) {
        let pairs = CommonSequence.pairs(left, right)
        #expect(pairs.count == count)
        #expect(isCommon(pairs, left, right))
    }

    @Test func `long sequences find what moved by insertions`() {
        let left = Array(0..<5000)
        var right = left
        right.insert(contentsOf: [-1, -2, -3], at: 100)
        right.remove(at: 4000)
        right[2500] = -9
        let pairs = CommonSequence.pairs(left, right)
        #expect(pairs.count == 4998)
        #expect(isCommon(pairs, left, right))
    }

    @Test func `long sequences of what repeats end in time`() {
        let left = (0..<200_000).map { $0 % 3 }
        let right = (0..<200_000).map { ($0 * 7 + $0 / 5) % 4 }
        let pairs = CommonSequence.pairs(left, right)
        #expect(isCommon(pairs, left, right))
    }
}
