import TextAnalysis

/// The words of a text that say what it is about.
struct ContentWords {
    static let maximumCount = 40

    /// Hashes of stems, ascending.
    private(set) var stems: [UInt32] = []
    /// Hashes of all folded words in their order.
    private(set) var all: [UInt64] = []

    /// Reads the words of `range` of `text`; words that overlap one of `excluded` are no content.
    init(_ text: [UInt8], _ range: Range<Int>, language: Language, excluding excluded: [Range<Int>]) {
        guard range.lowerBound >= 0, range.upperBound <= text.count else { return }
        let analyzer = Analyzer(language)
        var found: Set<UInt32> = []
        let stops = StopWords.all
        analyzer.forEachTerm(in: Array(text[range])) { word, surface, stem in
            let hash = Hashing.hash(surface)
            all.append(hash)
            let place = range.lowerBound + word.lowerBound..<range.lowerBound + word.upperBound
            guard surface.count > 2, surface[0] > 0x39, !stops.contains(hash),
                found.count < Self.maximumCount, !excluded.contains(where: { $0.overlaps(place) })
            else { return }
            found.insert(UInt32(truncatingIfNeeded: Hashing.hash(Self.root(of: stem))))
        }
        stems = found.sorted()
    }

    /// The first four letters of a word of two-byte letters: what the forms of an Arabic word, such as افتتاح and افتتحت, have
    /// in common.
    private static func root(of stem: [UInt8]) -> ArraySlice<UInt8> {
        (stem.first ?? 0) >= 0xc0 ? stem.prefix(8) : stem[...]
    }

    /// How many hashes two ascending lists have in common.
    static func common(_ one: [UInt32], _ other: [UInt32]) -> Int {
        var count = 0
        var left = 0
        var right = 0
        while left < one.count, right < other.count {
            if one[left] == other[right] {
                count += 1
                left += 1
                right += 1
            } else if one[left] < other[right] {
                left += 1
            } else {
                right += 1
            }
        }
        return count
    }
}
