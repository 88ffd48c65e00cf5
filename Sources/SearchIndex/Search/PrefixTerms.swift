/// The terms of a space that begin with some letters. Of more than `most`, those in the most documents; of those that are in as many,
/// the first in the alphabet.
struct PrefixTerms {
    private let prefix: [UInt8]
    private let space: TermSpace
    private let most: Int

    init(_ prefix: [UInt8], _ space: TermSpace, most: Int) {
        self.prefix = prefix
        self.space = space
        self.most = max(most, 1)
    }

    /// In the order of their bytes.
    func forEach(_ body: (inout TermIterator) -> Void) {
        let blocks = blocks
        if blocks.count * SegmentLayout.termsPerBlock <= most { return visit(blocks, least: 1, body) }
        // So many blocks hold a term that is in so many documents.
        let floor = Self.largest(most, of: blocks.map { space.mostDocuments(inBlock: $0) }) ?? 1
        var counts: [Int] = []
        visit(blocks, least: floor) { counts.append($0.documentCount) }
        let least = max(Self.largest(most, of: counts) ?? floor, floor)
        var rest = most - counts.count { $0 > least }
        visit(blocks, least: least) { terms in
            if terms.documentCount == least {
                guard rest > 0 else { return }
                rest -= 1
            }
            body(&terms)
        }
    }

    /// The `rank`-th largest number, counted from 1, or `nil` when there are fewer. After Hoare: Algorithm 65, Find (1961).
    private static func largest(_ rank: Int, of list: [Int]) -> Int? {
        guard rank > 0, rank <= list.count else { return nil }
        var numbers = list
        var (low, high) = (0, numbers.count - 1)
        while low < high {
            let pivot = numbers[(low + high) / 2]
            var (left, right) = (low, high)
            while left <= right {
                while numbers[left] > pivot { left += 1 }
                while numbers[right] < pivot { right -= 1 }
                if left <= right {
                    numbers.swapAt(left, right)
                    left += 1
                    right -= 1
                }
            }
            if rank - 1 <= right { high = right } else if rank - 1 >= left { low = left } else { break }
        }
        return numbers[rank - 1]
    }

    /// Calls `body` at each term that begins with `prefix` and is in `least` documents.
    private func visit(_ blocks: Range<Int>, least: Int, _ body: (inout TermIterator) -> Void) {
        var terms = TermIterator(space)
        for block in blocks where space.mostDocuments(inBlock: block) >= least {
            terms.skip(toBlock: block)
            while terms.next(), terms.currentBlock == block {
                if terms.documentCount >= least, terms.term.starts(with: prefix) { body(&terms) }
            }
        }
    }

    /// The blocks that can hold a term with the prefix.
    private var blocks: Range<Int> {
        let start = firstBlock(from: 0) { !$0.lexicographicallyPrecedes(prefix) }
        let end = firstBlock(from: start) {
            !$0.starts(with: prefix) && prefix.lexicographicallyPrecedes($0)
        }
        return max(start - 1, 0)..<end
    }

    /// The first block whose first term satisfies a condition that all later ones satisfy too.
    private func firstBlock(from start: Int, _ condition: ([UInt8]) -> Bool) -> Int {
        var low = start
        var high = space.blockCount
        var terms = TermIterator(space)
        while low < high {
            let middle = (low + high) / 2
            terms.skip(toBlock: middle)
            if terms.next(), !condition(terms.term) { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
