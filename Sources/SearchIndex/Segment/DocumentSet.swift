/// Documents of a segment, a bit each.
struct DocumentSet: Sendable, Hashable {
    private(set) var words: [UInt64] = []
    private(set) var count = 0

    func contains(_ document: Int) -> Bool {
        let word = document >> 6
        return word < words.count && words[word] >> UInt64(document & 63) & 1 == 1
    }

    /// False when it was there.
    @discardableResult
    mutating func insert(_ document: Int) -> Bool {
        let word = document >> 6
        if word >= words.count { words += [UInt64](repeating: 0, count: word + 1 - words.count) }
        let bit = UInt64(1) << UInt64(document & 63)
        guard words[word] & bit == 0 else { return false }
        words[word] |= bit
        count += 1
        return true
    }

    /// Ascending.
    var elements: [Int] {
        var elements: [Int] = []
        elements.reserveCapacity(count)
        for (index, word) in words.enumerated() {
            var rest = word
            while rest != 0 {
                elements.append(index << 6 | rest.trailingZeroBitCount)
                rest &= rest - 1
            }
        }
        return elements
    }
}
