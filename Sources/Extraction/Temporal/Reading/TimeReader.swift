import Articles
import TextAnalysis

/// Reads the expressions of an article's blocks one after the other: what is said first tells what is meant later.
struct TimeReader {
    /// What was read from a run of tokens.
    struct Reading {
        var tokens: Range<Int>
        var kind: TemporalExpression.Kind
        var value: String
        var date: WorldDate?
        var rule: String

        /// Less where the year is not written, more where the day is; a bare number may be none.
        var confidence: Double {
            var percent =
                switch date?.basis {
                case .explicit, .listLabel, nil: 95
                case .relative: 85
                case .inherited: 70
                case .published: 50
                }
            if date?.precision == .day, date?.basis == .explicit { percent += 4 }
            if rule.hasPrefix("year-") || rule.hasSuffix("-alone") { percent -= 15 }
            if date != nil, date?.lower == nil, date?.upper == nil { percent -= 20 }
            return Double(percent) / 100
        }
    }

    let documentDate: CivilDate?
    private(set) var context = TimeContext()
    private var readings: [Reading] = []

    init(documentDate: CivilDate?) {
        self.documentDate = documentDate
    }

    /// The expressions of one block, in their order.
    mutating func readings(
        of tokens: [TimeToken], with matcher: inout TimeMatcher
    ) -> [Reading] {
        readings.removeAll(keepingCapacity: true)
        context.sentence += 1
        var index = 0
        while index < tokens.count {
            guard var match = matcher.match(tokens, at: index) else {
                if Self.endsSentence(tokens[index]) { context.sentence += 1 }
                index += 1
                continue
            }
            let count = readings.count
            context.position = Int(tokens[match.tokens.lowerBound].start)
            var isRead = read(match, tokens, matcher.lexicon)
            if !isRead {
                readings.removeLast(readings.count - count)
                // What can't be a range may be a date with something after it.
                if let other = matcher.match(tokens, at: index, except: match.rule) {
                    match = other
                    isRead = read(match, tokens, matcher.lexicon)
                }
                if !isRead { readings.removeLast(readings.count - count) }
            }
            index = isRead ? max(match.tokens.upperBound, index + 1) : index + 1
        }
        return readings
    }

    private static func endsSentence(_ token: TimeToken) -> Bool {
        token.kind == .mark
            && (token.word == TimeMark.period.rawValue || token.word == TimeMark.other.rawValue)
    }

    /// Whether the match means something.
    private mutating func read(_ match: TimeMatch, _ tokens: [TimeToken], _ lexicon: TimeLexicon) -> Bool {
        let tenses = TenseReader(lexicon: lexicon, tokens: tokens)
        let tense = tenses.tense(around: match.tokens)
        switch match.rule.kind {
        case .veto: return true
        case .date: return readDate(match, lexicon, tense)
        case .list: return readList(match, lexicon, tense)
        case .range: return readRange(match, lexicon, tense)
        case .span: return readSpan(match, lexicon, tense)
        case .since where tenses.isFinished(before: match.tokens) && readAgo(match, lexicon): return true
        case .since, .until: return readOpen(match, lexicon, tense)
        case .time:
            var fields = match.parts.first?.fields ?? match.common
            if !fields.has(.meridiem) { fields[.meridiem] = partOfDay(tokens, behind: match, lexicon) }
            guard let time = ClockReader.time(fields) else { return false }
            append(match, .time, (sentenceDay ?? "") + time)
        case .timerange: return readTimeRange(match)
        case .duration, .set:
            guard let value = DurationText.duration(match.parts.first?.fields ?? match.common) else {
                guard match.rule.kind == .set, match.common.has(.weekday) else { return false }
                append(match, .set, "R/P1W")
                return true
            }
            append(
                match, match.rule.kind == .set ? .set : .duration,
                match.rule.kind == .set ? "R/" + value : value)
        }
        return true
    }

    // MARK: Dates

    private func reader(_ lexicon: TimeLexicon, _ tense: TenseReader.Tense?) -> DateReader {
        DateReader(language: lexicon.language, documentDate: documentDate, context: context, tense: tense)
    }

    private mutating func readDate(
        _ match: TimeMatch, _ lexicon: TimeLexicon, _ tense: TenseReader.Tense?
    ) -> Bool {
        let fields = match.parts.first.map { $0.fields.filled(from: match.common) } ?? match.common
        guard var parts = reader(lexicon, tense).date(fields), let date = parts.worldDate else {
            return readLength(match, fields)
        }
        if match.rule.name == "list-label" { parts.basis = .listLabel }
        context.note(parts)
        if let weekday = fields[.weekday], !fields.has(.direction) { context.note(weekday: weekday, parts) }
        append(match, .date, date.edtf, parts.worldDate)
        return true
    }

    /// «after five years», when it can't be told from when: how long it was.
    private mutating func readLength(_ match: TimeMatch, _ fields: TimeFields) -> Bool {
        guard fields.has(.ago), let part = match.parts.first,
            let value = DurationText.duration(fields)
        else { return false }
        readings.append(Reading(tokens: part.tokens, kind: .duration, value: value, rule: match.rule.name))
        return true
    }

    private mutating func readList(
        _ match: TimeMatch, _ lexicon: TimeLexicon, _ tense: TenseReader.Tense?
    ) -> Bool {
        var items = match.parts.map { $0.fields.filled(from: match.common) }
        RangeCompletion.complete(&items)
        var dates: [(WorldDate, Range<Int>)] = []
        for (part, fields) in zip(match.parts, items) {
            guard let parts = reader(lexicon, tense).date(fields), let date = parts.worldDate else {
                return false
            }
            context.note(parts)
            dates.append((date, part.tokens))
        }
        for (date, tokens) in dates {
            readings.append(
                Reading(tokens: tokens, kind: .date, value: date.edtf, date: date, rule: match.rule.name))
        }
        return true
    }

    private mutating func readRange(
        _ match: TimeMatch, _ lexicon: TimeLexicon, _ tense: TenseReader.Tense?
    ) -> Bool {
        guard match.parts.count == 2 else { return false }
        var first = match.parts[0].fields.filled(from: match.common)
        var second = match.parts[1].fields.filled(from: match.common)
        if lexicon.language == .persian { RangeCompletion.order(&first, &second) }
        RangeCompletion.complete(&first, &second)
        if lexicon.language == .persian { RangeCompletion.completeCalendar(&first, &second) }
        guard var start = reader(lexicon, tense).date(first) else { return false }
        var after = self
        after.context.note(start)
        guard var end = after.reader(lexicon, tense).date(second) else { return false }
        if RangeCompletion.lackYears(first, second), let last = reader(lexicon, tense).date(second) {
            // The year is the one in which the range ends.
            end = last
            start = start.before(last)
        }
        Self.order(&start, &end)
        if second.has(.weekday), !second.has(.direction) { end = end.inWeek(after: start) }
        guard let one = start.worldDate, let other = end.worldDate, let range = Self.range(one, other) else {
            return false
        }
        context.note(start)
        context.note(end)
        append(match, .range, range.edtf, range)
        return true
    }

    private mutating func readSpan(
        _ match: TimeMatch, _ lexicon: TimeLexicon, _ tense: TenseReader.Tense?
    ) -> Bool {
        let reader = reader(lexicon, tense)
        guard let (first, last) = reader.partOfYear(match.common) ?? reader.span(match.common) else {
            guard match.rule.name == "span", let value = DurationText.duration(match.common) else {
                return false
            }
            append(match, .duration, value)
            return true
        }
        guard let one = first.worldDate, let other = last.worldDate, let range = Self.range(one, other) else {
            return false
        }
        append(match, .range, range.edtf, range)
        return true
    }

    /// «2018/2017» of a school year is written backwards.
    private static func order(_ first: inout DateParts, _ second: inout DateParts) {
        guard case .year(let late) = first.value, case .year(let early) = second.value, late - early == 1
        else {
            return
        }
        swap(&first, &second)
    }

    private static func range(_ first: WorldDate, _ last: WorldDate) -> WorldDate? {
        if let lower = first.lower, let upper = last.upper, lower > upper { return nil }
        return WorldDate(
            edtf: EDTFText.start(of: first.edtf) + "/" + EDTFText.end(of: last.edtf), lower: first.lower,
            upper: last.upper, precision: .range, qualifier: first.qualifier ?? last.qualifier,
            calendar: first.calendar, basis: first.basis)
    }

    /// «توفي منذ عامين»: what was over when it happened did not last since.
    private mutating func readAgo(_ match: TimeMatch, _ lexicon: TimeLexicon) -> Bool {
        let reader = reader(lexicon, .happened)
        guard reader.date(match.common) == nil, let parts = reader.length(match.common, -1),
            let date = parts.worldDate
        else { return false }
        context.note(parts)
        append(match, .date, date.edtf, date)
        return true
    }

    private mutating func readOpen(
        _ match: TimeMatch, _ lexicon: TimeLexicon, _ tense: TenseReader.Tense?
    ) -> Bool {
        let fields = match.parts.first.map { $0.fields.filled(from: match.common) } ?? match.common
        let isSince = match.rule.kind == .since
        // What has a start has begun; in «بدأ ويستمر حتى 15 يوليو» the verb tells of the start.
        let reader = reader(lexicon, isSince ? .happened : tense == .happened ? nil : tense)
        guard var parts = reader.date(fields) ?? (isSince ? reader.length(fields, -1) : nil) else {
            return false
        }
        if fields.has(.approximate) { parts.isApproximate = true }
        guard let point = parts.worldDate, point.lower != nil || parts.lacksYear else { return false }
        context.note(parts)
        let edtf =
            isSince ? EDTFText.start(of: point.edtf) + "/.." : "../" + EDTFText.end(of: point.edtf)
        let date = WorldDate(
            edtf: edtf, lower: isSince ? point.lower : nil, upper: isSince ? nil : point.upper,
            precision: .range, qualifier: isSince ? .after : .before, calendar: point.calendar,
            basis: point.basis, modifier: point.modifier, original: point.original)
        append(match, .range, edtf, date)
        return true
    }

    // MARK: Clock times

    /// The day of which the sentence speaks, in EDTF.
    private var sentenceDay: String? {
        context.daySentence == context.sentence ? context.day.map(EDTFText.day) : nil
    }

    /// Of «الساعة السادسة من مساء الخميس», what «مساء», which is of the next expression, tells of the hour.
    private func partOfDay(_ tokens: [TimeToken], behind match: TimeMatch, _ lexicon: TimeLexicon) -> Int? {
        let behind = match.tokens.upperBound..<min(match.tokens.upperBound + 2, tokens.count)
        let parts = tokens[behind].prefix { $0.kind == .word }.lazy.compactMap {
            lexicon.value(of: $0.word, in: lexicon.dayPartClass)
        }
        guard let part = parts.first else { return nil }
        return [1, 2, 2, 4].indices.contains(part - 1) ? [1, 2, 2, 4][part - 1] : nil
    }

    private mutating func readTimeRange(_ match: TimeMatch) -> Bool {
        guard match.parts.count == 2 else { return false }
        var first = match.parts[0].fields
        let second = match.parts[1].fields
        if !first.has(.zone) { first[.zone] = second[.zone] }
        // «من 8 إلى 10 مساء».
        if !first.has(.meridiem), let one = first[.hour], let other = second[.hour], one < other {
            first[.meridiem] = second[.meridiem]
        }
        guard let start = ClockReader.time(first), var end = ClockReader.time(second) else { return false }
        if end <= start, let hour = second[.hour], hour <= 12, !second.has(.meridiem) {
            var later = second
            later[.meridiem] = 2
            end = ClockReader.time(later) ?? end
        }
        let day = sentenceDay ?? ""
        append(match, .range, day + start + "/" + day + end)
        return true
    }

    private mutating func append(
        _ match: TimeMatch, _ kind: TemporalExpression.Kind, _ value: String, _ date: WorldDate? = nil
    ) {
        // A part that stands alone in a rule is the expression.
        let tokens =
            match.parts.count == 1 && match.rule.kind != .range ? match.parts[0].tokens : match.tokens
        readings.append(
            Reading(
                tokens: ["ago", "later"].contains(match.rule.name) ? match.tokens : tokens, kind: kind,
                value: value, date: date, rule: match.rule.name))
    }
}
