import Articles
import TextAnalysis

extension DateReader {
    // MARK: Said from the document's day

    /// Yesterday, الخميس الماضي, last year, the same month; or a year alone.
    func relative(_ fields: TimeFields) -> DateParts? {
        if let weekday = fields[.weekday] { return self.weekday(weekday, fields) }
        if let days = fields[.offset] { return offset(days) }
        if let unit = fields[.unit].flatMap(TimeUnit.init) {
            let direction = fields[.direction].flatMap(TimeDirection.init)
            guard direction != nil || fields.has(.modifier) else { return nil }
            return self.unit(unit, direction ?? .this)
        }
        let (year, basis) = year(fields)
        guard let year else { return nil }
        return DateParts(
            value: .year(year), calendar: calendar(ofYear: year, fields, isNumeric: false), basis: basis)
    }

    private func offset(_ days: Int) -> DateParts? {
        documentDate.map {
            DateParts(value: DateParts.day(CivilDate(dayNumber: $0.dayNumber + days)), basis: .relative)
        }
    }

    private func weekday(_ weekday: Int, _ fields: TimeFields) -> DateParts? {
        guard let today = documentDate?.dayNumber else { return nil }
        if let days = fields[.offset], Self.weekday(today + days) == weekday || days != 0 {
            return offset(days)
        }
        // «في الثامن من ذي الحجة (الأحد)».
        if !fields.has(.direction), let day = context.dayBeside, Self.weekday(day.dayNumber) == weekday {
            return DateParts(value: DateParts.day(day), basis: .inherited)
        }
        if !fields.has(.direction), tense != .future, let day = context.weekdays[weekday] {
            return DateParts(value: DateParts.day(day), basis: .relative)
        }
        let back = (Self.weekday(today) - weekday) %% 7
        let isAhead: Bool
        switch fields[.direction].flatMap(TimeDirection.init) {
        case .next, .after: isAhead = true
        case .last, .before: isAhead = false
        case .this: isAhead = tense != .past && tense != .happened
        case .same, nil: isAhead = tense == .future && back != 0
        }
        let strictly = fields.has(.direction) && fields[.direction] != 0
        let day =
            isAhead
            ? today + (back == 0 ? (strictly ? 7 : 0) : 7 - back)
            : today - (back == 0 && strictly ? 7 : back)
        return DateParts(value: DateParts.day(CivilDate(dayNumber: day)), basis: .relative)
    }

    func unit(_ unit: TimeUnit, _ direction: TimeDirection) -> DateParts? {
        switch direction {
        case .last, .this, .next:
            if language == .persian, let parts = solarUnit(unit, direction.rawValue) { return parts }
            return documentDate.flatMap { shifted($0, unit, direction.rawValue, .relative) }
        case .same, .before, .after:
            let shift = direction == .same ? 0 : direction == .before ? -1 : 1
            return contextDay(unit).flatMap { shifted($0, unit, shift, .inherited) }
        }
    }

    /// «ماه گذشته», of the Iranian calendar.
    private func solarUnit(_ unit: TimeUnit, _ count: Int) -> DateParts? {
        guard let documentDate, let now = CalendarConversion.month(of: documentDate, in: .persian) else {
            return nil
        }
        switch unit {
        case .year: return DateParts(value: .year(now.year + count), calendar: .persian, basis: .relative)
        case .month:
            let months = now.year * 12 + now.month - 1 + count
            return DateParts(
                value: .month(months %% 12 + 1, year: (months - months %% 12) / 12), calendar: .persian,
                basis: .relative)
        default: return nil
        }
    }

    /// The day that «the same» and «the one after» are counted from: what was said last, as far as it is as precise as `unit`.
    private func contextDay(_ unit: TimeUnit) -> CivilDate? {
        switch unit {
        case .day, .week: return context.day ?? documentDate
        case .month:
            return context.month.flatMap { CivilDate(year: $0.year, month: $0.month, day: 1) } ?? documentDate
        default: return context.year.flatMap { CivilDate(year: $0, month: 1, day: 1) } ?? documentDate
        }
    }

    /// The unit of time that lies `count` units from the one around `day`.
    func shifted(
        _ day: CivilDate, _ unit: TimeUnit, _ count: Int, _ basis: WorldDate.Basis
    ) -> DateParts? {
        let (year, month, _) = day.components
        let value: DateParts.Value
        switch unit {
        case .second, .minute, .hour: return nil
        case .day: value = DateParts.day(CivilDate(dayNumber: day.dayNumber + count))
        case .week:
            let monday = day.dayNumber - (Self.weekday(day.dayNumber) - 1)
            value = .week(monday: CivilDate(dayNumber: monday + 7 * count))
        case .month:
            let months = year * 12 + month - 1 + count
            value = .month(months %% 12 + 1, year: (months - months %% 12) / 12)
        case .quarter, .season:
            let quarters = year * 4 + (month - 1) / 3 + count
            value = .part(33 + quarters %% 4, year: (quarters - quarters %% 4) / 4)
        case .half:
            let halves = year * 2 + (month - 1) / 6 + count
            value = .part(40 + halves %% 2, year: (halves - halves %% 2) / 2)
        case .year: value = .year(year + count)
        case .decade: value = .decade((year - year %% 10) + 10 * count)
        case .century: value = .century((year - year %% 100) / 100 + 1 + count)
        case .millennium: value = .millennium((year - year %% 1_000) / 1_000 + 1 + count)
        }
        return DateParts(value: value, basis: basis)
    }

    /// Three years ago; five days later, which counts from what was said last.
    func ago(_ fields: TimeFields) -> DateParts? {
        guard let direction = fields[.ago] else { return nil }
        return length(fields, direction)
    }

    /// The date that lies a length of time before (-1) or after (1) the document's day.
    func length(_ fields: TimeFields, _ direction: Int) -> DateParts? {
        guard let unit = fields[.unit].flatMap(TimeUnit.init), fields[.count] != 0 else { return nil }
        if abs(direction) == 2 { return fromContext(fields, unit, direction / 2) }
        let count = min(fields[.count] ?? 1, 100_000)
        let isLater = direction > 0
        guard let day = isLater ? (documentDate == nil ? context.day : nil) : documentDate else { return nil }
        if let quarters = fields[.fraction] {
            return part(of: unit, fields[.count] ?? 0, quarters, day, direction)
        }
        switch unit {
        case .decade: return shifted(day, .year, direction * 10 * count, .relative)
        case .century: return shifted(day, .year, direction * 100 * count, .relative)
        case .week:
            return shifted(day, .week, direction * count, .relative)
        default: return shifted(day, unit, direction * count, isLater ? .inherited : .relative)
        }
    }

    /// «Two years later», where what was said last is as precise as that.
    private func fromContext(_ fields: TimeFields, _ unit: TimeUnit, _ direction: Int) -> DateParts? {
        let count = direction * min(fields[.count] ?? 1, 100_000)
        guard !fields.has(.fraction), !fields.has(.unit2) else { return nil }
        switch unit {
        case .second, .minute, .hour: return nil
        case .day, .week: return context.day.flatMap { shifted($0, unit, count, .inherited) }
        case .month, .quarter, .season, .half:
            let day = context.month.flatMap { CivilDate(year: $0.year, month: $0.month, day: 1) }
            return day.flatMap { shifted($0, unit, count, .inherited) }
        case .year, .decade, .century, .millennium:
            let years = count * (unit == .year ? 1 : unit == .decade ? 10 : unit == .century ? 100 : 1_000)
            let day = context.year.flatMap { CivilDate(year: $0, month: 1, day: 1) }
            guard var parts = day.flatMap({ shifted($0, .year, years, .inherited) }) else { return nil }
            parts.calendar = context.yearCalendar
            return parts
        }
    }

    /// «قبل عام ونصف», «منذ ربع قرن».
    func part(
        of unit: TimeUnit, _ count: Int, _ quarters: Int, _ day: CivilDate, _ direction: Int
    ) -> DateParts? {
        guard (0...1_000).contains(count) else { return nil }
        return switch unit {
        case .century: shifted(day, .year, direction * (100 * count + 25 * quarters), .relative)
        case .decade: shifted(day, .year, direction * (10 * count + 5 * quarters / 2), .relative)
        case .year: shifted(day, .month, direction * (12 * count + 3 * quarters), .relative)
        case .month: shifted(day, .week, direction * (4 * count + quarters), .relative)
        default: nil
        }
    }

    // MARK: Years that are not said

    /// A month or day with «الماضي», «المقبل», «الجاري».
    func directed(_ parts: DateParts, _ number: Int) -> DateParts {
        guard let direction = TimeDirection(rawValue: number) else { return parts }
        if direction == .same || direction == .before || direction == .after {
            return context.year.map { inherited(parts, $0) } ?? parts
        }
        guard let documentDate else { return parts }
        let years = candidates(parts, around: documentDate)
        let found: Int?
        switch direction {
        case .last:
            found = years.last { $0.days.last <= documentDate && !$0.days.contains(documentDate) }?.year
        case .next: found = years.first { $0.days.first > documentDate }?.year
        default: found = nearest(years, documentDate)
        }
        return found.map { relative(parts, $0) } ?? parts
    }

    /// A month, day or season without a year: of the year said just before, else the one in which the weekday is that day,
    /// else the one nearest to the document's day, as far as the tense allows.
    func withYear(_ parts: DateParts, weekday: Int? = nil) -> DateParts {
        let said = context.isYearExplicit && parts.calendar == context.yearCalendar ? context.year : nil
        guard let documentDate else { return said.map { inherited(parts, $0) } ?? parts }
        let years = candidates(parts, around: documentDate)
        if let weekday,
            let year = years.first(where: { Self.weekday($0.days.first.dayNumber) == weekday })?.year
        {
            return relative(parts, year)
        }
        if let said, context.sentence == context.yearSentence, context.isBesideYear, tense != .future,
            abs(documentDate.components.year - said) > 1
        {
            return inherited(parts, said)
        }
        return year(of: years, documentDate).map { relative(parts, $0) } ?? parts
    }

    private func year(of years: [Candidate], _ today: CivilDate) -> Int? {
        let past = years.last { $0.days.first <= today }
        let ahead = years.first { $0.days.last >= today }
        guard let past, let ahead else { return (past ?? ahead)?.year }
        let since = today.dayNumber - past.days.last.dayNumber
        let until = ahead.days.first.dayNumber - today.dayNumber
        switch tense {
        // What lies ahead by most of a year is rather what was a few weeks ago.
        case .future: return until > 240 && since < 100 ? past.year : ahead.year
        case .happened: return until > 45 ? past.year : nearest(years, today)
        case .past, nil: return until > 75 ? past.year : nearest(years, today)
        }
    }

    private struct Candidate {
        var year: Int
        var days: ClosedRange<CivilDate>
    }

    private func candidates(_ parts: DateParts, around day: CivilDate) -> [Candidate] {
        guard let year = CalendarConversion.month(of: day, in: parts.calendar)?.year else { return [] }
        return (year - 1...year + 1).compactMap { year in
            guard let days = parts.with(year: year).days, let first = days.first, let last = days.last else {
                return nil
            }
            return Candidate(year: year, days: first...last)
        }
    }

    /// The year in which it lies nearest; of two equally near ones the earlier. What lies ahead counts half as far again.
    private func nearest(_ candidates: [Candidate], _ day: CivilDate) -> Int? {
        func distance(_ candidate: Candidate) -> Int {
            if candidate.days.contains(day) { return 0 }
            return candidate.days.upperBound < day
                ? (day.dayNumber - candidate.days.upperBound.dayNumber) * 2
                : (candidate.days.lowerBound.dayNumber - day.dayNumber) * 3
        }
        return candidates.min { distance($0) < distance($1) }?.year
    }

    private func relative(_ parts: DateParts, _ year: Int) -> DateParts {
        var parts = parts.with(year: year)
        parts.basis = .relative
        return parts
    }

    private func inherited(_ parts: DateParts, _ year: Int) -> DateParts {
        var parts = parts.with(year: year)
        parts.basis = .inherited
        return parts
    }
}

extension ClosedRange<CivilDate> {
    fileprivate var first: CivilDate { lowerBound }
    fileprivate var last: CivilDate { upperBound }
}
