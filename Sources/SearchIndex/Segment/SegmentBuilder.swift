import TextAnalysis

/// Makes a segment of documents.
struct SegmentBuilder {
    private let weights: [Float]
    private var documents = DocumentTable()
    private var stems = Occurrences()
    private var surfaces = Occurrences()
    private var keywords = Occurrences()
    /// For each word of each document, its position and its field in the low 4 bits.
    private var places: [UInt32] = []
    private var memories: [Language: StemMemory] = [:]
    private var titles = TitleWords()

    init(schema: IndexSchema) {
        weights = schema.textFields.map(\.weight)
    }

    mutating func add(_ document: IndexDocument) {
        stems.beginDocument()
        surfaces.beginDocument()
        keywords.beginDocument()
        titles.beginDocument()
        var position: UInt32 = 0
        var length: Float = 0
        for text in document.texts
        where text.field >= 0 && text.field < min(weights.count, SegmentLayout.fieldLimit) {
            documents.addRun(position: position, field: text.field)
            let words = add(text, from: position)
            length += Float(words) * weights[text.field]
            // A gap, so that no phrase reaches over it.
            position += words + 1
        }
        titles.forEach { number, isElsewhere in
            let surface = surfaces.terms.name(number)
            keywords.add([UInt8(SegmentLayout.titleSurfaces)] + surface)
            if !isElsewhere { keywords.add([UInt8(SegmentLayout.titleOnlySurfaces)] + surface) }
        }
        for keyword in Set(document.keywords)
        where keyword.field >= 0 && keyword.field < SegmentLayout.keywordFieldLimit {
            keywords.add(Self.keywordTerm(field: keyword.field, value: keyword.value))
        }
        documents.add(key: document.key, length: UInt32(max(length, 0)), intervals: document.intervals)
    }

    /// Returns the number of words.
    private mutating func add(_ text: IndexDocument.Text, from position: UInt32) -> UInt32 {
        var count: UInt32 = 0
        var memory = memories.removeValue(forKey: text.language) ?? StemMemory(text.language)
        AnalyzedText.forEachSurface(of: text.bytes) { surface in
            guard position + count < SegmentLayout.positionLimit - 2 else { return }
            let number = surfaces.add(AnalyzedText.cut(surface))
            titles.add(Int(number), isTitle: text.field == 0)
            stems.add(number: memory.number(ofSurface: number, surface, in: &stems.terms))
            places.append((position + count) << 4 | UInt32(text.field))
            count += 1
        }
        memories[text.language] = memory
        return count
    }

    /// A field's byte and the value.
    static func keywordTerm(field: Int, value: String) -> [UInt8] {
        [UInt8(truncatingIfNeeded: field)] + AnalyzedText.cut(Array(value.utf8))
    }

    func segmentBytes() -> [UInt8] {
        var sections = SegmentSections()
        documents.write(to: &sections)
        let norms = sections[.norms]
        let impacts = Scoring.impacts(averageLength: documents.averageLength)
        var writer = TermSpaceWriter(norms: norms, impacts: impacts)
        write(stems, positions: true, to: &writer)
        sections.set(writer, .stemBlocks, .stemBlockOffsets, .stemPostings, .stemPositions)
        writer = TermSpaceWriter(norms: norms, impacts: impacts)
        writer.gramCounts = GramCounts(termCount: surfaces.terms.count)
        write(surfaces, positions: false, to: &writer)
        sections.set(writer, .surfaceBlocks, .surfaceBlockOffsets, .surfacePostings, .surfacePositions)
        writer = TermSpaceWriter(norms: norms, impacts: impacts)
        writeKeywords(to: &writer)
        sections.set(writer, .keywordBlocks, .keywordBlockOffsets, .keywordPostings, .keywordPositions)
        return sections.assembled()
    }

    private func write(
        _ occurrences: Occurrences, positions withPositions: Bool, to writer: inout TermSpaceWriter
    ) {
        var list = TermPostings()
        var positions: [UInt32] = []
        occurrences.forEachTerm(places: places) { term, found in
            list.removeAll()
            var index = found.startIndex
            while index < found.endIndex {
                let document = found[index] >> 32
                var frequency: Float = 0
                positions.removeAll(keepingCapacity: true)
                while index < found.endIndex, found[index] >> 32 == document {
                    let place = UInt32(truncatingIfNeeded: found[index])
                    frequency += weights[Int(place & 15)]
                    if withPositions { positions.append(place >> 4) }
                    index += 1
                }
                list.add(UInt32(document), frequency: frequency, positions: positions)
            }
            writer.add(Array(term), list)
        }
    }

    private func writeKeywords(to writer: inout TermSpaceWriter) {
        var list = TermPostings()
        keywords.forEachTerm { term, found in
            list.removeAll()
            for occurrence in found {
                let document = UInt32(occurrence >> 32)
                // Values that were cut off can coincide.
                if list.documents.last == document { continue }
                list.documents.append(document)
                list.codes.append(1)
            }
            writer.add(Array(term), list)
        }
    }
}
