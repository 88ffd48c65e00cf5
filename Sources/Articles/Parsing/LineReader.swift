/// Splits a text into its lines, each without white space and debris at its ends; what is empty then is left out.
struct LineReader {
    let text: [UInt8]
    let repairs: [Repair]

    func lines() -> [Range<Int>] {
        var lines: [Range<Int>] = []
        var start = 0
        for index in 0...text.count where index == text.count || text[index] == 0x0a || text[index] == 0x0d {
            let line = trimmed(start..<index)
            if !line.isEmpty { lines.append(line) }
            start = index + 1
        }
        return lines
    }

    private func trimmed(_ line: Range<Int>) -> Range<Int> {
        var lower = line.lowerBound
        var upper = line.upperBound
        while lower < upper {
            if let repair = repair(startingAt: lower), repair.range.upperBound <= upper {
                lower = repair.range.upperBound
            } else if let length = spaceLength(at: lower) {
                lower += length
            } else {
                break
            }
        }
        while lower < upper {
            if let repair = repair(endingAt: upper), repair.range.lowerBound >= lower {
                upper = repair.range.lowerBound
            } else if let length = spaceLength(endingAt: upper), upper - length >= lower {
                upper -= length
            } else {
                break
            }
        }
        return lower..<upper
    }

    private func repair(startingAt offset: Int) -> Repair? {
        let index = repairs.firstIndex(from: offset)
        return index < repairs.count && repairs[index].range.lowerBound == offset ? repairs[index] : nil
    }

    private func repair(endingAt offset: Int) -> Repair? {
        let index = repairs.firstIndex(from: offset) - 1
        return index >= 0 && repairs[index].range.upperBound == offset ? repairs[index] : nil
    }

    private func spaceLength(at offset: Int) -> Int? {
        Self.spaces.first { text[offset...].starts(with: $0) }?.count
    }

    private func spaceLength(endingAt offset: Int) -> Int? {
        Self.spaces.first { text[..<offset].suffix($0.count).elementsEqual($0) }?.count
    }

    /// Space, tab, no-break space, byte order mark, and the marks and spaces of U+2000…U+200F, U+202F, U+3000.
    private static let spaces: [[UInt8]] =
        [[0x20], [0x09], [0xc2, 0xa0], [0xef, 0xbb, 0xbf], [0xe2, 0x80, 0xaf], [0xe3, 0x80, 0x80]]
        + (0x80...0x8f).map { [0xe2, 0x80, $0] }
}

extension [Repair] {
    /// The index of the first repair that starts at or after `offset`.
    fileprivate func firstIndex(from offset: Int) -> Int {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if self[middle].range.lowerBound < offset { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
