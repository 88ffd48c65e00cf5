/// What is kept per document, for writing: lengths, keys, where its texts begin, intervals.
struct DocumentTable {
    private(set) var lengths: [UInt32] = []
    private var keys: [Int64] = []
    private var runOffsets: [UInt32] = [0]
    private var runs: [UInt32] = []
    private var intervalOffsets: [UInt32] = [0]
    private var intervals: [ClosedRange<Int32>] = []

    var count: Int { keys.count }

    mutating func addRun(position: UInt32, field: Int) { runs.append(position << 4 | UInt32(field)) }

    /// Ends a document.
    mutating func add(key: Int64, length: UInt32, intervals list: [ClosedRange<Int32>]) {
        keys.append(key)
        lengths.append(length)
        intervals += list
        runOffsets.append(UInt32(runs.count))
        intervalOffsets.append(UInt32(intervals.count))
    }

    var totalLength: UInt64 { lengths.reduce(0) { $0 + UInt64($1) } }
    var averageLength: Double { keys.isEmpty ? 1 : Double(totalLength) / Double(keys.count) }

    /// A byte per document, filled up to whole chunks.
    var norms: [UInt8] {
        let chunks = (count + SegmentLayout.chunkSize - 1) >> SegmentLayout.chunkBits
        var norms = lengths.map { Scoring.norm(ofLength: $0) }
        norms += [UInt8](repeating: 0, count: chunks << SegmentLayout.chunkBits - norms.count)
        return norms
    }

    func write(to sections: inout SegmentSections) {
        sections.documentCount = count
        sections.totalLength = totalLength
        sections[.norms] = norms
        for length in lengths { sections[.lengths].append(number: length) }
        for key in keys { sections[.keys].append(number: key) }
        // Of documents with the same key, the last is found.
        for document in (0..<count).sorted(by: { keys[$0] != keys[$1] ? keys[$0] < keys[$1] : $0 > $1 }) {
            sections[.keyOrder].append(number: UInt32(document))
        }
        for offset in runOffsets { sections[.runOffsets].append(number: offset) }
        for run in runs { sections[.runs].append(number: run) }
        for offset in intervalOffsets { sections[.intervalOffsets].append(number: offset) }
        for interval in intervals {
            sections[.intervals].append(number: interval.lowerBound)
            sections[.intervals].append(number: interval.upperBound)
        }
    }
}
