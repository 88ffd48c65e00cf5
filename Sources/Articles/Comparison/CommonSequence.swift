/// Finds what two sequences have in common, in the same order: the longest such, or nearly, in bounded time.
package enum CommonSequence {
    /// Parts whose lengths multiply to no more are compared exactly.
    private static let maximumCells = 1 << 18

    /// Pairs of equal places, in order. Time is linear in the lengths but for parts that share nothing that occurs once in each,
    /// which count as different when they are large.
    package static func pairs<Element: Hashable>(_ left: [Element], _ right: [Element]) -> [(Int, Int)] {
        var found: [(Int, Int)] = []
        // Parts that are still to be compared, the first one last.
        var open = [(0..<left.count, 0..<right.count)]
        while let (first, second) = open.popLast() {
            let (start, end) = ends(left, right, first, second)
            found += zip(first, second).prefix(start)
            let a = first.lowerBound + start..<first.upperBound - end
            let b = second.lowerBound + start..<second.upperBound - end
            found += zip(a.upperBound..<first.upperBound, b.upperBound..<second.upperBound)
            if a.isEmpty || b.isEmpty { continue }
            if a.count <= maximumCells, b.count <= maximumCells, a.count * b.count <= maximumCells {
                found += exact(left, right, a, b)
            } else {
                let anchors = anchors(left, right, a, b)
                if anchors.isEmpty { continue }
                found += anchors
                open += between(anchors, a, b)
            }
        }
        return found.sorted { $0.0 < $1.0 }
    }

    /// How much is equal at the start, and how much of the rest at the end.
    private static func ends<Element: Hashable>(
        _ left: [Element], _ right: [Element], _ a: Range<Int>, _ b: Range<Int>
    ) -> (start: Int, end: Int) {
        let most = min(a.count, b.count)
        var start = 0
        while start < most, left[a.lowerBound + start] == right[b.lowerBound + start] { start += 1 }
        var end = 0
        while end < most - start, left[a.upperBound - 1 - end] == right[b.upperBound - 1 - end] { end += 1 }
        return (start, end)
    }

    /// The longest common subsequence by the table of its lengths.
    private static func exact<Element: Hashable>(
        _ left: [Element], _ right: [Element], _ a: Range<Int>, _ b: Range<Int>
    ) -> [(Int, Int)] {
        let width = b.count + 1
        var lengths = [UInt32](repeating: 0, count: (a.count + 1) * width)
        for i in stride(from: a.count - 1, through: 0, by: -1) {
            for j in stride(from: b.count - 1, through: 0, by: -1) {
                lengths[i * width + j] =
                    left[a.lowerBound + i] == right[b.lowerBound + j]
                    ? lengths[(i + 1) * width + j + 1] + 1
                    : max(lengths[(i + 1) * width + j], lengths[i * width + j + 1])
            }
        }
        var found: [(Int, Int)] = []
        var (i, j) = (0, 0)
        while i < a.count, j < b.count {
            if left[a.lowerBound + i] == right[b.lowerBound + j] {
                found.append((a.lowerBound + i, b.lowerBound + j))
                i += 1
                j += 1
            } else if lengths[(i + 1) * width + j] >= lengths[i * width + j + 1] {
                i += 1
            } else {
                j += 1
            }
        }
        return found
    }

    /// The longest run in order of what occurs once in each part (patience diff).
    private static func anchors<Element: Hashable>(
        _ left: [Element], _ right: [Element], _ a: Range<Int>, _ b: Range<Int>
    ) -> [(Int, Int)] {
        let places = single(right, b)
        let common = single(left, a).compactMap { element, place in
            places[element].map { (place, $0) }
        }.sorted { $0.0 < $1.0 }
        // Patience sorting: the least end of an ascending run of each length, and what came before it.
        var ends: [Int] = []
        var before = [Int?](repeating: nil, count: common.count)
        for index in common.indices {
            var (low, high) = (0, ends.count)
            while low < high {
                let middle = (low + high) / 2
                if common[ends[middle]].1 < common[index].1 { low = middle + 1 } else { high = middle }
            }
            before[index] = low > 0 ? ends[low - 1] : nil
            if low == ends.count { ends.append(index) } else { ends[low] = index }
        }
        var run: [(Int, Int)] = []
        var next = ends.last
        while let index = next {
            run.append(common[index])
            next = before[index]
        }
        return run.reversed()
    }

    /// Where each element stands that occurs once.
    private static func single<Element: Hashable>(
        _ elements: [Element], _ range: Range<Int>
    ) -> [Element: Int] {
        var places: [Element: Int?] = [:]
        for index in range {
            places.updateValue(places.keys.contains(elements[index]) ? nil : index, forKey: elements[index])
        }
        return places.compactMapValues(\.self)
    }

    private static func between(
        _ anchors: [(Int, Int)], _ a: Range<Int>, _ b: Range<Int>
    ) -> [(Range<Int>, Range<Int>)] {
        var parts: [(Range<Int>, Range<Int>)] = []
        var (start, other) = (a.lowerBound, b.lowerBound)
        for (left, right) in anchors + [(a.upperBound, b.upperBound)] {
            if start < left, other < right { parts.append((start..<left, other..<right)) }
            (start, other) = (left + 1, right + 1)
        }
        return parts
    }
}
