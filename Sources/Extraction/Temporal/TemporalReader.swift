import Articles
import TextAnalysis

/// An expression of time as it was read from tokens.
struct TemporalReading {
    var tokens: Range<Int>
    var kind: TemporalExpression.Kind
    var rule: String
    var first: DateParts?
    /// The other end of a range; `nil` when open or for a single date.
    var second: DateParts?
    var isOpenAtStart = false
    var isOpenAtEnd = false

    var isRange: Bool { second != nil || isOpenAtStart || isOpenAtEnd }
}

/// Finds the expressions of time in the tokens of one block, from left to right, the longest form first.
struct TemporalReader {
    let dates: DateReader
    let relative: RelativeReader
    var tokens: [TimeToken] { dates.tokens }

    init(tokens: [TimeToken], language: Language, documentDate: CivilDate?) {
        dates = DateReader(tokens: tokens, language: language)
        relative = RelativeReader(tokens: tokens, documentDate: documentDate)
    }

    func readings() -> [TemporalReading] {
        var readings: [TemporalReading] = []
        var index = 0
        while index < tokens.count {
            guard tokens[index].number != nil || tokens[index].word != nil,
                let found = reading(at: index, after: readings.last)
            else {
                index += 1
                continue
            }
            readings += found
            index = max(index + 1, found.last?.tokens.upperBound ?? 0)
        }
        return readings
    }

    private func reading(at index: Int, after last: TemporalReading?) -> [TemporalReading]? {
        // «نهج 9 أفريل»: streets and laws are named after days and years.
        if index > 0, tokens[index].follows, tokens[index - 1].is(.label) { return nil }
        if let range = range(at: index) { return [range] }
        if let open = open(at: index) { return [open] }
        if let list = list(at: index) { return list }
        if let label = label(at: index) { return [label] }
        return single(at: index, after: last).map { [$0] }
    }

    // MARK: Ranges

    /// من … إلى …, بين … و…, from … to …, 1990-1995, 2018 إلى 2022.
    private func range(at index: Int) -> TemporalReading? {
        let hasIntroduction =
            tokens[index].is(.from) || tokens[index].is(.between) || tokens[index].is(.since)
        let start = hasIntroduction ? index + 1 : index
        guard let first = rangeEnd(at: start), first.end < tokens.count else { return nil }
        var next = first.end
        let joint = tokens[next]
        var isHyphen = false
        if joint.is(.to) || joint.is(.until) || hasIntroduction && joint.is(.and) {
            next += 1
        } else if hasIntroduction && tokens[index].is(.between) && joint.hasAnd {
            // The و is written together with the second end.
        } else if joint.gap == .hyphen
            || joint.gap == .slash && joint.digits == 4 && tokens[start].digits == 4
        {
            isHyphen = true
        } else {
            return nil
        }
        guard let second = rangeEnd(at: next) else { return nil }
        guard let (from, to) = complete(first.parts, second.parts, isHyphen: isHyphen) else { return nil }
        if tokens.indices.contains(second.end), tokens[second.end].follows, tokens[second.end].is(.counted) {
            return nil
        }
        return TemporalReading(
            tokens: index..<second.end, kind: .range, rule: isHyphen ? "range-hyphen" : "range", first: from,
            second: to)
    }

    /// A date, or a number alone that the other end explains.
    private func rangeEnd(at index: Int) -> DateReader.Reading? {
        guard tokens.indices.contains(index) else { return nil }
        if let date = dates.date(at: index) { return date }
        var next = index
        if let unit = tokens[index].unit, unit == .year || unit == .day, tokens.indices.contains(index + 1) {
            next += 1
        }
        guard tokens.indices.contains(next), tokens[next].number != nil else {
            return ordinalDay(at: next)
        }
        if let year = dates.year(at: next) { return year }
        return ordinalDay(at: next)
    }

    private func ordinalDay(at index: Int) -> DateReader.Reading? {
        guard tokens.indices.contains(index), let day = dates.dayNumber(tokens[index]) else { return nil }
        // Month 0: to be taken from the other end.
        return (DateParts(value: .day(day, month: 0, year: nil)), index + 1)
    }

    /// Both ends with what one of them left out; `nil` when they make no range.
    private func complete(
        _ first: DateParts, _ second: DateParts, isHyphen: Bool
    ) -> (DateParts, DateParts)? {
        var first = first
        var second = second
        if case .day(let day, 0, _) = first.value {
            guard case .day(_, let month, let year) = second.value, month > 0 else { return nil }
            first = DateParts(value: .day(day, month: month, year: year), calendar: second.calendar)
        }
        if case .day(_, 0, _) = second.value { return nil }
        if case .year(let from) = first.value, case .year(let to) = second.value {
            guard from < to, from > 999, to < 2_101 else { return nil }
        } else if isHyphen, case .year = first.value {
            return nil
        }
        if first.year == nil, let year = second.year { first = first.with(year: year) }
        if second.year == nil, let year = first.year { second = second.with(year: year) }
        if first.year == nil { (first, second) = (relative.resolved(first), relative.resolved(second)) }
        return (first, second)
    }

    /// منذ …, حتى …: one end is open.
    private func open(at index: Int) -> TemporalReading? {
        let word = tokens[index]
        guard word.is(.since) || word.is(.until), index + 1 < tokens.count, tokens[index + 1].follows else {
            return nil
        }
        var next = index + 1
        while next < tokens.count, isModifier(tokens[next]), tokens[next].follows { next += 1 }
        guard next < tokens.count,
            let date = dates.date(at: next) ?? bareYear(at: next, isIntroduced: true)
                ?? relative.date(at: next)
        else { return nil }
        // Persian از opens a range only before a year or month.
        if word.is(.from), !tokens[next].is(.unit), date.parts.year == nil { return nil }
        let parts = relative.resolved(date.parts)
        return TemporalReading(
            tokens: index..<date.end, kind: .range, rule: word.is(.since) ? "since" : "until", first: parts,
            isOpenAtStart: !word.is(.since), isOpenAtEnd: word.is(.since))
    }

    private func isModifier(_ token: TimeToken) -> Bool {
        token.number == nil
            && (token.is(.start) || token.is(.middle) || token.is(.end) || token.is(.about)
                || token.value(.offset) == 0)
    }

    // MARK: Lists and labels

    /// 7 و8 أبريل: days that share a month; عامي 1992 و1993.
    private func list(at index: Int) -> [TemporalReading]? {
        var start = index
        if let unit = tokens[index].unit, tokens[index].is(.units), unit == .day || unit == .year {
            start += 1
        }
        guard start + 1 < tokens.count, tokens[start].number != nil, start == index || tokens[start].follows
        else {
            return nil
        }
        let next = tokens[start + 1]
        let second = next.is(.and) ? start + 2 : start + 1
        guard second < tokens.count, next.follows, next.is(.and) || next.hasAnd else { return nil }
        if let day = dates.dayNumber(tokens[start]), let date = dates.date(at: second),
            case .day(_, let month, let year) = date.parts.value
        {
            let first = DateParts(value: .day(day, month: month, year: year), calendar: date.parts.calendar)
            return [
                reading(index..<start + 1, "list", first), reading(second..<date.end, "list", date.parts),
            ]
        }
        guard start > index, tokens[index].unit == .year, let one = dates.year(at: start),
            let two = dates.year(at: second)
        else { return nil }
        return [reading(index..<one.end, "list", one.parts), reading(second..<two.end, "list", two.parts)]
    }

    /// `1992: …`, `مارس 2023: …` at the start of a block.
    private func label(at index: Int) -> TemporalReading? {
        guard index == 0, let date = dates.date(at: 0) ?? dates.year(at: 0), date.end < tokens.count else {
            return nil
        }
        let gap = tokens[date.end].gap
        guard gap == .colon || gap == .hyphen && tokens[date.end].number == nil,
            date.parts.year.map({ $0 > 999 }) ?? false
        else { return nil }
        var parts = date.parts
        parts.basis = .listLabel
        return reading(0..<date.end, "list-label", parts)
    }

    // MARK: Single dates

    private func single(at index: Int, after last: TemporalReading?) -> TemporalReading? {
        var next = index
        while next < tokens.count, isModifier(tokens[next]), next == index || tokens[next].follows {
            next += 1
        }
        guard next < tokens.count, next == index || tokens[next].follows else { return nil }
        let isAbout = tokens[index..<next].contains { $0.is(.about) }
        let isListed = last.map { $0.tokens.upperBound == index && tokens[index].hasAnd } ?? false
        guard
            let found = dates.date(at: next).flatMap({ accepted($0, at: next) })
                ?? bareYear(at: next, isIntroduced: isListed || next > index && !isAbout)
                ?? relative.date(at: next)
        else { return nil }
        var parts = relative.resolved(found.parts, end: relative.direction(at: found.end))
        parts.isApproximate = isAbout
        let end = relative.direction(at: found.end) == nil ? found.end : found.end + 1
        return reading(index..<end, "date", parts)
    }

    private func reading(_ range: Range<Int>, _ rule: String, _ parts: DateParts) -> TemporalReading {
        TemporalReading(tokens: range, kind: .date, rule: rule, first: relative.resolved(parts))
    }

    /// A month alone may be a name or another word: it needs a year, or a word that makes it a time.
    private func accepted(_ date: DateReader.Reading, at index: Int) -> DateReader.Reading? {
        guard case .month(_, nil) = date.parts.value else { return date }
        if tokens[index].unit == .month || relative.direction(at: date.end) != nil { return date }
        guard date.parts.calendar == .gregorian, dates.language != .persian else { return nil }
        let isDouble = date.end - index > 1
        let before = index > 0 ? tokens[index - 1] : nil
        return isDouble || tokens[index].hasPreposition
            || before?.is(.preposition) == true && tokens[index].follows
            ? date : nil
    }

    /// A number alone is a year after a word that makes it one, or between parentheses, and not before what it counts.
    private func bareYear(at index: Int, isIntroduced: Bool) -> DateReader.Reading? {
        guard let reading = dates.year(at: index), let year = reading.parts.year,
            (1_500...2_100).contains(year) || reading.end > index + 1 || tokens[index].era != nil
        else { return nil }
        let before = index > 0 ? tokens[index - 1] : nil
        let next = reading.end < tokens.count ? tokens[reading.end] : nil
        if let next, next.follows, next.is(.counted) { return nil }
        if before?.is(.label) == true, before?.is(.preposition) != true { return nil }
        let hasPreposition =
            before?.is(.preposition) == true && (tokens[index].follows || before?.is(.middle) == true)
            || tokens[index].hasPreposition
        let isAlone = tokens[index].gap == .parenthesis && (next == nil || next?.gap == .parenthesis)
        let hasEra = reading.end > index + 1 || tokens[index].era == .ad
        // «the Treaty of Rome 1957»
        let isOfName = before?.isCapitalised == true && tokens[index].follows && before?.number == nil
        guard isIntroduced || hasPreposition || isAlone || hasEra || isOfName else { return nil }
        return reading
    }
}
