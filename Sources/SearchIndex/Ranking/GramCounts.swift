/// In how many documents the 4-grams of a segment's words are, about: the documents of all words with the gram, added up. Grams
/// share places of the table, which is as big as the dictionary needs.
struct GramCounts {
    private static let smallest = 1 << 10
    private static let largest = 1 << 16

    private var counts: [UInt32]

    /// - Parameter termCount: about how many terms will be added.
    init(termCount: Int) {
        var size = Self.smallest
        while size < Self.largest, size / 4 < termCount { size *= 2 }
        counts = [UInt32](repeating: 0, count: size)
    }

    mutating func add(_ term: [UInt8], documents: Int) {
        let more = UInt32(clamping: documents)
        let mask = UInt32(counts.count - 1)
        GramScanner.scan(term.span) { gram in
            let place = Int(GramScanner.hash(gram) & mask)
            let (sum, isTooBig) = counts[place].addingReportingOverflow(more)
            counts[place] = isTooBig ? .max : sum
        } onWord: {
        }
    }

    /// For each place the logarithm to base 2 of its count plus one, in eighths.
    var bytes: [UInt8] {
        counts.map { UInt8(min(Scoring.logarithm(Double($0) + 1) * Self.steps, 255)) }
    }

    private static let steps = 8 / Scoring.logarithm(2)
    /// The counts that the bytes stand for.
    private static let values = (0..<256).map { Scoring.exponential((Double($0) + 0.5) / steps) - 1 }

    /// What a segment's table says of a gram.
    static func count(of gram: UInt32, in table: Bytes) -> Double {
        let size = table.count
        guard size > 0, size & (size - 1) == 0 else { return 0 }
        let code = table[Int(GramScanner.hash(gram)) & (size - 1)]
        return code == 0 ? 0 : values[Int(code)]
    }
}
