import Articles
import TextAnalysis

/// Tells expressions of time that say when something happened from those that only frame it: the year of a budget, what a
/// figure is compared with, since when it was no higher, the line above an agency's text.
struct FrameReader {
    private static let wordsBefore = 5
    private static let wordsOfComparison = 8
    private static let wordsOfDateline = 3

    let clauses: ClauseReader

    private var text: [UInt8] { clauses.text }
    private var block: Block { clauses.block }

    func isFrame(_ expression: TemporalExpression, _ clause: Clause) -> Bool {
        let before = clause.words.filter { $0.range.upperBound <= expression.range.lowerBound }
            .suffix(Self.wordsOfComparison)
        if has("compared", before) || isDateline(expression.range) { return true }
        if isFramed(expression, by: before.last) { return true }
        // Opening hours, when no day is told.
        guard let date = expression.date else {
            return expression.kind == .range && expression.value.hasPrefix("T")
        }
        if expression.kind == .range, date.upper == nil, has("superlative", before.suffix(Self.wordsBefore)) {
            return true
        }
        guard date.precision == .year || date.precision == .range, date.basis != .listLabel else {
            return false
        }
        return before.last.map { cue($0) == "planned" } ?? false
            || date.precision == .year && isPurpose(expression.range)
    }

    /// Whether the word right before the expression makes it a frame.
    private func isFramed(_ expression: TemporalExpression, by word: ClauseWord?) -> Bool {
        guard let word, let date = expression.date,
            expression.range.lowerBound - word.range.upperBound == 1, let cue = cue(word)
        else { return false }
        return switch cue {
        case "than", "figure": expression.kind == .date && date.precision != .day
        case "of": date.precision == .century
        case "lasting": expression.kind == .range && date.upper == nil
        default: false
        }
    }

    private func has(_ name: String, _ words: some Sequence<ClauseWord>) -> Bool {
        var last = ""
        for word in words {
            if cue(word) == name || CueLexicon.frames.name(last, word.folded) == name { return true }
            last = word.folded
        }
        return false
    }

    private func cue(_ word: ClauseWord) -> String? {
        CueLexicon.frames.name(word.bare) ?? CueLexicon.frames.name(word.folded)
    }

    /// «لعام 2018»: what it is for, not when it was.
    private func isPurpose(_ date: Range<Int>) -> Bool {
        let start = date.lowerBound
        // U+0644, the letter ل: twice in «للعام», or as a word of its own before the date.
        let lam: [UInt8] = [0xd9, 0x84]
        if text[date].starts(with: lam + lam) { return true }
        guard start >= block.range.lowerBound + 2, text[start - 2] == 0xd9, text[start - 1] == 0x84 else {
            return false
        }
        return start == block.range.lowerBound + 2 || text[start - 3] == 0x20
    }

    /// «الرياض 25 شوال 1436 هـ الموافق 10 أغسطس 2015 م واس»: a few words and dates before the text begins.
    private func isDateline(_ date: Range<Int>) -> Bool {
        let head = block.range.lowerBound..<date.lowerBound
        guard head.count < 120, block.kind == .paragraph else { return false }
        func words(_ range: Range<Int>) -> [String] {
            clauses.clause(range).words.map(\.folded)
        }
        let before = words(head)
        guard before.count <= Self.wordsOfDateline else { return false }
        let tail = words(date.upperBound..<characterStart(min(block.range.upperBound, date.upperBound + 120)))
        let after = tail.drop { CueLexicon.frames.name($0) == "agreeing" }.first
        return after.map { CueLexicon.frames.name($0) == "agency" } ?? false
    }

    /// The start of the character at `offset` or before it.
    private func characterStart(_ offset: Int) -> Int {
        var offset = offset
        while offset < text.count, text[offset] & 0xc0 == 0x80 { offset -= 1 }
        return offset
    }
}
