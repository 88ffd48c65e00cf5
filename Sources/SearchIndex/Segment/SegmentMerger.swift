/// Makes one segment of several, without what is deleted. Documents keep their order.
struct SegmentMerger {
    struct Input {
        var segment: Segment
        var deleted: DocumentSet
    }

    private let inputs: [Input]
    /// For each input, the new number of each document; `dropped` when it is deleted.
    let numbers: [[UInt32]]
    static let dropped = UInt32.max

    init(_ inputs: [Input]) {
        self.inputs = inputs
        var next: UInt32 = 0
        numbers = inputs.map { input in
            (0..<input.segment.documentCount).map { document in
                if input.deleted.contains(document) { return Self.dropped }
                next += 1
                return next - 1
            }
        }
    }

    func segmentBytes() -> [UInt8] {
        var sections = SegmentSections()
        let documents = documents()
        documents.write(to: &sections)
        let norms = sections[.norms]
        let impacts = Scoring.impacts(averageLength: documents.averageLength)
        var writer = TermSpaceWriter(norms: norms, impacts: impacts)
        merge(\.stems, positions: true, to: &writer)
        sections.set(writer, .stemBlocks, .stemBlockOffsets, .stemPostings, .stemPositions)
        writer = TermSpaceWriter(norms: norms, impacts: impacts)
        writer.gramCounts = GramCounts(
            termCount: inputs.reduce(0) { $0 + $1.segment.surfaces.blockCount * SegmentLayout.termsPerBlock })
        merge(\.surfaces, positions: false, to: &writer)
        sections.set(writer, .surfaceBlocks, .surfaceBlockOffsets, .surfacePostings, .surfacePositions)
        writer = TermSpaceWriter(norms: norms, impacts: impacts)
        merge(\.keywords, positions: false, to: &writer)
        sections.set(writer, .keywordBlocks, .keywordBlockOffsets, .keywordPostings, .keywordPositions)
        return sections.assembled()
    }

    private func documents() -> DocumentTable {
        var table = DocumentTable()
        for (input, numbers) in zip(inputs, numbers) {
            let segment = input.segment
            for document in 0..<segment.documentCount where numbers[document] != Self.dropped {
                segment.forEachRun(of: document) { table.addRun(position: $0, field: $1) }
                table.add(
                    key: segment.key(of: document), length: segment.length(of: document),
                    intervals: segment.intervals(of: document))
            }
        }
        return table
    }

    private func merge(
        _ space: KeyPath<Segment, TermSpace>, positions: Bool, to writer: inout TermSpaceWriter
    ) {
        var terms = MergedTerms(inputs.map { $0.segment[keyPath: space] })
        var list = TermPostings()
        while terms.next() {
            list.removeAll()
            for (input, entry) in terms.entries {
                append(entry, of: input, positions: positions, to: &list)
            }
            writer.add(terms.term, list)
        }
    }

    private func append(_ entry: TermEntry, of input: Int, positions: Bool, to list: inout TermPostings) {
        let numbers = numbers[input]
        let chunkCount = inputs[input].segment.chunkCount
        var offset = positions ? PositionReader.start(entry, chunkCount: chunkCount) : 0
        PostingChunk.forEachPosting(of: entry, chunkCount: chunkCount) { document, code in
            let encoded = positions ? PositionReader.next(code: code, entry.positions, &offset) : nil
            guard Int(document) < numbers.count, numbers[Int(document)] != Self.dropped,
                list.documents.last.map({ $0 < numbers[Int(document)] }) ?? true
            else { return }
            list.documents.append(numbers[Int(document)])
            list.codes.append(code)
            if let encoded {
                encoded.append(to: &list.positions)
                list.positionEnds.append(list.positions.count)
            }
        }
    }
}
