package import Articles
import TextAnalysis

/// Finds and reads the expressions of time of an article.
package struct TemporalTagger: Sendable {
    package init() {}

    /// In the order of the text, not overlapping. `documentDate` anchors what is said from the document's day; without it
    /// such expressions are left out, or keep their year open.
    package func expressions(in article: Article, documentDate: CivilDate?) -> [TemporalExpression] {
        article.blocks.enumerated().flatMap { index, block in
            expressions(in: article.text, block, index: index, documentDate: documentDate)
        }
    }

    private func expressions(
        in text: [UInt8], _ block: Block, index: Int, documentDate: CivilDate?
    ) -> [TemporalExpression] {
        let lexer = TemporalLexer(lexicon: .of(block.language))
        let tokens = lexer.tokens(in: text, block.range)
        let reader = TemporalReader(tokens: tokens, language: block.language, documentDate: documentDate)
        return reader.readings().compactMap { reading in
            guard let first = tokens[reading.tokens].first, let last = tokens[reading.tokens].last,
                let date = date(of: reading)
            else { return nil }
            return TemporalExpression(
                range: first.range.lowerBound..<last.range.upperBound, kind: reading.kind, value: date.edtf,
                date: date,
                block: index, rule: reading.rule)
        }
    }

    private func date(of reading: TemporalReading) -> WorldDate? {
        guard let first = reading.first?.worldDate else { return nil }
        if let second = reading.second {
            guard let end = second.worldDate else { return nil }
            return range(from: first, to: end)
        }
        if reading.isOpenAtEnd {
            return WorldDate(
                edtf: EDTFText.start(of: first) + "/..", lower: first.lower, upper: nil, precision: .range,
                qualifier: .after, calendar: first.calendar, basis: first.basis)
        }
        if reading.isOpenAtStart {
            return WorldDate(
                edtf: "../" + EDTFText.end(of: first), lower: nil, upper: first.upper, precision: .range,
                qualifier: .before, calendar: first.calendar, basis: first.basis)
        }
        return first
    }

    private func range(from first: WorldDate, to last: WorldDate) -> WorldDate? {
        if let lower = first.lower, let upper = last.upper, lower > upper { return nil }
        return WorldDate(
            edtf: EDTFText.start(of: first) + "/" + EDTFText.end(of: last), lower: first.lower,
            upper: last.upper,
            precision: .range, calendar: first.calendar, basis: first.basis)
    }
}

extension EDTFText {
    /// A value as the start of an interval: of an interval, its own start.
    fileprivate static func start(of date: WorldDate) -> String {
        String(date.edtf.prefix { $0 != "/" })
    }

    fileprivate static func end(of date: WorldDate) -> String {
        date.edtf.split(separator: "/").last.map(String.init) ?? date.edtf
    }
}
