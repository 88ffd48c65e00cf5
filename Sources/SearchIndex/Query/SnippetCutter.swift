import TextAnalysis

/// Cuts a part out of a text. Places are counted in code points.
struct SnippetCutter {
    private let text: [UInt8]
    private let length: Int
    /// The byte where each code point begins, and the end.
    private let starts: [Int32]

    init(_ text: [UInt8], length: Int) {
        self.text = text
        self.length = max(length, 0)
        var starts: [Int32] = []
        for (offset, byte) in text.enumerated() where byte & 0xC0 != 0x80 {
            starts.append(Int32(clamping: offset))
        }
        starts.append(Int32(clamping: text.count))
        self.starts = starts
    }

    /// The code points before a byte.
    private func place(_ offset: Int) -> Int {
        var low = 0
        var high = starts.count - 1
        while low < high {
            let middle = (low + high) / 2
            if Int(starts[middle]) < offset { low = middle + 1 } else { high = middle }
        }
        return low
    }

    private func byte(_ place: Int) -> UInt8 {
        let offset = Int(starts[place])
        return offset < text.count ? text[offset] : 0x20
    }

    private func isSpace(_ place: Int) -> Bool {
        let byte = byte(place)
        return byte == 0x20 || (0x09...0x0D).contains(byte)
    }

    func snippet(of matches: [Highlighter.Match]) -> Range<Int> {
        let count = starts.count - 1
        if count <= length { return bytes(0..<count) }
        let core = densest(matches) ?? 0..<0
        if core.count >= length { return bytes(core.lowerBound..<core.lowerBound + length) }
        let sentences = SentenceSplitter().sentences(in: text)
            .map { place($0.lowerBound)..<place($0.upperBound) }
        let start = start(before: core, sentences)
        return bytes(start..<end(after: core, from: start, sentences))
    }

    /// The shortest part from one match to another with the most distinct terms that fits; of equals the one with most matches, then
    /// the first.
    private func densest(_ matches: [Highlighter.Match]) -> Range<Int>? {
        let places = matches.filter { $0.range.upperBound <= text.count }
            .map { (range: place($0.range.lowerBound)..<place($0.range.upperBound), term: $0.term) }
        var best: (distinct: Int, count: Int, range: Range<Int>)?
        var counts: [String: Int] = [:]
        var end = 0
        for first in places.indices {
            while end < places.count,
                end <= first || places[end].range.upperBound - places[first].range.lowerBound <= length
            {
                counts[places[end].term, default: 0] += 1
                end += 1
            }
            if best.map({ (counts.count, end - first) > ($0.distinct, $0.count) }) ?? true {
                let range = places[first].range.lowerBound..<places[end - 1].range.upperBound
                best = (counts.count, end - first, range)
            }
            counts[places[first].term, default: 0] -= 1
            if counts[places[first].term] == 0 { counts[places[first].term] = nil }
        }
        return best?.range
    }

    /// The start of the sentence when that leaves some room; otherwise a word a little before.
    private func start(before core: Range<Int>, _ sentences: [Range<Int>]) -> Int {
        let room = length - core.count
        if let sentence = sentences.last(where: { $0.lowerBound <= core.lowerBound }),
            core.lowerBound - sentence.lowerBound <= room
        {
            return sentence.lowerBound
        }
        var start = core.lowerBound - room / 2
        while start < core.lowerBound, start > 0, !isSpace(start - 1) { start += 1 }
        return max(start, 0)
    }

    /// The last end of a sentence that fits, unless it wastes more than half of the room; otherwise the last end of a word.
    private func end(after core: Range<Int>, from start: Int, _ sentences: [Range<Int>]) -> Int {
        let limit = min(start + length, starts.count - 1)
        if let sentence = sentences.last(where: { $0.upperBound <= limit }),
            sentence.upperBound >= core.upperBound,
            sentence.upperBound - start >= length / 2
        {
            return sentence.upperBound
        }
        var end = limit
        while end > core.upperBound, end < starts.count - 1, !isSpace(end) { end -= 1 }
        // A word longer than the snippet is cut.
        if end <= start { return limit }
        while end > core.upperBound, end > start, isSpace(end - 1) { end -= 1 }
        return end
    }

    private func bytes(_ places: Range<Int>) -> Range<Int> {
        Int(starts[places.lowerBound])..<Int(starts[places.upperBound])
    }
}
