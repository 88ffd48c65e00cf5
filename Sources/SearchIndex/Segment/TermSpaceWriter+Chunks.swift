extension TermSpaceWriter {
    /// The number of chunks; for each its number, its documents less one (2 bytes each), the highest impact and what is kept of it
    /// (1 byte each); the ranges' highest impacts of those that keep them; then each chunk's postings.
    ///
    /// A posting of a list has 2 bytes, 12 bits of document and 4 of frequency code. A bitmap is followed by the codes, 4 bits each.
    mutating func addChunks(_ list: TermPostings) {
        var headers: [UInt8] = []
        var maxima: [UInt8] = []
        var data: [UInt8] = []
        var count: UInt32 = 0
        forEachChunk(list) { chunk, range in
            var ranges = [UInt8](repeating: 0, count: SegmentLayout.rangesPerChunk)
            for index in range {
                let document = Int(list.documents[index])
                let place = (document & (SegmentLayout.chunkSize - 1)) >> SegmentLayout.rangeBits
                let impact = impacts[Int(list.codes[index]) << 8 | Int(norms[document])]
                ranges[place] = max(ranges[place], UInt8(impact >> 8))
            }
            var kept: UInt8 = 0
            if range.count >= SegmentLayout.denseLimit {
                kept |= SegmentLayout.hasMaxima
                maxima += ranges
            }
            if range.count >= SegmentLayout.bitmapLimit {
                kept |= SegmentLayout.isBitmap
                Self.appendBitmap(list, range, to: &data)
            } else {
                Self.appendList(list, range, to: &data)
            }
            headers.append(number: UInt16(truncatingIfNeeded: chunk))
            headers.append(number: UInt16(range.count - 1))
            headers.append(ranges.max() ?? 255)
            headers.append(kept)
            count += 1
        }
        postings.append(number: count)
        postings += headers
        postings += maxima
        postings += data
    }

    /// Calls `body` with each chunk and the places of its documents in the list.
    private func forEachChunk(_ list: TermPostings, _ body: (Int, Range<Int>) -> Void) {
        var start = 0
        while start < list.documents.count {
            let chunk = list.documents[start] >> UInt32(SegmentLayout.chunkBits)
            var end = start + 1
            while end < list.documents.count, list.documents[end] >> UInt32(SegmentLayout.chunkBits) == chunk
            {
                end += 1
            }
            body(Int(chunk), start..<end)
            start = end
        }
    }

    private static func appendList(_ list: TermPostings, _ range: Range<Int>, to data: inout [UInt8]) {
        for index in range {
            let offset = list.documents[index] & UInt32(SegmentLayout.chunkSize - 1)
            data.append(UInt8(truncatingIfNeeded: offset << 4) | list.codes[index])
            data.append(UInt8(truncatingIfNeeded: offset >> 4))
        }
    }

    private static func appendBitmap(_ list: TermPostings, _ range: Range<Int>, to data: inout [UInt8]) {
        var words = [UInt64](repeating: 0, count: SegmentLayout.chunkSize / 64)
        for index in range {
            let offset = Int(list.documents[index]) & (SegmentLayout.chunkSize - 1)
            words[offset >> 6] |= 1 << UInt64(offset & 63)
        }
        for word in words { data.append(number: word) }
        var before: UInt16 = 0
        for (index, word) in words.enumerated() {
            if index % 2 == 0 { data.append(number: before) }
            before += UInt16(word.nonzeroBitCount)
        }
        var index = range.lowerBound
        while index < range.upperBound {
            let next = index + 1 < range.upperBound ? list.codes[index + 1] : 0
            data.append(list.codes[index] | next << 4)
            index += 2
        }
    }

    /// Positions of few documents stand one after the other. Those of more begin with the size of a step (1 byte: 2 or 4), where each
    /// chunk's begin (4 bytes each), and for each 8th document of a chunk but the first the step to its positions from there.
    mutating func addPositions(_ list: TermPostings) {
        guard !list.positionEnds.isEmpty else { return }
        if list.documents.count > SegmentLayout.flatLimit {
            var starts: [UInt8] = []
            var steps: [UInt32] = []
            forEachChunk(list) { _, range in
                let start = range.lowerBound == 0 ? 0 : list.positionEnds[range.lowerBound - 1]
                starts.append(number: UInt32(start))
                var index = range.lowerBound + SegmentLayout.positionsPerSkip
                while index < range.upperBound {
                    steps.append(UInt32(list.positionEnds[index - 1] - start))
                    index += SegmentLayout.positionsPerSkip
                }
            }
            let isWide = (steps.max() ?? 0) > UInt32(UInt16.max)
            positions.append(isWide ? 4 : 2)
            positions += starts
            for step in steps {
                if isWide {
                    positions.append(number: step)
                } else {
                    positions.append(number: UInt16(step))
                }
            }
        }
        positions += list.positions
    }
}
