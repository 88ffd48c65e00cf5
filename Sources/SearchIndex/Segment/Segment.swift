/// An immutable part of the index: some documents, their terms and values. It may lie in a mapped file.
final class Segment: Sendable {
    private let memory: Memory
    let bytes: Bytes
    let documentCount: Int
    /// The documents' weighted lengths, added up.
    let totalLength: UInt64
    let stems: TermSpace
    let surfaces: TermSpace
    let keywords: TermSpace
    let norms: Bytes
    /// See `GramCounts`.
    let gramCounts: Bytes
    private let lengths: Bytes
    private let keys: Bytes
    private let keyOrder: Bytes
    private let runOffsets: Bytes
    private let runs: Bytes
    private let intervalOffsets: Bytes
    private let intervals: Bytes
    private let frequentLists = FrequentValueLists()

    var chunkCount: Int { (documentCount + SegmentLayout.chunkSize - 1) >> SegmentLayout.chunkBits }
    var averageLength: Double { documentCount == 0 ? 1 : Double(totalLength) / Double(documentCount) }

    /// Reads the header and checks that the sections lie within the file; their checksums are left to `damage()`.
    init(_ memory: Memory, file: String) throws(IndexError) {
        let bytes = Bytes(memory)
        func damaged(_ reason: String) -> IndexError { .damaged(file: file, reason: reason) }
        guard bytes.part(0, 8).array == SegmentLayout.magic else { throw damaged("not a segment") }
        guard bytes.uint32(at: 8) == SegmentLayout.version else { throw IndexError.outdated }
        let header = bytes.part(0, SegmentLayout.headerSize - 8)
        guard header.count > 0, header.checksum == bytes.uint64(at: header.count) else {
            throw damaged("header checksum")
        }
        guard bytes.uint64(at: 24) == UInt64(bytes.count) else { throw damaged("cut off") }
        self.memory = memory
        self.bytes = bytes
        documentCount = Int(bytes.uint32(at: 12))
        totalLength = bytes.uint64(at: 16)
        norms = Self.section(.norms, bytes)
        gramCounts = Self.section(.gramCounts, bytes)
        lengths = Self.section(.lengths, bytes)
        keys = Self.section(.keys, bytes)
        keyOrder = Self.section(.keyOrder, bytes)
        runOffsets = Self.section(.runOffsets, bytes)
        runs = Self.section(.runs, bytes)
        intervalOffsets = Self.section(.intervalOffsets, bytes)
        intervals = Self.section(.intervals, bytes)
        stems = TermSpace(
            memory, Self.section(.stemBlocks, bytes), Self.section(.stemBlockOffsets, bytes),
            Self.section(.stemPostings, bytes), Self.section(.stemPositions, bytes))
        surfaces = TermSpace(
            memory, Self.section(.surfaceBlocks, bytes), Self.section(.surfaceBlockOffsets, bytes),
            Self.section(.surfacePostings, bytes), Self.section(.surfacePositions, bytes))
        keywords = TermSpace(
            memory, Self.section(.keywordBlocks, bytes), Self.section(.keywordBlockOffsets, bytes),
            Self.section(.keywordPostings, bytes), Self.section(.keywordPositions, bytes))
        guard lengths.count == documentCount * 4, keys.count == documentCount * 8,
            keyOrder.count == documentCount * 4, runOffsets.count == (documentCount + 1) * 4,
            intervalOffsets.count == (documentCount + 1) * 4,
            norms.count == ((documentCount + SegmentLayout.chunkSize - 1) >> SegmentLayout.chunkBits)
                << SegmentLayout.chunkBits
        else { throw damaged("sizes") }
    }

    private static func section(_ section: SegmentLayout.Section, _ bytes: Bytes) -> Bytes {
        let entry = 32 + section.rawValue * 24
        let offset = Int(truncatingIfNeeded: bytes.uint64(at: entry))
        let size = Int(truncatingIfNeeded: bytes.uint64(at: entry + 8))
        return bytes.part(offset, size)
    }

    /// The header's checksum, which stands for the whole file: it covers the sections' checksums.
    var identity: UInt64 { bytes.uint64(at: SegmentLayout.headerSize - 8) }

    func key(of document: Int) -> Int64 { keys.int64(at: document * 8) }
    func length(of document: Int) -> UInt32 { lengths.uint32(at: document * 4) }

    /// The values of a keyword field that are in the most documents.
    func frequentValues(ofField field: UInt8) -> FrequentValues {
        frequentLists.list(field: field, of: keywords)
    }

    /// The document of a key, deleted or not.
    func document(ofKey key: Int64) -> Int? {
        var low = 0
        var high = documentCount
        while low < high {
            let middle = (low + high) / 2
            if self.key(of: Int(keyOrder.uint32(at: middle * 4))) < key {
                low = middle + 1
            } else {
                high = middle
            }
        }
        guard low < documentCount else { return nil }
        let document = Int(keyOrder.uint32(at: low * 4))
        return document < documentCount && self.key(of: document) == key ? document : nil
    }

    /// The field of the text that a word stands in.
    func field(ofPosition position: UInt32, in document: Int) -> Int {
        var field = 0
        forEachRun(of: document) { start, runField in
            if start <= position { field = runField }
        }
        return field
    }

    /// The numbers of a document's texts.
    @inline(__always)
    func runs(of document: Int) -> Range<Int> {
        let start = Int(runOffsets.uint32(at: document * 4))
        return start..<max(start, min(Int(runOffsets.uint32(at: document * 4 + 4)), runs.count / 4))
    }

    /// The position of the first word of a text, and the field.
    @inline(__always)
    func run(_ number: Int) -> (position: UInt32, field: Int) {
        let packed = runs.uint32(at: number * 4)
        return (packed >> 4, Int(packed & 15))
    }

    /// Whether no text of a document begins behind the first of two positions and up to the last.
    func isWithinText(_ positions: ClosedRange<UInt32>, in document: Int) -> Bool {
        var isWithin = true
        forEachRun(of: document) { start, _ in
            if start > positions.lowerBound && start <= positions.upperBound { isWithin = false }
        }
        return isWithin
    }

    /// The texts of a document: the position of the first word, and the field.
    func forEachRun(of document: Int, _ body: (UInt32, Int) -> Void) {
        for number in runs(of: document) {
            let (position, field) = run(number)
            body(position, field)
        }
    }

    func intervals(of document: Int) -> [ClosedRange<Int32>] {
        var list: [ClosedRange<Int32>] = []
        forEachInterval(of: document) { list.append($0...$1) }
        return list
    }

    @inline(__always)
    func forEachInterval(of document: Int, _ body: (Int32, Int32) -> Void) {
        let start = Int(intervalOffsets.uint32(at: document * 4))
        let end = min(Int(intervalOffsets.uint32(at: document * 4 + 4)), intervals.count / 8)
        var index = start
        while index < end {
            let (low, high) = (intervals.int32(at: index * 8), intervals.int32(at: index * 8 + 4))
            if low <= high { body(low, high) }
            index += 1
        }
    }

    /// Whether an interval meets `range`, or lies inside it if `certain`.
    func hasInterval(of document: Int, in range: ClosedRange<Int32>, certain: Bool) -> Bool {
        let start = Int(intervalOffsets.uint32(at: document * 4))
        let end = min(Int(intervalOffsets.uint32(at: document * 4 + 4)), intervals.count / 8)
        var index = start
        while index < end {
            let (low, high) = (intervals.int32(at: index * 8), intervals.int32(at: index * 8 + 4))
            if certain {
                if low >= range.lowerBound && high <= range.upperBound { return true }
            } else if low <= range.upperBound && high >= range.lowerBound {
                return true
            }
            index += 1
        }
        return false
    }
}
