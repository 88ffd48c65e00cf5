import Articles
import TextAnalysis

/// A few numbers that tell how alike two texts are, and where to look for those that are.
///
/// One-permutation MinHash (Li, Owen, Zhang: One Permutation Hashing, NIPS 2012) over runs of three folded words. Whether two texts are
/// copies depends on the two alone, and on neither of them being first.
struct Sketch: Sendable, Hashable {
    /// Runs of words in common, of all that either has, from which on a text is a copy.
    static let leastSimilarity = 0.7
    /// The same for the numbers in two texts: reports that come again every day have the same words and other numbers.
    private static let leastNumberSimilarity = 0.5
    /// Words from which on a text is compared.
    private static let leastWords = 20
    private static let run = 3
    private static let binBits = 7
    private static let numberBins = 32
    private static let bins = 1 << binBits
    /// Of each key that copies are looked up by, and how many keys there are.
    private static let keyWidth = 3
    private static let keyCount = 6
    private static let empty: UInt16 = .max

    /// The least value that fell into each bin; `empty` for none.
    private var values: [UInt16]
    private var numbers: [UInt16]
    /// Under which copies are found: two that are alike have one in common nearly always.
    let keys: [Int64]

    /// `nil` for a text that is too short to be told from others by its words.
    init?(_ article: Article) {
        var builder = SketchBuilder()
        for block in article.blocks where block.kind != .title && block.kind != .attribution {
            builder.add(article.text, block.range)
        }
        guard builder.wordCount >= Self.leastWords else { return nil }
        var values = [UInt16](repeating: Self.empty, count: Self.bins)
        var groups = [UInt64](repeating: .max, count: Self.keyWidth * Self.keyCount)
        for hash in builder.runs {
            let bin = Int(hash >> UInt64(64 - Self.binBits))
            values[bin] = min(values[bin], UInt16(truncatingIfNeeded: hash) & ~1)
            let mixed = SketchBuilder.mix(hash)
            let group = Int(mixed.multipliedFullWidth(by: UInt64(groups.count)).high)
            groups[group] = min(groups[group], mixed)
        }
        var numbers = [UInt16](repeating: Self.empty, count: Self.numberBins)
        for hash in builder.numbers {
            let bin = Int(hash >> 59)
            numbers[bin] = min(numbers[bin], UInt16(truncatingIfNeeded: hash) & ~1)
        }
        self.values = values
        self.numbers = numbers
        keys = Self.keys(of: groups)
    }

    /// What `bytes` gave.
    init?(_ bytes: [UInt8]) {
        let keyStart = 2 * (Self.bins + Self.numberBins)
        guard bytes.count == keyStart + 8 * Self.keyCount else { return nil }
        let all = stride(from: 0, to: keyStart, by: 2).map { UInt16(bytes[$0]) | UInt16(bytes[$0 + 1]) << 8 }
        values = Array(all.prefix(Self.bins))
        numbers = Array(all.suffix(Self.numberBins))
        keys = (0..<Self.keyCount).map { key in
            (0..<8).reduce(0) { $0 | Int64(bytes[keyStart + 8 * key + $1]) << Int64(8 * $1) }
        }
    }

    var bytes: [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(2 * (Self.bins + Self.numberBins) + 8 * Self.keyCount)
        for value in [values, numbers].joined() {
            bytes.append(UInt8(truncatingIfNeeded: value))
            bytes.append(UInt8(truncatingIfNeeded: value >> 8))
        }
        for key in keys {
            for byte in 0..<8 { bytes.append(UInt8(truncatingIfNeeded: key >> Int64(8 * byte))) }
        }
        return bytes
    }

    /// An estimate of the runs in common, of all that either has: 0…1, with a standard deviation of 0.04 about the middle.
    func similarity(to other: Sketch) -> Double { Self.similarity(values, other.values) ?? 0 }

    func isCopy(of other: Sketch) -> Bool {
        similarity(to: other) >= Self.leastSimilarity
            && (Self.similarity(numbers, other.numbers) ?? 1) >= Self.leastNumberSimilarity
    }

    /// `nil` where both are empty.
    private static func similarity(_ left: [UInt16], _ right: [UInt16]) -> Double? {
        var (same, filled) = (0, 0)
        for (a, b) in zip(left, right) where a != empty || b != empty {
            filled += 1
            if a == b { same += 1 }
        }
        return filled == 0 ? nil : Double(same) / Double(filled)
    }

    private static func keys(of groups: [UInt64]) -> [Int64] {
        // A group that got nothing is as the next one that did, which is the same one for texts that are alike.
        var filled = groups
        for index in groups.indices where groups[index] == .max {
            for step in 1..<groups.count {
                let next = groups[(index + step) % groups.count]
                if next == .max { continue }
                filled[index] = SketchBuilder.mix(next &+ UInt64(step))
                break
            }
        }
        return (0..<keyCount).map { key in
            var hash = UInt64(key)
            for part in filled[key * keyWidth..<(key + 1) * keyWidth] {
                hash = SketchBuilder.mix(hash ^ part)
            }
            return Int64(bitPattern: hash)
        }
    }
}
