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
        let blocks = space.blocks(of: prefix)
        let least = least(blocks)
        var rest = least.rest
        var terms = TermIterator(space)
        for block in blocks where space.mostDocuments(inBlock: block) >= least.count {
            terms.skip(toBlock: block)
            while terms.next(), terms.currentBlock == block {
                guard terms.documentCount >= least.count, terms.term.starts(with: prefix) else { continue }
                if terms.documentCount == least.count {
                    if rest == 0 { continue }
                    rest -= 1
                }
                body(&terms)
            }
        }
    }

    /// The same, without the terms.
    func forEachEntry(_ body: (TermEntry) -> Void) {
        let blocks = space.blocks(of: prefix)
        let least = least(blocks)
        var rest = least.rest
        for block in blocks where space.mostDocuments(inBlock: block) >= least.count {
            space.forEachEntry(ofBlock: block, with: prefix, least: least.count) { entry in
                if entry.documentCount == least.count {
                    if rest == 0 { return }
                    rest -= 1
                }
                body(entry)
            }
        }
    }

    /// In how many documents a term must be, and how many are taken of those that are in just as many.
    private func least(_ blocks: Range<Int>) -> (count: Int, rest: Int) {
        if blocks.count * SegmentLayout.termsPerBlock <= most { return (1, .max) }
        // So many blocks hold a term that is in so many documents.
        let floor = max(Self.largest(most, of: blocks.map { space.mostDocuments(inBlock: $0) }) ?? 1, 1)
        var counts: [Int] = []
        for block in blocks where space.mostDocuments(inBlock: block) >= floor {
            space.forEachEntry(ofBlock: block, with: prefix, least: floor) { counts.append($0.documentCount) }
        }
        guard let least = Self.largest(most, of: counts) else { return (floor, .max) }
        return (least, most - counts.count { $0 > least })
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
}
