import TextAnalysis

/// Tells what each line of an article is.
struct BlockReader {
    /// Code points of the longest heading and the longest title.
    private static let maximumHeading = 90
    private static let maximumTitle = 220

    let text: [UInt8]
    let lines: [Range<Int>]
    /// The title that was given apart.
    let title: String?
    /// Of the article.
    let language: Language
    var outline = Outline()

    func blocks() -> [Block] {
        var blocks: [Block] = []
        var section: Int?
        var ordinal = 0
        for (index, line) in lines.enumerated() {
            let kind = kind(of: index, after: blocks)
            ordinal = kind == .listItem ? (outline.startsList(line) ? 1 : ordinal + 1) : 0
            blocks.append(block(kind, line, section: kind == .attribution ? nil : section, ordinal: ordinal))
            if kind == .heading {
                section = blocks.count - 1
                blocks[blocks.count - 1].section = nil
            }
        }
        return blocks
    }

    private func block(_ kind: Block.Kind, _ line: Range<Int>, section: Int?, ordinal: Int) -> Block {
        let detector = LanguageDetector()
        return Block(
            kind: kind, range: line, section: section, ordinal: ordinal > 0 ? ordinal : nil,
            language: detector.language(of: text[line], expecting: language, margin: 8),
            direction: detector.direction(of: text[line]))
    }

    private func kind(of index: Int, after blocks: [Block]) -> Block.Kind {
        let line = Line(text: text, range: lines[index])
        if let kind = outline.kind(of: lines[index]) {
            return kind == .paragraph && line.isAttribution ? .attribution : kind
        }
        if index == 0, isTitle(line) { return .title }
        if line.isAttribution { return .attribution }
        if line.isQuote { return .quote }
        if isListItem(line, index, after: blocks) { return .listItem }
        return isHeading(line, index) ? .heading : .paragraph
    }

    private func isTitle(_ line: Line) -> Bool {
        if let title { return LetterFolding.fold(title) == LetterFolding.fold(line.string) }
        return lines.count > 1 && line.length <= Self.maximumTitle && !line.endsSentence
            && !line.isAttribution && !line.startsWithDateLabel && !line.hasBullet
    }

    private func isListItem(_ line: Line, _ index: Int, after blocks: [Block]) -> Bool {
        if line.hasBullet || line.startsWithDateLabel { return true }
        guard line.hasListLabel, let last = blocks.last else { return false }
        if last.kind == .listItem { return true }
        // A line that ends in a colon announces a list, when more than one line of its form follows.
        let next = index + 1 < lines.count ? Line(text: text, range: lines[index + 1]) : nil
        return Line(text: text, range: last.range).endsWithColon && next?.hasListLabel == true
    }

    private func isHeading(_ line: Line, _ index: Int) -> Bool {
        guard index > 0, index + 1 < lines.count, line.length <= Self.maximumHeading, !line.endsSentence,
            !line.endsWithColon
        else { return false }
        let next = Line(text: text, range: lines[index + 1])
        return !next.isAttribution
            && (next.length > line.length || next.hasBullet || next.startsWithDateLabel)
    }
}
