import Articles
import TextAnalysis

/// Finds for each date of a block the sentence and the clause that it belongs to.
struct ClauseReader {
    private static let minimumWords = 3

    let text: [UInt8]
    let block: Block
    /// Debris ends a clause as a comma does.
    let repairs: [Repair]
    /// The block's expressions of time.
    let dates: [Range<Int>]
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
        sentences.first { $0.lowerBound <= date.lowerBound && date.upperBound <= $0.upperBound }
            ?? block.range
    }

    /// The clause around `date`: what stands between commas, with its neighbour when it says nothing but the date.
    func clause(of date: Range<Int>, in sentence: Range<Int>) -> Clause {
        if block.kind == .listItem {
            return Clause(text: text, range: afterLabel(date, in: sentence), dates: dates)
        }
        let parts = segments(of: sentence, keeping: date)
        guard
            let own = parts.firstIndex(where: {
                $0.lowerBound <= date.lowerBound && date.upperBound <= $0.upperBound
            })
        else { return Clause(text: text, range: sentence, dates: dates) }
        var range = parts[own]
        var clause = Clause(text: text, range: range, dates: dates)
        var next = own + 1
        while clause.words.count < Self.minimumWords, next < parts.count {
            range = range.lowerBound..<parts[next].upperBound
            clause = Clause(text: text, range: range, dates: dates)
            next += 1
        }
        if clause.words.count < Self.minimumWords, own > 0 {
            clause = Clause(text: text, range: parts[own - 1].lowerBound..<range.upperBound, dates: dates)
        }
        return clause
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
        return repairs.first { $0.range.lowerBound == index }?.range.count
    }

    /// `,` `;` `:` `،` `؛`, but not a comma inside a number.
    private func separatorLength(at index: Int) -> Int {
        let byte = text[index]
        let next = index + 1 < text.count ? text[index + 1] : 0x20
        if byte == 0x2c || byte == 0x3b || byte == 0x3a { return next &- 0x30 < 10 ? 0 : 1 }
        return byte == 0xd8 && (next == 0x8c || next == 0x9b) ? 2 : 0
    }
}
