/// A segment being put together.
struct SegmentSections {
    var documentCount = 0
    var totalLength: UInt64 = 0
    private var sections = [[UInt8]](repeating: [], count: SegmentLayout.Section.allCases.count)

    subscript(section: SegmentLayout.Section) -> [UInt8] {
        get { sections[section.rawValue] }
        set { sections[section.rawValue] = newValue }
        _modify { yield &sections[section.rawValue] }
    }

    /// The file's bytes.
    func assembled() -> [UInt8] {
        let size = sections.reduce(SegmentLayout.headerSize) { $0 + $1.count }
        var file = SegmentLayout.magic
        file.reserveCapacity(size)
        file.append(number: SegmentLayout.version)
        file.append(number: UInt32(documentCount))
        file.append(number: totalLength)
        file.append(number: UInt64(size))
        var offset = SegmentLayout.headerSize
        for section in sections {
            file.append(number: UInt64(offset))
            file.append(number: UInt64(section.count))
            file.append(number: Checksum.of(section))
            offset += section.count
        }
        file.append(number: Checksum.of(file))
        for section in sections { file += section }
        return file
    }
}

extension SegmentSections {
    mutating func set(
        _ unfinished: TermSpaceWriter, _ blocks: SegmentLayout.Section, _ blockOffsets: SegmentLayout.Section,
        _ postings: SegmentLayout.Section, _ positions: SegmentLayout.Section
    ) {
        var writer = unfinished
        writer.finish()
        self[blocks] = writer.blocks
        self[blockOffsets] = writer.blockOffsets
        self[postings] = writer.postings
        self[positions] = writer.positions
        if let counts = writer.gramCounts { self[.gramCounts] = counts.bytes }
    }
}
