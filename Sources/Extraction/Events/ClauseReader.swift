import Articles
import TextAnalysis

/// Finds for each date of a block the sentence and the clause that it belongs to.
struct ClauseReader {
    private static let minimumWords = 3
    /// How many parts after its own a clause may take in.
    private static let neighbours = 2
    /// Bytes on either side of a date beyond which no clause reaches, so that a megabyte without a full stop costs no more
    /// than other text.
    private static let reach = 700

    let text: [UInt8]
    let block: Block
    /// Debris ends a clause as a comma does.
    private let repairs: [Repair]
    /// The block's expressions of time, in order.
    private let dates: [Range<Int>]
    private let sentences: [Range<Int>]

    init(_ article: Article, _ block: Block, dates: [Range<Int>]) {
        text = article.text
        self.block = block
        repairs = article.repairs
        self.dates = dates
        sentences =
            block.kind == .listItem || block.kind == .title || block.kind == .heading
            ? [block.range] : SentenceSplitter().sentences(in: text, block.range)
    }

    /// The sentence around `date`; of a list item, the whole item.
    func sentence(of date: Range<Int>) -> Range<Int> {
        let index = sentences.partition { $0.upperBound >= date.upperBound }
        guard index < sentences.count, sentences[index].lowerBound <= date.lowerBound else {
            return block.range
        }
        return sentences[index]
    }

    /// The words of a part of the block, without those of dates.
    func clause(_ range: Range<Int>) -> Clause {
        let first = dates.partition { $0.upperBound > range.lowerBound }
        let near = dates[first...].prefix { $0.lowerBound < range.upperBound }
        return Clause(text: text, range: range, dates: Array(near))
    }

    /// The clause around `date`: what stands between commas, with its neighbour when it says nothing but the date.
    func clause(of date: Range<Int>, in sentence: Range<Int>) -> Clause {
        let sentence = near(date, in: sentence)
        if block.kind == .listItem { return clause(afterLabel(date, in: sentence)) }
        let parts = segments(of: sentence, keeping: date)
        guard
            let own = parts.firstIndex(where: {
                $0.lowerBound <= date.lowerBound && date.upperBound <= $0.upperBound
            })
        else { return clause(sentence) }
        var range = parts[own]
        var found = clause(range)
        var next = own + 1
        while found.words.count < Self.minimumWords, next < min(parts.count, own + 1 + Self.neighbours) {
            range = range.lowerBound..<parts[next].upperBound
            found = clause(range)
            next += 1
        }
        if found.words.count < Self.minimumWords, own > 0 {
            found = clause(parts[own - 1].lowerBound..<range.upperBound)
        }
        return found
    }

    /// The part of a sentence within reach of `date`, cut at spaces.
    private func near(_ date: Range<Int>, in sentence: Range<Int>) -> Range<Int> {
        var start = sentence.lowerBound
        var end = sentence.upperBound
        if date.lowerBound - start > Self.reach {
            start =
                text[date.lowerBound - Self.reach..<date.lowerBound].firstIndex(of: 0x20) ?? date.lowerBound
        }
        if end - date.upperBound > Self.reach {
            end = text[date.upperBound..<date.upperBound + Self.reach].lastIndex(of: 0x20) ?? date.upperBound
        }
        return start..<end
    }

    /// What follows `1992: `; all of it when the date stands elsewhere.
    private func afterLabel(_ date: Range<Int>, in item: Range<Int>) -> Range<Int> {
        let before = text[item.lowerBound..<date.lowerBound]
        guard before.count < 24, !before.contains(0x3a) else { return item }
        var start = date.upperBound
        while start < item.upperBound, [0x20, 0x3a, 0x2d].contains(text[start]) { start += 1 }
        return start < item.upperBound ? start..<item.upperBound : item
    }

    /// The parts of a sentence between commas, semicolons and colons outside of the date.
    private func segments(of sentence: Range<Int>, keeping date: Range<Int>) -> [Range<Int>] {
        var segments: [Range<Int>] = []
        var start = sentence.lowerBound
        var index = sentence.lowerBound
        while index < sentence.upperBound {
            let length = date.contains(index) ? 0 : debrisLength(at: index) ?? separatorLength(at: index)
            if length > 0 {
                if start < index { segments.append(start..<index) }
                start = index + length
            }
            index += max(length, 1)
        }
        if start < sentence.upperBound { segments.append(start..<sentence.upperBound) }
        return segments
    }

    private func debrisLength(at index: Int) -> Int? {
        guard text[index] < 0x40 else { return nil }
        let found = repairs.partition { $0.range.lowerBound >= index }
        guard found < repairs.count, repairs[found].range.lowerBound == index else { return nil }
        return repairs[found].range.count
    }

    /// `,` `;` `:` `،` `؛`, but not a comma inside a number.
    private func separatorLength(at index: Int) -> Int {
        let byte = text[index]
        let next = index + 1 < text.count ? text[index + 1] : 0x20
        if byte == 0x2c || byte == 0x3b || byte == 0x3a { return next &- 0x30 < 10 ? 0 : 1 }
        return byte == 0xd8 && (next == 0x8c || next == 0x9b) ? 2 : 0
    }
}
